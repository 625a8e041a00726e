# shellcheck shell=bash
# What stands in for a camera and for music where there is none: made here, once.

make_demo_reel() {
  local reel="build/demo/reel.mkv" key
  key=$(hash_of models/fer.json src/vision/demo-reel*.ts)
  stamped reel "$key" && [[ -f $reel ]] && return

  say "Making the demo camera's reel (half a minute) …"
  mkdir -p build/demo
  { logged reel node dist/src/vision/demo-reel-main.js "$root/$reel" && [[ -f $reel ]]; } || {
    show_end_of_log reel
    fail "Making the demo camera's reel failed: the reason stands in $(log_of reel)."
  }
  stamp reel "$key"
}

render_demo_music() {
  local folder="build/demo/music" key
  key=$(hash_of src/library/demo)
  stamped music "$key" && [[ -d $folder ]] && return

  say "Rendering the demo music (1 minute on a PC, longer on a small board) …"
  { logged music node dist/src/library/demo/render-demo-main.js "$root/$folder" && [[ -d $folder ]]; } || {
    show_end_of_log music
    fail "Rendering the demo music failed: the reason stands in $(log_of music)."
  }
  stamp music "$key"
}
