# shellcheck shell=bash
# The checks, the tests, and the lines that tell how they went. Each stage runs whatever failed before it: one run tells
# all that is wrong.

test_packages=(chromium fonts-noto-core fonts-noto-cjk shellcheck sox strace systemd)

check() {
  say "Checking style, types and the scripts …"
  shellcheck -ax -P SCRIPTDIR -P SCRIPTDIR/lib -P SCRIPTDIR/../scripts/lib scripts/{start,test,release,install,uninstall,update,appliance} \
    systemd/{before-start,after-stop,safe-mode,update-wanted} .ci/run || goes_on_without "shellcheck finds faults in the scripts"
  npm run --silent lint ||
    goes_on_without "the style is not as biome.json has it (npm run format mends most of that)"
  npm run --silent typecheck:ui || goes_on_without "the pages' types do not fit"
}

# run_tests PROJECT: one of the projects of vitest.config.ts.
run_tests() {
  local results="build/logs/tests-$1.json" nicer=$((10 - $(nice)))
  rm -f "$results"
  say "Running the $1 tests …"
  # What the appliance does at the lowest niceness, as a backup, must not starve beside a test that keeps a core busy.
  nice -n $((nicer > 0 ? nicer : 0)) node_modules/.bin/vitest run --project "$1" --reporter=default --reporter=json --outputFile.json="$results" ||
    goes_on_without "the $1 tests failed"
}

# close: what took how long, then the sum and the tests that failed, then the end.
close() {
  local what
  say ""
  tell_times
  node scripts/lib/test-totals.mjs build/logs/tests-{unit,pages,screens,walks,system}.json
  # shellcheck disable=SC2154 # say.sh keeps it.
  if ((${#failures[@]} > 0)); then
    what=$(printf '; %s' "${failures[@]}")
    fail "${what:2}. What is wrong stands above."
  fi
  say "Everything passed in $(span "$SECONDS")."
}
