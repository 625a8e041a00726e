# shellcheck shell=bash
# What stands in for a camera and for music where there is none: made here, once. Where a person brings a camera or
# music, the one is not needed and the other only as a last resort: then it is made beside the running Mien.

reel="build/demo/reel.mkv"
demo_music="build/demo/music"
# Which of the two can wait: reel, music. scripts/start says so by its arguments.
later=()
can_wait() { [[ " ${later[*]} " == *" $1 "* ]]; }

reel_key() { hash_of models/fer.json src/vision/demo-reel*.ts; }
music_key() { hash_of src/library/demo; }
reel_is_made() { [[ -f $reel ]] && stamped reel "$(reel_key)"; }
music_is_made() { [[ -d $demo_music ]] && stamped music "$(music_key)"; }

make_demo_reel() {
  ! reel_is_made || return 0
  say "Making the demo camera's reel (half a minute) …"
  logged reel make_reel || {
    show_end_of_log reel
    fail "Making the demo camera's reel failed: the reason stands in $(log_of reel)."
  }
}

render_demo_music() {
  ! music_is_made || return 0
  say "Rendering the demo music, where it is not there yet (1 minute on a PC, longer on a small board) …"
  logged music make_music || {
    show_end_of_log music
    fail "Rendering the demo music failed: the reason stands in $(log_of music)."
  }
}

# make_later: what can wait, as gently as can be, while Mien runs already. In a shell of a shell, so that Mien, which
# takes this one's place, is not left with a child that it does not know.
make_later() {
  local one missing=()
  for one in "${later[@]}"; do "${one}_is_made" || missing+=("$one"); done
  ((${#missing[@]} > 0)) || return 0
  say "Made while Mien runs, for times without a camera or music: ${missing[*]} (see $(log_of later))."
  mkdir -p "$logs"
  (
    (
      trap - EXIT
      renice -n 19 -p "$BASHPID"
      for one in "${missing[@]}"; do "make_$one" || echo "The $one failed; the next scripts/start tries again."; done
    ) </dev/null >"$logs/later.log" 2>&1 &
  )
}

# Both may run beside those of another start: the second one waits, and finds everything there.
make_reel() {
  local key
  key=$(reel_key)
  mkdir -p build/demo
  flock build/demo/reel.lock node dist/src/vision/demo-reel-main.js "$root/$reel" && [[ -f $reel ]] && stamp reel "$key"
}

# The program itself looks what has to be rendered: nothing where only a comment or a test is another.
make_music() {
  local key
  key=$(music_key)
  mkdir -p build/demo
  flock build/demo/music.lock node dist/src/library/demo/render-demo-main.js "$root/$demo_music" &&
    [[ -d $demo_music ]] && stamp music "$key"
}
