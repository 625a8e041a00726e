# shellcheck shell=bash
# What a person reads while the scripts work, and where long output goes.

# shellcheck disable=SC2154 # root is set by the script that sources this.
logs="$root/build/logs"
heart=""
took=()

say() { printf '%s\n' "$*"; }

# fail SENTENCE: says what is in the way and what to do about it, and ends everything.
fail() {
  printf 'Stopped: %s\n' "$*" >&2
  exit 1
}

# span SECONDS: "4 s", "2 min 10 s".
span() {
  if (($1 < 60)); then printf '%d s' "$1"; else printf '%d min %d s' $(($1 / 60)) $(($1 % 60)); fi
}

# timed NAME COMMAND…: remembers how long a step took, for the closing lines.
timed() {
  local name="$1" begun=$SECONDS
  shift
  "$@"
  took+=("$name $(span $((SECONDS - begun)))")
}

# logged NAME COMMAND…: runs a long command with its output in build/logs/NAME.log, and tells every 15 s how
# far it is. Answers the command's own status.
logged() {
  local log="$logs/$1.log" status=0
  shift
  mkdir -p "$logs"
  : >"$log"
  heartbeat "$log" &
  heart=$!
  "$@" >"$log" 2>&1 </dev/null || status=$?
  stop_heartbeat
  return "$status"
}

# A pipe that never has anything to read. Reading from it with a time limit is a wait that needs no process
# of its own: a sleep would outlive the heartbeat and hold the output open.
exec {idle}<> <(:)

heartbeat() {
  local begun=$SECONDS
  while ! read -rt 15 -u "$idle"; do
    say "  … $(span $((SECONDS - begun)))$(last_line "$1")"
  done
}

# KILL, because bash may run this very trap in a subshell that is ended by another signal as it starts.
stop_heartbeat() {
  [[ -n $heart ]] || return 0
  kill -KILL "$heart" 2>/dev/null || true
  wait "$heart" 2>/dev/null || true
  heart=""
}
trap stop_heartbeat EXIT
# Programs that take a Ctrl+C for themselves and end in their own time, as npm does, must not let the rest go on.
trap 'exit 130' INT
trap 'exit 143' TERM

last_line() { tail -c 2000 "$1" | tr "\r" "\n" | tr -cd "[:print:]\n" | grep -v "^ *\$" | tail -n 1 | cut -c 1-80 | sed "s/^/  /" || true; }

# The log's path as a person would type it, and its last lines for those who look at once.
log_of() { printf 'build/logs/%s.log' "$1"; }
show_end_of_log() { tail -n "${2:-15}" "$logs/$1.log" | sed 's/^/  | /' >&2; }
