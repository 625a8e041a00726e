# shellcheck shell=bash
# What a person reads while the scripts work, and where long output goes.

# shellcheck disable=SC2154 # root is set by the script that sources this.
logs="$root/build/logs"
heart=""
# What took how long, and the step that runs now.
took=()
step=""
step_begun=0
# What went wrong with it without ending everything, and that of all steps.
step_failed=""
failures=()

say() { printf '%s\n' "$*"; }

# fail SENTENCE: says what is in the way and what to do about it, last of all, and ends everything.
fail() {
  [[ -z $step ]] || tell_times
  printf 'Stopped: %s\n' "$*" >&2
  exit 1
}

# span SECONDS: "4 s", "2 min 10 s".
span() {
  if (($1 < 60)); then printf '%d s' "$1"; else printf '%d min %d s' $(($1 / 60)) $(($1 % 60)); fi
}

# timed NAME COMMAND…: remembers how long a step took, for the closing lines. The step may end everything: then they
# name it as the one that failed.
timed() {
  step="$1" step_begun=$SECONDS step_failed=""
  shift
  "$@"
  took+=("$step ${step_failed:+FAILED after }$(span $((SECONDS - step_begun)))")
  step=""
}

# goes_on_without WHAT: something failed that the steps after this one do not need. Whoever ends it all says so.
goes_on_without() {
  step_failed=yes
  failures+=("$*")
}

tell_times() {
  local one
  [[ -z $step ]] || took+=("$step FAILED after $(span $((SECONDS - step_begun)))")
  step=""
  for one in "${took[@]}"; do say "  $one"; done
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

# Whatever ends a step without a sentence is a fault of these scripts, and must not look as if nothing had happened.
at_exit() {
  local status=$?
  stop_heartbeat
  [[ $status != 0 && -n $step && $BASHPID == "$$" ]] || return 0
  local culprit="$step"
  tell_times
  printf 'Stopped: %s ended with status %d and said no reason: bash -x %s shows where.\n' "$culprit" "$status" "$0" >&2
}
trap at_exit EXIT
# Programs that take a Ctrl+C for themselves and end in their own time, as npm does, must not let the rest go on.
trap 'step=""; exit 130' INT
trap 'step=""; exit 143' TERM

last_line() { tail -c 2000 "$1" | tr "\r" "\n" | tr -cd "[:print:]\n" | grep -v "^ *\$" | tail -n 1 | cut -c 1-80 | sed "s/^/  /" || true; }

# The log's path as a person would type it, and its last lines for those who look at once.
log_of() { printf 'build/logs/%s.log' "$1"; }
show_end_of_log() { tail -n "${2:-15}" "$logs/$1.log" | sed 's/^/  | /' >&2; }
