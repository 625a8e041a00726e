# shellcheck shell=bash
# From a tarball to a folder in /opt/mien/releases, with everything looked at before anything is believed.

# docs/decisions/system-sound.md tells why PipeWire runs for user mien, and why ALSA's way to it (pipewire-alsa) is not
# among these; the last two start it with that user.
sound_packages=(pipewire wireplumber dbus-user-session libpam-systemd)

# check_tarball FILE [HASH]: whether it is what its checksum says.
check_tarball() {
  local file="$1" wanted="${2:-}"
  [[ -f $file ]] || fail "$file is not there: give the path of a release's .tar.gz."
  if [[ -z $wanted ]]; then
    [[ -f $file.sha256 ]] ||
      fail "$file.sha256 is not there: download it too, into the same folder, or give the checksum with --sha256."
    read -r wanted _ <"$file.sha256"
  fi
  [[ $wanted =~ ^[0-9a-f]{64}$ ]] || fail "\"$wanted\" is no SHA-256 checksum: it has 64 digits from 0 to f."
  say "Checking $(basename "$file") …"
  [[ $(sha256sum "$file" | cut -d ' ' -f 1) == "$wanted" ]] ||
    fail "$file is not what its checksum says: it was damaged on its way, or is not the release that it says it is. Download both again."
}

# unpack_release FILE: sets release to its folder.
unpack_release() {
  local top
  top=$(tar -tf "$1" | sed -n '1s#/.*##p')
  [[ $top =~ ^mien-[0-9A-Za-z.+-]+$ ]] || fail "$1 is no release of Mien: scripts/release makes them."
  need_room 1200 /opt "unpacking a release"
  mkdir -p "$opt/releases"
  rm -rf "$opt/releases/unpacking"
  mkdir "$opt/releases/unpacking"
  tar -xf "$1" -C "$opt/releases/unpacking" --no-same-owner --strip-components=1 ||
    fail "$1 can't be unpacked: the disk may be full, or the file is damaged."
  place_release "$opt/releases/unpacking"
}

# take_folder FOLDER: the same for one that is unpacked already, as this very one.
take_folder() {
  need_room 1200 /opt "copying the release"
  mkdir -p "$opt/releases"
  rm -rf "$opt/releases/unpacking"
  cp -r --no-preserve=ownership "$1" "$opt/releases/unpacking"
  place_release "$opt/releases/unpacking"
}

# place_release FOLDER: checked, and under its version's name.
place_release() {
  local version
  check_fits "$1"
  # A card that loses bits would be noticed only when some file is needed, months later.
  (cd "$1" && sha256sum --quiet --check SHA256SUMS) ||
    fail "Files of the release are not what it says they are: unpack it again; if it comes back, the disk may be failing."
  [[ -z ${not_older_than:-} ]] || check_not_older "$1" "$not_older_than"
  version=$(release_fact "$1" version)
  release="$opt/releases/$version"
  if [[ -e $opt/current && $(readlink -f "$opt/current") == "$release" ]]; then
    # Never under the feet of a running daemon, and there is no need to: it is the same.
    rm -rf "$1"
    return
  fi
  rm -rf "$release"
  mv "$1" "$release"
  sync -f "$release"
}

# check_fits FOLDER: that this machine is one that the release was made for.
check_fits() {
  [[ -f $1/RELEASE && -f $1/SHA256SUMS ]] ||
    fail "$1 is no release of Mien: it has no RELEASE. In a clone, scripts/install builds one."
  local arch debian here
  arch=$(release_fact "$1" arch)
  here=$(dpkg --print-architecture 2>/dev/null | sed 's/amd64/x64/') || here=unknown
  [[ $here == "$arch" ]] ||
    fail "The release is for $arch and this system is $here: take the tarball for $here, or install from a clone."
  debian=$(release_fact "$1" debian)
  here=$(sed -n 's/^VERSION_ID="\{0,1\}\([0-9.]*\).*/\1/p' /etc/os-release)
  [[ $here == "$debian" ]] ||
    fail "The release is for Debian $debian and this system is $(sed -n 's/^PRETTY_NAME="\(.*\)"/\1/p' /etc/os-release): its libraries have other versions. Take the tarball for debian$here, or install from a clone."
}

# prepare_release FOLDER: everything that it needs, beside a version that may be running.
prepare_release() {
  local packages
  read -ra packages <<<"$(release_fact "$1" packages)"
  install_debian_packages "${packages[@]}" "${sound_packages[@]}"
  mkdir -p "$1/bin"
  [[ -x $1/bin/node ]] || ln -sfn /usr/bin/node "$1/bin/node"
  [[ $("$1/bin/node" -p process.versions.modules) == "$(release_fact "$1" abi)" ]] ||
    fail "The Node of this system is not of the version that the release was built with ($(release_fact "$1" node)): install from a clone."
  local addon
  for addon in better-sqlite3/build/Release/better_sqlite3.node opencv4nodejs/build/Release/opencv4nodejs.node; do
    logged addons "$1/bin/node" -e 'require(process.argv[1])' "$1/node_modules/$addon" || {
      show_end_of_log addons 3
      fail "$(basename "$addon") can't be loaded: the release was built for other libraries than this system has. Install from a clone."
    }
  done
  [[ -f $1/build/model-choice.json ]] && return
  say "Timing the expression model's two files on this machine (some seconds) …"
  # Nothing that an installation has to wait long for: an emulated machine needs a thousand times as long.
  logged model timeout 120 "$1/bin/node" "$1/dist/src/vision/choose-model-main.js" "$1/build/model-choice.json" ||
    say "They could not be timed (see $(log_of model)); Mien runs all the same."
}
