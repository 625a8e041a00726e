/**
 * What the daemon refuses, by a code that stays, and the sentence that it says; `{…}` stands for something that is named.
 * Pages have words for each code in their own languages (src/ui/words/refusal-words.ts), and programs may go by it.
 */

/** Met at the screen, on a phone, or by whoever signs in. */
export const roomRefusals = {
  touches: "Too many touches at once.",
  busy: "Too much is asked for at once: wait a moment.",
  closed: "It is closed: the music begins again by itself when it opens.",
  silent: "Nothing is playing.",
  "picks-changed": "These six have changed meanwhile. Choose one of those that are there now.",
  "not-waiting": "This song is not waiting any more.",
  "song-gone": "This song is not in the library any more.",
  "file-away": "The file of this song is not there at the moment.",
  unplayable: "This song can't be played: {why}",
  explicit: "Explicit songs are not played here.",
  "explicit-now": "Explicit songs are not played here at this hour.",
  "too-lively": "This song is too lively for these quiet hours.",
  "song-blocked": "This song is blocked here.",
  "song-unwanted": "This song is not wanted here for a while.",
  "artist-blocked": "Songs by {artist} are blocked here.",
  "artist-unwanted": "Songs by {artist} are not wanted here for a while.",
  playing: "This song is playing already.",
  asked: "Somebody has asked for this song already: it comes soon.",
  "queue-full": "{count} songs are waiting already.",
  "no-artist": "This song names no artist.",
  "nothing-back": "There is nothing to take back any more.",
  "owners-only": "Only the owner can take this back.",
  "no-camera-at-work":
    "Inferring the emotions of staff is forbidden in the EU (AI Act, Art. 5(1)(f)): in a workplace the camera stays off.",
  "no-camera-at-school":
    "Inferring the emotions of pupils is forbidden in the EU (AI Act, Art. 5(1)(f)): in a school the camera stays off.",
  "no-camera-yet": "Mien opens no camera until it is set up.",
  "volume-settings": "The owner has set it to {range}.",
  "volume-daypart": "At this time of day it is {range}.",
  "volume-quiet-hours": "Quiet hours: {range}.",
  "volume-clock": "Until this machine knows the time it is {range}.",
  wrong: "The name, or the PIN or passphrase, is wrong.",
  "wrong-pin": "That is not your PIN.",
  "wrong-passphrase": "That is not your passphrase.",
  crowd: "Many want in at once: try again in a moment.",
  "wait-minutes": "Too many attempts: try again in {minutes} minutes.",
  "wait-seconds": "Too many attempts: try again in {seconds} seconds.",
  "name-taken": "Somebody here goes by that name: take another one.",
  "name-empty": "A name needs a letter or a digit.",
  "name-odd": "The name has a character in it that can't be shown.",
  "card-again": "Hold the card to the reader once more.",
  "sign-in": "Sign in first.",
  "sign-in-named": "Sign in with your name first.",
  admins: "This is for admins: sign in as one.",
  "admins-come-by": "This is for admins. From another machine they come in at {address}.",
  "admins-no-https": "This is for admins. There is no HTTPS just now: Mien's log says why.",
  "passphrase-come-by":
    "A passphrase is taken on the machine itself or by HTTPS alone: in the network others could read it. From another machine they come in at {address}.",
  "passphrase-no-https":
    "A passphrase is taken on the machine itself or by HTTPS alone: in the network others could read it. There is no HTTPS just now: Mien's log says why.",
  "admins-pin-come-by":
    "An admin's PIN is taken on the machine itself or by HTTPS alone: in the network others could read it. From another machine they come in at {address}.",
  "unread-come-by":
    "This goes on the machine itself or by HTTPS alone: in the network others could read it. From another machine it is at {address}.",
  "unread-no-https":
    "This goes on the machine itself or by HTTPS alone: in the network others could read it. There is no HTTPS just now: Mien's log says why.",
  "own-screen": "This is done at Mien's own screen.",
  "camera-opens": "The camera is opened at Mien's own screen, or by an admin.",
  "set-up-first": "Until Mien is set up this is done on the appliance itself.",
  "no-room-for-people": "There is no room for more people: an admin can remove some.",
  nobody: "There is nobody like that here.",
  "last-admin": "Nobody could look after Mien any more: make somebody else an admin first.",
  "pin-needed": "Give a PIN of 4 to 8 digits.",
  "not-admin": "You are not an admin here.",
  "admins-passphrases": "Passphrases are for admins.",
  "passphrase-of-now": "A new passphrase takes the one of now, not a PIN.",
  "enough-songs": "{count} songs are enough: take others off the list first.",
  "card-taken": "This card is somebody's already.",
  "enough-cards": "That is enough cards for one person.",
  "stick-gone": "This stick is not there any more: plug it in again.",
  "stick-busy": "Something is being saved to a stick just now: wait a moment.",
  "stick-silent": "The stick does not answer: pull it out, and take another one.",
  "stick-full": "There is no room on the stick: make some, or take another one.",
  "stick-unwritable":
    "Mien can't write to the stick ({why}): take another one, or ask an admin to open it to Mien.",
  "own-pages": "Only the appliance's own pages may ask for this.",
  unnamed:
    "This appliance does not go by the name {name}: its owner can add it to the setting hostNames, on the machine itself.",
  wrongdoing: "Something went wrong here; the log says what.",
  nothing: "There is nothing at this address.",
  "no-track": "There is no such track.",
  "disk-full":
    "There is no room to write to {file}. Free some space on its disk, or move the data folder to a larger one.",
  "store-died": "The {part} of the store {file} has died ({why}). If it comes again, report it with the log.",

  // What a field of a form is not: {field} is its name in the request, as docs/api.md has it, and as admin.name below another.
  "field-missing": "{field} must be given.",
  "field-empty": "{field} must not be empty.",
  "field-short": "{field} must have {count} characters at least.",
  "field-long": "{field} may have {count} characters at most.",
  "field-number": "{field} must be a number.",
  "field-whole": "{field} must be a whole number.",
  "field-least": "{field} must be {limit} at least.",
  "field-most": "{field} may be {limit} at most.",
  "field-few": "{field} must hold {count} at least.",
  "field-many": "{field} may hold {count} at most.",
  "field-digits": "{field} must be 4 to 8 digits.",
  "field-day": "{field} must be a day, written as 2026-11-30.",
  "field-path": "{field} must be a path from / on.",
} as const;

