# shellcheck shell=bash
# A disk that fills up in the middle of an installation leaves a mess: look first.

# need_room MEGABYTES FOLDER WHAT
need_room() {
  local free
  free=$(df --output=avail -BM "$2" | tail -n 1 | tr -dc '0-9')
  ((free >= $1)) || fail "The disk that holds $2 is nearly full: $3 needs about $1 MB and $free MB are free. Make room and start again."
}
