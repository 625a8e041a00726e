# shellcheck shell=bash
# Copies of what a new version may bring to another form: the database and whatever lies beside it. Uploads and covers
# are in folders, are not migrated, and stay where they are. Only while the daemon is stopped.

# files_of_data: the names, without the daemon's lock, the store's reserve of room, and the key for HTTPS, which stays the
# machine's own whatever version runs on it.
files_of_data() {
  # shellcheck disable=SC2154 # appliance.sh sets it.
  find "$data" -mindepth 1 -maxdepth 1 -type f ! -name '*.lock' ! -name '*-reserve' ! -name 'https.pem' -printf '%f\0'
}

# copy_data FOLDER: whole, or not at all under that name.
copy_data() {
  mkdir -p "$(dirname "$1")" && chmod 700 "$(dirname "$1")" &&
    rm -rf "$1.part" && mkdir "$1.part" &&
    (cd "$data" && files_of_data | xargs -0 -r cp -P --preserve=all --reflink=auto -t "$1.part") &&
    sync -f "$1.part" && mv "$1.part" "$1"
}

# restore_data FOLDER: what is there goes aside, because it may be wanted for finding out what happened. All that needs
# room is done first, beside the data: fails with the data as it was.
restore_data() {
  local aside="$1-set-aside" new="$data.restored"
  # What an attempt that was cut off has set aside is what there was before it.
  while [[ -e $aside ]]; do aside+="-again"; done
  rm -rf "$new"
  if ! { mkdir -m 700 "$aside" "$new" && copy_files "$1" "$new" && sync -f "$new"; }; then
    rm -rf "$new"
    rmdir "$aside" 2>/dev/null || true
    return 1
  fi
  if ! (cd "$data" && files_of_data | xargs -0 -r mv -t "$aside"); then
    move_files "$aside" "$data"
    rm -rf "$new"
    return 1
  fi
  move_files "$new" "$data" && rmdir "$new" && sync -f "$data"
}

# As they are: no link that user mien has put there is gone through by root, neither read nor written.
copy_files() { (cd "$1" && find . -type f -print0 | xargs -0 -r cp -P --preserve=all -t "$2"); }
move_files() { (cd "$1" && find . -type f -print0 | xargs -0 -r mv -f -t "$2"); }

# keep_newest NUMBER FOLDER: their names begin with their time.
keep_newest() {
  local name
  find "$2" -mindepth 1 -maxdepth 1 -type d -name '[0-9]*' -printf '%f\n' | sort -r | tail -n "+$(($1 + 1))" |
    while read -r name; do rm -rf "${2:?}/$name"; done
}
