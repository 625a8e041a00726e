# shellcheck shell=bash
# Sources become programs (dist/src, dist/test …) and pages (dist/ui).

build_programs() {
  local key
  key=$(hash_of src bench test scripts tsconfig.json package-lock.json)
  stamped programs "$key" && [[ -f dist/src/daemon/main.js ]] && return

  say "Compiling the programs …"
  rm -f dist/tsconfig.tsbuildinfo
  logged tsc node_modules/.bin/tsc -p tsconfig.json || {
    show_end_of_log tsc 30
    fail "The programs do not compile: the sources are not as they were released (see $(log_of tsc))."
  }
  join_typebox join || fail "TypeBox can't be joined into few files (see $(log_of join))."
  remove_orphans
  stamp programs "$key"
}

# In the current folder. Without it everything works, and starts at half the speed.
join_typebox() {
  logged "$1" node dist/scripts/join-typebox.js || {
    show_end_of_log "$1" 30
    return 1
  }
}

# What was compiled from a source that has gone since, or its tests would still be run.
remove_orphans() {
  local compiled source
  while IFS= read -r compiled; do
    source=${compiled#dist/}
    [[ -f ${source%.js}.ts ]] || rm -f "$compiled" "$compiled.map"
  done < <(find dist -path dist/ui -prune -o -name '*.js' -print)
}

build_pages() {
  local key
  key=$(hash_of src/ui src/protocol vite.config.ts package-lock.json)
  stamped pages "$key" && [[ -d dist/ui ]] && return

  say "Building the pages …"
  logged vite node_modules/.bin/vite build || {
    show_end_of_log vite 30
    fail "The pages do not build: the sources are not as they were released (see $(log_of vite))."
  }
  stamp pages "$key"
}
