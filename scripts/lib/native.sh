# shellcheck shell=bash
# Addons that are compiled for this very machine. Whether one is good is told by loading it. A built one is
# kept in build/native too, because `npm ci` empties node_modules and compiling takes long on a small board.

# ensure_addon NAME FILE KEY BUILD WORDS: FILE is there and loads. BUILD is a command that makes it.
ensure_addon() {
  local name="$1" file="$2" key="$3 $node_abi $node_arch" build="$4" words="$5"
  local kept
  kept="build/native/$name-$(tr -c 'A-Za-z0-9.\n' _ <<<"$key").node"
  stamped "$name" "$key" && [[ -f $file ]] && return

  if ! loads "$file" && ! { [[ -f $kept ]] && mkdir -p "$(dirname "$file")" && cp "$kept" "$file" && loads "$file"; }; then
    say "Compiling $words …"
    { logged "$name" "$build" && loads "$file"; } || why_not_compiled "$name" "$words"
  fi
  mkdir -p build/native
  cmp -s "$file" "$kept" || cp "$file" "$kept"
  stamp "$name" "$key"
}

# By another node where they are compiled for another kind of machine: scripts/lib/cross.sh.
loads() { [[ -f $1 ]] && "${addons_node:-node}" -e 'require(require("node:path").resolve(process.argv[1]))' "$1" >/dev/null 2>&1; }

why_not_compiled() {
  show_end_of_log "$1"
  if grep -q 'nodejs.org.*\(ENOTFOUND\|EAI_AGAIN\|ECONN\|ETIMEDOUT\)\|\(ENOTFOUND\|EAI_AGAIN\).*nodejs.org' "$logs/$1.log"; then
    fail "Compiling $2 failed: Node's header files are not on this machine and nodejs.org can not be reached (see $(log_of "$1"))."
  fi
  fail "Compiling $2 failed: the reason stands in $(log_of "$1")."
}

# node_gyp FOLDER: compiles the addon in FOLDER. As many compilers at a time as there are cores, and never
# more than memory holds: one takes up to 700 MB.
node_gyp() {
  local gyp jobs memory headers
  gyp="$PWD/$(node -p 'require("node:path").relative(".", require.resolve("node-gyp/bin/node-gyp.js", { paths: ["node_modules/opencv4nodejs"] }))')"
  memory=$(awk '/^MemAvailable/ { print int($2 / 1024 / 700) }' /proc/meminfo)
  jobs=$(nproc)
  ((memory >= jobs)) || jobs=$((memory > 1 ? memory : 1))
  headers=$(node_headers)
  (cd "$1" && node "$gyp" rebuild --release --jobs "$jobs" ${headers:+--nodedir "$headers"})
}
