# shellcheck shell=bash
# A release out of a clone, from a tag that somebody trusted has signed. git decides who that is.

# build_tag TAG CLONE: sets tarball.
build_tag() {
  local tag="$1" clone tree out
  clone=$(realpath -m "$2")
  tree="$clone/build/update" out="$clone/build/release"
  [[ -d $clone/.git || -f $clone/.git ]] || fail "$clone is no clone of Mien: name the clone with --clone DIR."
  [[ -z $(git -C "$clone" remote) ]] || as_caller git -C "$clone" fetch --quiet --tags ||
    fail "The clone's tags can't be fetched: check the network."
  git -C "$clone" verify-tag "$tag" 2>/dev/null ||
    fail "$tag is not there, or not signed by a key that git trusts here: git -C $clone verify-tag $tag says more, and docs/install.md tells how a key is trusted."

  as_caller git -C "$clone" worktree remove --force "$tree" 2>/dev/null || true
  as_caller git -C "$clone" worktree add --quiet --detach "$tree" "$tag"
  as_caller "$tree/scripts/release" --out "$out"
  as_caller git -C "$clone" worktree remove --force "$tree"
  # shellcheck disable=SC2034 # update goes on with it.
  tarball=$(find "$out" -name "mien-${tag#v}-*.tar.gz")
  [[ -f $tarball ]] || fail "$tag was built, but not as version ${tag#v}: tags are called v and the version."
}
