# shellcheck shell=bash
# From a commit to a tarball. The same commit on the same machine gives the same bytes: names sorted, times of the
# commit, no owners.

work="build/release/work"
# The folder whose npm packages and addons are released; scripts/lib/cross.sh sets another.
other="."

# make_release REF FOLDER [KEY]
make_release() {
  local commit committed version name
  commit=$(git rev-parse --quiet --verify "$1^{commit}") ||
    fail "$1 is no tag and no commit of this repository: git log --oneline lists what there is."
  version=$(release_version "$commit")
  debian=$(debian_version)
  name="mien-$version-debian$debian-$node_arch"
  sources="$work/source"
  tree="$work/$name"

  # The addons are compiled for what is installed here, so that has to be what the commit asks for.
  rm -rf "$work"
  mkdir -p "$sources" "$tree"
  git archive "$commit" | tar -x -C "$sources"
  cmp -s "$sources/package-lock.json" package-lock.json ||
    fail "The npm packages of $1 are others than those of this folder: check $1 out first (git worktree add ../mien-release $1), and release there."

  compile_source
  say "Putting $name together …"
  copy_programs
  copy_npm_packages
  copy_node
  expect_no_traces
  committed=$(git log -1 --format=%ct "$commit")
  describe_release "$version" "$commit" "$committed" >"$tree/RELEASE"
  [[ -z ${3:-} ]] || signers_line "${3%.pub}.pub" >"$tree/release-signers"
  pack "$name" "$committed" "$2"
  [[ -z ${3:-} ]] || sign_release "$2/$name.tar.gz" "$3"
  rm -rf "$work"
}

# 0.2.0 for the commit that is tagged v0.2.0, and 0.1.0+g4acb600 for one that has no tag.
release_version() {
  local tag
  if tag=$(git describe --exact-match --match 'v[0-9]*' "$1" 2>/dev/null); then
    printf '%s' "${tag#v}"
  else
    printf '%s+g%s' "$(git show "$1:package.json" | sed -n 's/^  "version": "\(.*\)",$/\1/p')" "$(git rev-parse --short=10 "$1")"
  fi
}

debian_version() { sed -n 's/^VERSION_ID="\{0,1\}\([0-9.]*\).*/\1/p' /etc/os-release; }

compile_source() {
  ln -s "$root/node_modules" "$sources/node_modules"
  say "Compiling the programs and the pages …"
  logged release-tsc node_modules/.bin/tsc -p "$sources/tsconfig.json" || {
    show_end_of_log release-tsc 30
    fail "The commit does not compile (see $(log_of release-tsc))."
  }
  (cd "$sources" && join_typebox release-join) || fail "The commit's TypeBox can't be joined (see $(log_of release-join))."
  (cd "$sources" && logged release-vite node_modules/.bin/vite build) || {
    show_end_of_log release-vite 30
    fail "The commit's pages do not build (see $(log_of release-vite))."
  }
  (cd "$sources" && mkdir build && demo_music)
}

# The pieces are the same wherever they are rendered, and that takes long: those that are there are taken.
demo_music() {
  local key folder="$PWD/build/demo/music"
  key=$(hash_of src/library/demo)
  if stamped music "$key" && [[ -d $root/build/demo/music ]]; then
    mkdir -p build/demo && cp -r "$root/build/demo/music" "$folder"
    return
  fi
  say "Rendering the demo music (1 minute on a PC, longer on a small board) …"
  logged release-music node dist/src/library/demo/render-demo-main.js "$folder" || {
    show_end_of_log release-music
    fail "Rendering the demo music failed (see $(log_of release-music))."
  }
}

