# shellcheck shell=bash
# Mien as a service of the system: where its parts lie, and what install, update and uninstall have in common.
#
#   /opt/mien/releases/VERSION   one release each, never changed once it runs
#   /opt/mien/current            the one that runs, a link
#   /opt/mien/trial              an update that is not judged yet
#   /var/lib/mien                the owner's: database, covers, uploads
#   /var/lib/mien-backups        what updates have copied of it
#   /usr/local/lib/...           units, udev rules and the like, copied from the release that runs

lib="$(dirname "${BASH_SOURCE[0]}")"
root="$(cd "$lib/../.." && pwd)"
# shellcheck source=say.sh
. "$lib/say.sh"
# shellcheck source=disk.sh
. "$lib/disk.sh"
# shellcheck source=debian.sh
. "$lib/debian.sh"

# shellcheck disable=SC2034 # Not each of the scripts uses all of them.
opt=/opt/mien data=/var/lib/mien backups=/var/lib/mien-backups etc=/usr/local/lib cgroups=/sys/fs/cgroup
# What is installed is for user mien to read, whatever the person's own umask is.
umask 022

# Long output stays where it can be looked at after a clone or a tarball has been thrown away.
logs=/var/log/mien
log_of() { printf '%s/%s.log' "$logs" "$1"; }

# need_root SCRIPT ARGUMENT…
need_root() {
  [[ $(id -u) == 0 ]] || fail "This changes the system: run it as root, as with: sudo $*"
  [[ -d /run/systemd/system ]] ||
    fail "This system does not run systemd, which has to keep Mien running. scripts/start runs it by hand."
}

# as_caller COMMAND…: as the person who called sudo. What is built in a person's clone stays theirs.
as_caller() {
  if [[ $(id -u) == 0 && -n ${SUDO_USER:-} && $SUDO_USER != root ]]; then
    sudo -H -u "$SUDO_USER" "$@"
  else
    "$@"
  fi
}

# release_fact FOLDER WORD: what that release says of itself.
release_fact() { sed -n "s/^$2 //p" "$1/RELEASE"; }

# What ends then says nothing of a version.
going_off() { [[ $(systemctl is-system-running 2>/dev/null) == stopping ]]; }

# The version that runs or would run, or nothing.
installed_version() { [[ ! -e $opt/current/RELEASE ]] || release_fact "$opt/current" version; }

# Where the daemon says that it listens, once it is ready; nothing before.
service_address() {
  systemctl show --property=StatusText --value mien.service |
    sed -n 's#^\(http://[^ ]*\).*#\1#p' | sed 's#//\(0\.0\.0\.0\|\[::\]\):#//localhost:#'
}

# wait_for SECONDS WHAT COMMAND…: until the command is content.
wait_for() {
  local deadline=$((SECONDS + $1)) what="$2"
  shift 2
  until "$@"; do
    ((SECONDS < deadline)) || fail "Waited in vain for $what. What the daemon says: journalctl -u mien -n 50"
    sleep 1
  done
}
