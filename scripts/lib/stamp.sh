# shellcheck shell=bash
# A step is done when its stamp holds the key of all that went into it.

# shellcheck disable=SC2154 # root is set by the script that sources this.
stamps="$root/build/stamps"

# stamped NAME KEY: whether the step was done with exactly this key.
stamped() {
  local kept=""
  [[ -f "$stamps/$1" ]] && read -r kept <"$stamps/$1"
  [[ $kept == "$2" ]]
}

stamp() {
  mkdir -p "$stamps"
  printf '%s\n' "$2" >"$stamps/$1"
}

# hash_of PATH…: one hash over the names and contents of files and of all the files in folders.
hash_of() {
  local path there=()
  for path in "$@"; do [[ -e $path ]] && there+=("$path"); done
  find "${there[@]}" -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -c 1-32
}