# Neither tests nor benches, and no reel: its photographs are not ours to hand on (docs/decisions/demo-reel.md).
copy_programs() {
  mkdir -p "$tree/dist" "$tree/build/demo"
  cp -r "$sources"/dist/{src,ui,scripts,node_modules} "$tree/dist"
  find "$tree/dist" '(' -name '*.test.js' -o -name '*.map' -o -name 'testing*.js' -o -path '*/testing/*' -o -name testing -o -name '*stand-in*' ')' \
    -delete
  # Compiled for tests; what is served is dist/ui.
  rm -rf "$tree/dist/src/ui"
  cp -r "$sources"/build/demo/music "$tree/build/demo/music"
  cp -r "$sources"/{models,systemd,scripts,docs,package.json,README.md,LICENSE} "$tree"
  # The one file of the sources that is read as it is.
  mkdir -p "$tree/src/library" && cp "$sources/src/library/moods.json" "$tree/src/library/"
  # Of models/ the report stays: the owner's page of the model shows it.
  rm -rf "$tree/models/training" "$tree/docs/decisions" "$tree"/scripts/*.ts
}

# Those that run, without what only compiling them needs and without the builds for other systems. Hard links:
# nothing of node_modules is written to, only left out.
copy_npm_packages() {
  local path
  cp -al "$other/node_modules" "$tree/node_modules"
  node scripts/lib/left-out-packages.mjs "$sources/package-lock.json" "$tree" | while read -r path; do rm -rf "${tree:?}/$path"; done
  (
    cd "$tree/node_modules"
    rm -rf .bin .cache .package-lock.json .vite .vitest @vladmandic node-gyp better-sqlite3/{deps,src} opencv4nodejs/{cc,src,bin} koffi/{vendor,doc}
    find onnxruntime-node/bin -mindepth 2 -maxdepth 2 ! -path "*/linux" -exec rm -rf {} +
    find onnxruntime-node/bin -mindepth 3 -maxdepth 3 ! -path "*/linux/$node_arch" -exec rm -rf {} +
    find node-hid/prebuilds -mindepth 1 -maxdepth 1 ! -name "*-linux-$node_arch" -exec rm -rf {} +
    find . -mindepth 2 -maxdepth 4 '(' -name '*musl*' -o -name 'android*' ')' -exec rm -rf {} +
    # Of what was compiled, the addons alone: beside them stands how this machine compiles, with its paths.
    find better-sqlite3/build opencv4nodejs/build -type f '(' ! -name '*.node' -o -path '*/obj.target/*' ')' -delete
    rm -rf @u4/opencv-build/*/opencv-*
    find . -type f '(' -name '*.map' -o -name '*.d.ts' -o -name '*.o' -o -name '*.a' -o -name '*.cc' -o -name '*.hh' -o -name '*.mk' -o -name 'test_extension.node' ')' -delete
    find . -type d -empty -delete
  )
}

# Nobody's folders are handed on.
expect_no_traces() {
  local traces
  traces=$(cd "$tree" && grep -rlaF "$root/" .) || [[ $? == 1 ]] # 1: none. More than that ends the script.
  [[ -z $traces ]] || fail "The release would hand on where it was made ($root), in: ${traces//$'\n'/ }. scripts/lib/release-tree.sh has to leave that out."
}

# Node itself comes along, so that the addons fit and Debian 12, whose own is too old, needs no other source. One
# that is only a stub for a library, as Debian's is, stays a package of Debian's.
copy_node() {
  local licence
  mkdir -p "$tree/bin"
  readelf -d "$node_path" | grep -q 'NEEDED.*libnode' && return
  cp "$node_path" "$tree/bin/node"
  for licence in "$(dirname "$node_path")"/../{LICENSE,share/doc/nodejs/{LICENSE,copyright}}; do
    [[ ! -f $licence ]] || cp "$licence" "$tree/bin/node.LICENSE"
  done
}

# What scripts/install goes by, a word and its value on each line.
describe_release() {
  local packages=(mpv ffmpeg opencv-data ca-certificates openssh-client) linked
  [[ -f $tree/bin/node ]] || packages+=(nodejs)
  linked=$(packages_of_addons)
  mapfile -t -O ${#packages[@]} packages <<<"$linked"
  printf '%s\n' "version $1" "commit $2" "committed $3" "arch $node_arch" "debian $debian" "node $node_version" "abi $node_abi" \
    "packages ${packages[*]}"
}

# The Debian packages whose libraries the addons and Node are linked with.
packages_of_addons() {
  local needed library package
  needed=$(find "$tree" -type f '(' -name '*.node' -o -name 'node' -perm -100 ')' -exec readelf -d {} + |
    sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p' | sort -u)
  for library in $needed; do
    # What the packages bring themselves, as libvips and ONNX Runtime, is no matter of Debian's.
    [[ -z $(find "$tree/node_modules" -name "$library" -print -quit) ]] || continue
    # What starts a program comes with libc.
    [[ $library != ld-linux-* ]] || continue
    # In the folder of this machine's own libraries: cross compilers bring others of the same names.
    package=$(dpkg-query -S "*/lib/$(gcc -dumpmachine)/$library" | sed -n '1s/^\([^:, ]*\).*/\1/p')
    [[ -n $package ]] || fail "No Debian package brings $library, which an addon is linked with."
    printf '%s\n' "$package"
  done | sort -u
}

# pack NAME TIME FOLDER
pack() {
  local tarball="$3/$1.tar.gz"
  mkdir -p "$3"
  (cd "$tree" && find . -type f -printf '%P\0' | LC_ALL=C sort -z | xargs -0 sha256sum) >"$work/sums"
  mv "$work/sums" "$tree/SHA256SUMS"
  # Modes differ with the umask of whoever cloned this.
  tar --sort=name --mtime="@$2" --owner=0 --group=0 --numeric-owner --mode=u=rwX,go=rX --format=gnu --hard-dereference \
    -C "$work" -c "$1" |
    gzip -n -6 >"$tarball.part"
  try_out "$tarball.part"
  mv "$tarball.part" "$tarball"
  (cd "$3" && sha256sum "$1.tar.gz" >"$1.tar.gz.sha256")
  say "$tarball ($(du -m "$tarball" | cut -f 1) MB)"
}

# try_out TARBALL: what was packed runs, in a folder from which nothing of this one can be found by accident. systemd's
# socket leads nowhere, so that what speaks to it is loaded too.
try_out() {
  local folder daemon status=0
  say "Trying it out …"
  folder=$(mktemp -d)
  tar -xzf "$1" -C "$folder" --strip-components=1
  [[ -x $folder/bin/node ]] || ln -s "$node_path" "$folder/bin/node"
  XDG_RUNTIME_DIR="$folder" NOTIFY_SOCKET="$folder/nowhere" "$folder/bin/node" "$folder/dist/src/daemon/main.js" \
    --port 0 --output null --data "$folder/data" >"$logs/release-try.log" 2>&1 &
  daemon=$!
  # Up to ten minutes: qemu-user takes ten times as long as the machine that this is for, and more beside other work.
  for _ in {1..1200}; do
    ! grep -q '"song began"' "$logs/release-try.log" || break
    kill -0 "$daemon" 2>/dev/null || break
    read -rt 0.5 -u "$idle" || true
  done
  kill -TERM "$daemon" 2>/dev/null || true
  wait "$daemon" || status=$?
  rm -rf "$folder"
  { ((status == 0)) && grep -q '"song began"' "$logs/release-try.log" && ! grep -q crashed "$logs/release-try.log"; } || {
    show_end_of_log release-try 5
    fail "What was packed does not run: the reason stands in $(log_of release-try)."
  }
}
