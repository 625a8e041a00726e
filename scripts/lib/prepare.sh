# shellcheck shell=bash
# All that has to be there before Mien can run, in the order in which one thing needs the other. Each step
# looks first and does nothing where nothing is to be done.

lib="$(dirname "${BASH_SOURCE[0]}")"
root="$(cd "$lib/../.." && pwd)"
# shellcheck source=say.sh
. "$lib/say.sh"
# shellcheck source=stamp.sh
. "$lib/stamp.sh"
# shellcheck source=disk.sh
. "$lib/disk.sh"
# shellcheck source=node.sh
. "$lib/node.sh"
# shellcheck source=debian.sh
. "$lib/debian.sh"
# shellcheck source=npm.sh
. "$lib/npm.sh"
# shellcheck source=native.sh
. "$lib/native.sh"
# shellcheck source=opencv.sh
. "$lib/opencv.sh"
# shellcheck source=sqlite.sh
. "$lib/sqlite.sh"
# shellcheck source=build.sh
. "$lib/build.sh"
# shellcheck source=model.sh
. "$lib/model.sh"
# shellcheck source=demo.sh
. "$lib/demo.sh"

# prepare: whatever is missing of it all, but for what can wait.
prepare() {
  cd "$root"
  check_node
  one_at_a_time
  timed "Debian packages" install_debian_packages "${needed_packages[@]}"
  timed "npm packages" install_npm_packages
  timed "OpenCV addon" ensure_opencv
  timed "SQLite addon" ensure_sqlite
  timed "programs" build_programs
  timed "pages" build_pages
  timed "model choice" choose_model
  can_wait reel || timed "demo reel" make_demo_reel
  can_wait music || timed "demo music" render_demo_music
  flock --unlock "$turn"
  exec {turn}>&- {idle}>&-
}

# Two of these at once would empty each other's node_modules.
one_at_a_time() {
  mkdir -p build
  exec {turn}>build/lock
  flock --nonblock "$turn" && return
  say "Another scripts/start or scripts/test is installing or building: waiting for it …"
  flock "$turn"
}