/** Met by an owner alone: at the first start, and on the owner's pages. */
export const ownerRefusals = {
  "set-up-already": "Mien is set up already.",
  "setup-code": "From another machine this takes the setup code: it is in Mien's log and on its screen.",
  "setup-runs": "Somebody else is just setting it up.",
  "setup-makes-admin": "Set Mien up first: that makes the first admin, and asks where it stands.",
  "time-zone": "There is no time zone {zone}: it is like Europe/Berlin.",
  "admin-passphrase": "An admin needs a passphrase.",
  "admin-passphrase-too": "An admin needs a passphrase: give one with the role.",
  "passphrase-again": "This gives somebody a way in: it takes your passphrase once more.",
  "admins-make-admins": "Only an admin makes another one.",
  "card-number": "That is no card's number.",
  "no-card": "There is no such card.",
  "screen-code": "That is not the code of Mien's own screen.",
  "no-device": "There is no device {id}: plug it in, and look again.",
  "device-refused":
    "The system does not let Mien read {name}: run sudo scripts/card-reader {id} in Mien's folder.",
  "device-unreadable": "{name} can't be read: pull it out and plug it in again.",
  "enough-readers": "Mien keeps {count} readers: forget one that is no longer used.",
  "no-reader": "Nobody named such a reader.",
  "no-picture": "The camera gives no picture just now. Its health says why.",
  "no-setting": "There is no setting called {name}.",
  "setting-choice": "{name} must be one of {choices}.",
  "no-service":
    "Nothing starts Mien again by itself here: end it, and start it in the way that it was started.",
  "no-day": "There is no such day: days are written as 2026-11-30.",
  "days-backwards": "The last day ({to}) comes before the first one ({from}).",
  "sending-others": "Others are being sent: ask again in a moment.",
  "restore-by-hand": "Nothing starts Mien again by itself here: restore the backup with scripts/restore.",
  "restore-runs": "A backup is being put in the database's place: wait until Mien has started again.",
  "restore-unnamed": "The note of which backup to restore was unreadable: choose one again.",
  "restore-late": "This was asked for too long ago, or the clock was set since: ask for it again.",
  "restore-cut-off": "Mien ended while the backup was put in its place: ask for it again.",
  "backup-unfit": "{backup} can't take the database's place: {why}. Choose another one.",
  "no-backup": "This backup is not there any more: choose one of those that are.",
  "update-by-hand": "Nothing here updates Mien when a page asks for it: use scripts/update.",
  "update-no-signers":
    "No key is trusted here that releases are signed with: docs/install.md says how one is.",
  "update-runs": "An update is under way: wait until it has come to its end.",
  "update-busy": "Another release is being sent: wait until it is here.",
  "update-no-release": "There is no release here: send its file that ends in .tar.gz first.",
  "update-no-signature": "The release's signature is missing: send it as well.",
  "update-broke-off": "The release broke off before its end: send it again.",
  "update-not-release": "This is no release: such a file ends in .tar.gz.",
  "update-not-signature": "This is no signature of a release: such a file ends in .tar.gz.sig.",
  "update-large": "No release is as large as that: it has 1 GB at most.",
  "update-large-signature": "No signature is as large as that: it has 8 kB at most.",
  "update-no-room": "There is no room for a release in {folder}: {missing} MB more are needed.",
  "update-unwritable":
    "A release can't be written to {folder} ({why}). Look whether it is a folder of Mien's user, on a sound disk.",
  "no-drive": "{path} is no drive, and no folder on one.",
  "not-uploaded": "Mien deletes nothing from your own music folders.",
  "upload-stays": "Its disk does not let the file go ({why}): look whether it is there and can be written.",
  "copies-another": "Another drive is being copied: wait for it, or end it.",
  "copies-nothing": "Nothing is being copied.",
  "model-missing":
    "The file models/{file} is missing: install Mien again, or in a clone bring it back with git checkout models.",
  "model-damaged":
    "The file models/{file} is damaged or of another version: install Mien again, or in a clone bring it back with git checkout models.",
  "model-unreadable":
    "The file models/{file} can't be read ({why}): install Mien again, or in a clone bring it back with git checkout models.",
  "model-says-nothing":
    "The file models/README.md says nothing of “{heading}”: install Mien again, or in a clone bring it back with git checkout models.",
  "database-held": "Another program holds {file} ({why}). End it, or wait until it has finished.",
  "database-damaged":
    "{file} is damaged or no SQLite database ({why}). Restore a backup, or move the file away: Mien then makes a new one and scans the music again.",
  "database-unreadable":
    "{file} can't be read or written ({why}, {errno}). Check that its disk is sound, is mounted for writing, and that its folder belongs to Mien's user.",
  "file-silent": "{file} does not answer. Plug its stick in again, or see to the server of its share.",
  "store-unstartable": "The {part} of the store {file} can't start ({why}). Run scripts/start.",
  "search-damaged": "The search's index in {file} is damaged ({why}), and is made anew.",
  "backup-unread":
    "What was written to {folder} can't be read again ({why}). Take another stick or disk for backups.",
  "backup-unwritable":
    "Backups can't be written to {folder} ({why}). Look whether Mien's user may write there.",
  "backup-no-room":
    "There is no room for a backup in {folder}. Make room, or choose another folder in the settings, under “Folder for backups”.",
  "backup-folder":
    "The folder for backups {folder} is not there. Connect its stick or disk, or choose another one in the settings, under “Folder for backups”.",
  "work-ended": "The {work} of {file} ended too soon: {why}",
} as const;

export type RoomRefusal = keyof typeof roomRefusals;
export type OwnerRefusal = keyof typeof ownerRefusals;
export type RefusalCode = RoomRefusal | OwnerRefusal;

/** By which a page or a program knows a refusal, whatever its words. */
export interface Coded {
  code: RefusalCode;
  /** What the sentence names; absent where it names nothing. */
  named?: Readonly<Record<string, string>>;
}
