# shellcheck shell=bash
# What became of the last update, for Mien's own page: beside the data, which Mien may read.

# note_update FROM TO [came-back|refused WHY]: otherwise TO stayed. That it can't be noted is no reason to stop anything.
note_update() {
  local outcome="${3:-}" why="${4:-}" note
  # Written where Mien may not, and then moved: in Mien's own folder a link or a pipe could wait for root.
  # shellcheck disable=SC2154 # appliance.sh sets it.
  { mkdir -p "$backups" && note=$(mktemp "$backups/last-update.XXXXXX"); } || return 0
  # shellcheck disable=SC2154 # appliance.sh sets it.
  if ! { printf '%s\n' "at $(date -u +%FT%TZ)" "from $1" "to $2" ${outcome:+"$outcome ${why//$'\n'/ }"} >"$note" &&
    chmod 644 "$note" && mv -fT "$note" "$data/last-update"; }; then
    rm -f "$note"
  fi
}
