# shellcheck shell=bash
# Whose releases may be installed without a person at the machine: SSH's own signatures of files, by keys that root keeps
# in /etc/mien/release-signers (ssh-keygen(1), ALLOWED SIGNERS).

signers=/etc/mien/release-signers
# Nobody's signature of something else, as of a letter or a commit, is one of a release.
namespace=mien-release

# sign_release FILE KEY: beside it, FILE.sig. The key's passphrase is asked for, or its agent has it.
sign_release() {
  rm -f "$1.sig"
  ssh-keygen -q -Y sign -n "$namespace" -f "$2" "$1" ||
    fail "$1 was made, but could not be signed with $2: name the file of an SSH key that is yours (ssh-keygen -t ed25519 makes one)."
}

# signers_line PUBLIC_KEY_FILE: as release-signers has it.
signers_line() {
  local kind key
  # Of a private key's file it would tell the fingerprint as well.
  if [[ $1 != *.pub ]] || ! ssh-keygen -lf "$1" >/dev/null 2>&1; then
    fail "$1 is no public SSH key: give the file whose name ends in .pub."
  fi
  read -r kind key _ <"$1"
  # Without the comment, which may be anything.
  printf 'mien namespaces="%s" %s %s\n' "$namespace" "$kind" "$key"
}

# trust_signers LINES: those that are not trusted yet.
trust_signers() {
  local line
  install -d -m 755 "$(dirname "$signers")"
  [[ -e $signers ]] || install -m 644 /dev/null "$signers"
  # A line that was written by hand may have no end.
  [[ ! -s $signers || -z $(tail -c 1 "$signers") ]] || printf '\n' >>"$signers"
  while read -r line; do
    [[ -z $line ]] || grep -qxF "$line" "$signers" || printf '%s\n' "$line" >>"$signers"
  done <<<"$1"
}

# check_signature FILE SIGNATURE
check_signature() {
  [[ -s $signers ]] ||
    fail "No key is trusted on this machine: sudo scripts/update --trust KEY.pub trusts that of whoever makes the releases."
  [[ -f $2 ]] || fail "$2 is not there: it comes with the release, beside its tarball."
  say "Checking the signature of $(basename "$1") …"
  ssh-keygen -Y verify -f "$signers" -I mien -n "$namespace" -s "$2" <"$1" >/dev/null 2>&1 ||
    fail "The signature is none of a key that is trusted here ($signers), or the file is not what was signed: fetch both again, from whoever makes your releases."
}

# check_not_older FOLDER THAN: releases, by when their programs were committed. Nobody brings back a hole by a signed
# release that once had it.
check_not_older() {
  local new old
  new=$(release_fact "$1" committed) old=$(release_fact "$2" committed)
  [[ -n $old ]] && ((${new:-0} < old)) || return 0
  rm -rf "$1"
  fail "The release is older than the one that runs: an older one takes scripts/update on the machine itself."
}
