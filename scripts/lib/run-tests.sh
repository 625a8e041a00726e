# shellcheck shell=bash
# The checks, the tests, and the lines that tell how they went. The first stage that fails is the last that runs.

test_packages=(chromium shellcheck systemd)

check() {
  say "Checking style, types and the scripts …"
  shellcheck -ax -P SCRIPTDIR -P SCRIPTDIR/lib scripts/{start,test,release,install,uninstall,update,appliance} \
    systemd/{before-start,after-stop,safe-mode} .ci/run || close "shellcheck finds faults in the scripts"
  npm run --silent lint || close "the style is not as biome.json has it (npm run format mends most of that)"
  npm run --silent typecheck:ui || close "the pages' types do not fit"
}

# run_tests PROJECT: one of the projects of vitest.config.ts.
run_tests() {
  local results="build/logs/tests-$1.json"
  rm -f "$results"
  say "Running the $1 tests …"
  node_modules/.bin/vitest run --project "$1" --reporter=default --reporter=json --outputFile.json="$results" ||
    close "the $1 tests failed"
}

# close [WHAT FAILED]: what took how long, then the sum and the tests that failed, then the end.
close() {
  say ""
  tell_times
  node scripts/lib/test-totals.mjs build/logs/tests-{unit,pages,system}.json
  (($# == 0)) || fail "$1; what is wrong stands above."
  say "Everything passed in $(span "$SECONDS")."
  exit 0
}
