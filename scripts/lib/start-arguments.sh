# shellcheck shell=bash
# What scripts/start can be told. The daemon reads the arguments; here they are only looked at before minutes
# of installing, so that a slip of the pen is told at once.

check_arguments() {
  local argument takes_value="" demo=""
  for argument in "$@"; do
    [[ -z $takes_value ]] || { check_value "$takes_value" "$argument" && takes_value="" && continue; }
    case $argument in
      --help | -h) show_help && exit 0 ;;
      --camera | --music | --data | --port | --output) takes_value=$argument ;;
      --camera=* | --music=* | --data=* | --port=* | --output=*) check_value "${argument%%=*}" "${argument#*=}" ;;
      --demo) demo=yes ;;
      *) fail "$argument is nothing that scripts/start knows: scripts/start --help lists what can be given." ;;
    esac
  done
  [[ -z $takes_value ]] || fail "$takes_value needs a value: scripts/start --help tells which."
  [[ -z $demo ]] || later=()
}

check_value() {
  [[ -n $2 ]] || fail "$1 is empty: give it a value or leave it out."
  case $1 in
    --port)
      [[ $2 =~ ^[0-9]{1,5}$ ]] && ((10#$2 <= 65535)) && return
      fail "--port $2 is no port: give a number from 0 to 65535."
      ;;
    # What stands in for a camera and for music is not needed at once where there are others.
    --camera) [[ $2 == auto ]] || later+=(reel) ;;
    --music) later+=(music) ;;
  esac
}

show_help() {
  cat <<'HELP'
scripts/start [OPTIONS]

Installs what is missing (Debian packages, npm packages), builds, and runs Mien. What is installed and built
already is not done again. Ctrl+C ends it.

  --camera SOURCE  where to look: auto (the first camera that gives a picture), a device such as /dev/video0 or one
                   in /dev/v4l/by-id, a video file, a folder of images, or a camera's address: http(s):// for an MJPEG
                   stream, rtsp://NAME:PASSWORD@HOST/PATH
  --music DIR      a folder with your music; everything below it is read
  --data DIR       where Mien keeps its database (otherwise ~/.local/share/mien)
  --port N         where the pages are served (otherwise 7373); 0 takes any free one
  --output NAME    the speaker: auto, null (no sound), or a name that mpv --audio-device=help lists
  --demo           the demo camera and the demo music, whatever else there is, and songs that change at once
  --help           this text, and nothing else happens

What is not given here comes from the settings, and what is not set there from what the machine has: without
a camera a reel of photographs stands in, without music the pieces that Mien renders itself. No camera is opened
until Mien is set up, on its page.
HELP
}
