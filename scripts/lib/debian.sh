# shellcheck shell=bash
# Debian packages. docs/dependencies.md says why each one is here.

# shellcheck disable=SC2034 # For those who build.
needed_packages=(
  build-essential python3
  libopencv-core-dev libopencv-imgproc-dev libopencv-imgcodecs-dev libopencv-videoio-dev
  libopencv-highgui-dev libopencv-objdetect-dev opencv-data
  mpv ffmpeg ca-certificates
)

# install_debian_packages PACKAGE…: installs those that are missing, and asks apt nothing when none is.
install_debian_packages() {
  local missing
  { command -v dpkg-query && command -v apt-get; } >/dev/null ||
    fail "This is no Debian (there is no apt-get): install what these Debian packages hold by hand, then go on as docs/dependencies.md says: $*"
  missing=$(missing_packages "$@")
  [[ -n $missing ]] || return 0

  become_root_for "$missing"
  # All of them came to 1.7 GB on Debian 13, with apt's own copies of the packages.
  need_room "$((150 * $(wc -l <<<"$missing")))" /usr "installing Debian packages"
  say "Installing Debian packages: ${missing//$'\n'/ } (about 3 minutes) …"
  update_package_lists
  # shellcheck disable=SC2086 # One word for each package is what is wanted.
  logged apt as_root apt-get install -y --no-install-recommends -o DPkg::Lock::Timeout=300 $missing ||
    fail "Installing Debian packages failed: $(why_apt_failed). More stands in $(log_of apt)."
  missing=$(missing_packages "$@")
  [[ -z $missing ]] || fail "apt says it is done, but these are still missing: ${missing//$'\n'/ } (see $(log_of apt))."
}

missing_packages() {
  local installed package
  installed=$'\n'$(dpkg-query -W -f='${db:Status-Status} ${Package}\n' "$@" 2>/dev/null || true)$'\n'
  for package in "$@"; do
    [[ $installed == *$'\n'"installed $package"$'\n'* ]] || printf '%s\n' "$package"
  done
}

# Lists that are there may name versions that the servers no longer have, so they are read anew before
# anything is installed. apt's own lock waits do not cover this command.
update_package_lists() {
  local deadline=$((SECONDS + 300))
  until logged apt-update as_root apt-get update; do
    { grep -q 'Could not get lock' "$logs/apt-update.log" && ((SECONDS < deadline)); } ||
      fail "Reading Debian's package lists failed: check the network; more stands in $(log_of apt-update)."
    say "  … another program is using apt: waiting for it"
    sleep 5
  done
}

become_root_for() {
  local packages="${1//$'\n'/ }"
  [[ $(id -u) != 0 ]] || return 0
  local by_hand="run this as root, then start again: apt-get install --no-install-recommends $packages"
  command -v sudo >/dev/null || fail "Debian packages are missing and there is no sudo: $by_hand"
  sudo -n true 2>/dev/null && return
  [[ -t 0 ]] || fail "Debian packages are missing, and sudo can not ask for a password without a terminal: $by_hand"
  say "Debian packages are missing; sudo asks for your password to install them: $packages"
  sudo -v || fail "sudo said no: $by_hand"
}

as_root() {
  local root_by=(sudo)
  [[ $(id -u) != 0 ]] || root_by=()
  "${root_by[@]}" env DEBIAN_FRONTEND=noninteractive LC_ALL=C "$@"
}

why_apt_failed() {
  local log="$logs/apt.log"
  if grep -q 'Unable to locate package\|has no installation candidate' "$log"; then
    printf 'this system does not offer %s, which Debian 12 and 13 do' \
      "$(sed -n "s/.*Unable to locate package //p; s/.*Package '\(.*\)' has no installation candidate.*/\1/p" "$log" | sort -u | tr '\n' ' ')"
  elif grep -qi 'No space left\|enough free space' "$log"; then
    printf 'the disk is full'
  elif grep -q 'dpkg was interrupted' "$log"; then
    printf 'an earlier installation was interrupted; run: sudo dpkg --configure -a'
  elif grep -q 'Could not get lock' "$log"; then
    printf 'another program has been using apt for 5 minutes'
  elif grep -q 'Failed to fetch\|Could not resolve\|Could not connect\|Temporary failure' "$log"; then
    printf 'packages could not be fetched; check the network'
  else
    printf '%s' "$(grep '^E:' "$log" | tail -n 1 || true)"
  fi
}
