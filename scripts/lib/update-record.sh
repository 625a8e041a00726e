# shellcheck shell=bash
# What became of the last update, for Mien's own page: beside the data, which Mien may read.

# note_update FROM TO [WHY]: with WHY it came back. That it can't be noted is no reason to stop anything.
note_update() {
  # shellcheck disable=SC2154 # appliance.sh sets it.
  local file="$data/last-update" why="${3:-}"
  rm -f "$file.part" || return 0
  # Never through a link: this is root, and the folder is Mien's.
  if ! (set -o noclobber && printf '%s\n' "at $(date -u +%FT%TZ)" "from $1" "to $2" ${why:+"came-back ${why//$'\n'/ }"} >"$file.part"); then
    return 0
  fi
  mv -fT "$file.part" "$file" || true
}
