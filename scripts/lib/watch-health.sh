# shellcheck shell=bash
# Whether a version that was just switched to is worse than the one before.

# A start on a small board reads a large library first; and a daemon that is busy may leave a question open.
silent_at_most=30

# ill_parts: "camera down" a line, or "daemon down". Status as health.mjs: 2 where nobody answers.
ill_parts() {
  local said status=0
  # shellcheck disable=SC2154 # appliance.sh sets it.
  said=$("$opt/current/bin/node" "$root/scripts/lib/health.mjs" "$(service_address)") || status=$?
  cut -d ' ' -f 1,2 <<<"$said"
  return "$status"
}

# watch_health SECONDS ILL_BEFORE: prints what is worse, and fails, as soon as that is sure.
watch_health() {
  local deadline=$((SECONDS + $1)) answered=$SECONDS status ill="" new
  while ((SECONDS < deadline)); do
    sleep 2
    if [[ $(systemctl show --property=NRestarts --value mien.service) != 0 ]]; then
      printf 'its daemon ended and had to be started again'
      return 1
    fi
    status=0
    ill=$(ill_parts) || status=$?
    ((status == 2)) || answered=$SECONDS
    if ((SECONDS - answered > silent_at_most)); then
      printf 'it has not answered for %d s' "$silent_at_most"
      return 1
    fi
  done
  # What is ill for a moment while it starts is no matter; what still is at the end, and was not before, is.
  new=$(grep -vxF -f <(printf '%s\n' "${2:-none}") <<<"$ill" | head -n 1 || true)
  [[ -z $new ]] || { printf '%s, which it was not before' "$new" && return 1; }
}
