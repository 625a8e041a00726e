# shellcheck shell=bash
# Sound servers for tests that lie beside the system's: Debian lets pulseaudio and pipewire-alsa not be installed
# together, and either would change what a desktop plays through.

# shellcheck disable=SC2034 # What is linked with PulseAudio, and its pactl, for those who install packages.
sound_server_packages=(pipewire wireplumber dbus-daemon pulseaudio-utils libspeexdsp1 libtdb1 libwrap0)
sound_servers="build/sound-servers"

# unpack_sound_servers: only tests of their own need them, so the others run without.
unpack_sound_servers() {
  local new="$sound_servers.$$" package
  [[ ! -d $sound_servers ]] || return 0
  mkdir -p "$new" "$logs"
  for package in pulseaudio pipewire-alsa; do
    if ! (cd "$new" && unpack_package "$package") >"$logs/$package.log" 2>&1; then
      rm -rf "$new"
      goes_on_without "the tests with $package were skipped, for it could not be fetched (see $(log_of "$package"))"
      return 0
    fi
  done
  mv -T "$new" "$sound_servers"
}

# unpack_package NAME: into this folder. The lists are read anew where the version that they name is gone.
unpack_package() {
  apt-get download "$1" || { as_root apt-get update && apt-get download "$1"; } || return
  dpkg-deb -x "$1"_*.deb . && rm "$1"_*.deb
}
