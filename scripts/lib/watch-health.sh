# shellcheck shell=bash
# Whether a version that was just switched to is worse than the one before.

# A start on a small board reads a large library first; and a daemon that is busy may leave a question open.
silent_at_most=30

# parts: "camera down", "player ok" and so on a line, or "daemon down". Status as health.mjs: 2 where nobody answers.
parts() {
  local said status=0
  # shellcheck disable=SC2154 # appliance.sh sets it.
  said=$("$opt/current/bin/node" "$root/scripts/lib/health.mjs" "$(service_address)" --all) || status=$?
  cut -d ' ' -f 1,2 <<<"$said"
  return "$status"
}

# worse_parts BEFORE NOW: those that are ill and were not. Of a part that the version before did not know nobody can tell.
worse_parts() {
  awk 'NR == FNR { before[$1] = $2; next } /^$/ { next }
    ($1 in before || $1 == "daemon") && before[$1] != $2 && ($2 == "down" || $2 == "degraded")' \
    <(printf '%s\n' "$1") <(printf '%s\n' "$2")
}

# watch_health SECONDS PARTS_BEFORE: prints what is worse, and fails, as soon as that is sure.
watch_health() {
  local deadline=$((SECONDS + $1)) answered=$SECONDS said status now="" worse
  while ((SECONDS < deadline)); do
    sleep 2
    if going_off; then
      printf 'the machine is going off'
      return 1
    fi
    if [[ $(systemctl show --property=NRestarts --value mien.service) != 0 ]]; then
      printf 'its daemon ended and had to be started again'
      return 1
    fi
    status=0
    said=$(parts) || status=$?
    # A question that is left open once tells nothing.
    ((status == 2)) || now=$said answered=$SECONDS
    if ((SECONDS - answered > silent_at_most)); then
      printf 'it has not answered for %d s' "$silent_at_most"
      return 1
    fi
  done
  # What is ill for a moment while it starts is no matter; what still is at the end, and was not before, is.
  worse=$(worse_parts "$2" "$now")
  [[ -z $worse ]] || { printf '%s, which it was not before' "${worse%%$'\n'*}" && return 1; }
}
