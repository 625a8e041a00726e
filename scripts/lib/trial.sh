# shellcheck shell=bash
# What root notes while an update is not judged yet, so that no power cut leaves it so (mien-trial.service):
#
#   /opt/mien/trial/old    a link to the release before: its scripts judge, as in any update
#   /opt/mien/trial/note   "new FOLDER" and "copy FOLDER"
#   /opt/mien/trial/state  switching, watching, or "going-back WHY"

# shellcheck disable=SC2154 # appliance.sh sets it.
trial="$opt/trial"
# By then people have used the new one for so long that nobody wants the data of before back.
judged_within_days=3

# begin_trial OLD NEW COPY: whole or not at all. Fails where it can't be noted.
begin_trial() {
  local new="$trial.new"
  rm -rf "$trial" "$new" && mkdir "$new" && ln -s "$1" "$new/old" && echo switching >"$new/state" &&
    printf 'new %s\ncopy %s\n' "$2" "$3" >"$new/note" &&
    sync -f "$new" && mv -T "$new" "$trial" && sync -f "$opt"
}

# trial_is STATE: that it can't be noted stops nothing; with an earlier one more is done again.
trial_is() {
  [[ ! -d $trial ]] || { echo "$*" >"$trial/state.new" && sync -f "$trial" && mv -T "$trial/state.new" "$trial/state" &&
    sync -f "$trial"; } || true
}

trial_fact() { sed -n "s/^$1 //p" "$trial/note"; }

# It is judged. In one step: half a note would be worse than none.
end_trial() {
  rm -rf "$trial.new"
  [[ ! -d $trial ]] || mv -T "$trial" "$trial.new" || true
  rm -rf "$trial.new"
  sync -f "$opt" || true
}

# resume_trial: the update that was cut off, to its end this way or that, by go_back and judge. Each step can be done once
# more: the copy of the data is whole before anything is noted, and nothing takes it away.
resume_trial() {
  local current state
  if [[ ! -f $trial/note || ! -f $trial/state ]]; then say "No update was cut off." && return; fi
  current=$(readlink -f "$opt/current")
  state=$(<"$trial/state")
  old=$(readlink -f "$trial/old") release=$(trial_fact new) copy=$(trial_fact copy)
  if [[ ! -f $old/RELEASE || ($current != "$old" && $current != "$release") || ! -d $copy ]]; then
    say "An update was cut off, and something else was installed since: it is left as it is."
    end_trial
    return
  fi
  old_version=$(release_fact "$old" version) new_version=$(release_fact "$release" version 2>/dev/null || basename "$release")
  if [[ $current == "$old" ]]; then
    # The new one has never run yet, or the old one has its data again: only units may be of either.
    say "The update from $old_version to $new_version was cut off: $old_version stays."
    "$old/scripts/install" --activate "$old" 9>&- || say "$old_version does not start: journalctl -u mien -n 50 says why."
    [[ $state == going-back* ]] || state="going-back the power went before it was switched to"
    note_update "$old_version" "$new_version" came-back "${state#going-back }"
    end_trial
    return
  fi
  # Where the way back was cut off among the files, there is no version's data to stay with.
  # shellcheck disable=SC2154 # appliance.sh sets it.
  if [[ ! -e $data.restored && -n $(find "$trial/note" -mmin "+$((judged_within_days * 24 * 60))") ]]; then
    say "The update to $new_version was cut off more than $judged_within_days days ago: it stays."
    end_trial
    return
  fi
  case $state in
    going-back*) half_back=yes && go_back "${state#going-back }" ;;
    switching) "$release/scripts/install" --activate "$release" 9>&- || go_back "it does not start" ;;
  esac
  # By the daemon alone: with the machine everything else starts as well, and networks, clocks and shares come later.
  were=""
  judge 180
}
