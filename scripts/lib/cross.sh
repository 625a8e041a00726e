# shellcheck shell=bash
# A release for arm64, made on an x86-64 machine. Programs and pages are the same on both; what differs is Node, the npm
# packages that hold compiled code, and the addons. Those lie in build/arm64. The addons are compiled by Debian's cross
# compiler against Debian's libraries for arm64, which takes minutes; in an emulated machine it would take hours.

cross_packages=(crossbuild-essential-arm64 mmdebstrap patchelf qemu-user-static)

# Where the kernel tells whom it lets run programs for other machines.
binfmt=/proc/sys/fs/binfmt_misc

# cross_to ARCH: from here on node_path and node_arch, npm and the compilers are that one's, and its packages lie in other.
cross_to() {
  [[ $1 == arm64 && $node_arch == x64 ]] ||
    fail "Here releases are made for $node_arch$([[ $node_arch != x64 ]] || printf ' and arm64'), and none for $1."
  other="build/$1"
  triplet=aarch64-linux-gnu
  install_debian_packages "${cross_packages[@]}"
  check_emulation "$1"
  mkdir -p "$other"
  cp package.json package-lock.json .npmrc "$other"
  fetch_node_for "$1"
  fetch_libraries_for "$1"
  node_arch=$1
  addons_node=$node_path
  # Programs for the other kind of machine find their libraries there.
  export QEMU_LD_PREFIX="$sysroot"
  export CC=$triplet-gcc CXX=$triplet-g++ AR=$triplet-ar
  # npm chooses packages by the first three, node-gyp and prebuild-install what to make by the last.
  export npm_config_os=linux npm_config_cpu=$1 npm_config_libc=glibc npm_config_arch=$1
  (
    cd "$other"
    stamps="$PWD/stamps"
    install_npm_packages
    ensure_opencv
    ensure_sqlite
  )
}

# check_emulation ARCH: what is made for the other kind of machine is also run, by the kernel through qemu-user.
check_emulation() {
  [[ -e $binfmt/qemu-aarch64 ]] ||
    fail "Programs for $1 do not run here. qemu-user-static lets them, once its word for it was read: sudo systemctl restart systemd-binfmt (for a container: on the machine around it)."
}

# nodejs.org's own build of the version that runs here, with its header files, as npm has it.
fetch_node_for() {
  local package="node-linux-$1@$node_version"
  node_path="$root/$other/node/bin/node"
  stamped "node-$1" "$package" && [[ -x $node_path ]] && return
  say "Fetching Node $node_version for $1 …"
  rm -rf "$other/node" && mkdir "$other/node"
  logged npm npm pack --pack-destination "$other/node" "$package" ||
    fail "npm did not bring $package: $(why_npm_failed). More stands in $(log_of npm)."
  tar -xzf "$other"/node/*.tgz -C "$other/node" --strip-components=1
  rm "$other"/node/*.tgz
  stamp "node-$1" "$package"
}

# Debian's packages for the other kind of machine, unpacked and not installed: this one stays as it is.
fetch_libraries_for() {
  local codename key packages
  sysroot="$root/$other/debian"
  codename=$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release)
  # The first is loaded by its name while Mien runs, the second is what a card reader's package is linked with.
  packages="libsystemd0 libudev1 $(printf '%s\n' "${needed_packages[@]}" | grep '^libopencv-')"
  key="$codename $(dpkg-query -W -f='${Version}' libopencv-core-dev) ${packages//$'\n'/ }"
  stamped "debian-$1" "$key" && [[ -d $sysroot ]] && return
  need_room 2000 "$root" "unpacking Debian's libraries for $1"
  say "Fetching Debian's libraries for $1 (about 1 minute) …"
  rm -rf "$sysroot"
  logged debian mmdebstrap --mode=chrootless --variant=extract --architectures="$1" --format=directory \
    --aptopt='APT::Install-Recommends "false"' --include="${packages//$'\n'/ }" "$codename" "$sysroot" || {
    show_end_of_log debian
    fail "Debian's libraries for $1 could not be fetched: the reason stands in $(log_of debian)."
  }
  # Installed, Debian's alternatives would choose these.
  ln -s blas/libblas.so.3 lapack/liblapack.so.3 "$sysroot/usr/lib/$triplet/"
  stamp "debian-$1" "$key"
}
