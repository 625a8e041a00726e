/**
 * What the daemon says of files, folders and sticks; `{…}` stands where a sentence names something. By its sentence a page
 * knows what is wrong, and says it in its own language. `{problem}`, `{columns}` and `{when}` are one of those below.
 */
export const fileFaults = {
  /** For `{name}` where a sentence names no file. */
  theFile: "The file",

  sent: {
    busy: "Send no more than {count} files at the same time.",
    tooLarge: "A file may have {size} GB, not more.",
    brokeOff: "The file broke off before its end: send it again.",
    ending: "Mien is ending: send the file again when it is back.",
    leadsOut: "A path can't lead out of the folder: leave out its “..”.",
    noName: "The path has no name for the file in it.",
    otherMusic: "{name} is of a kind that Mien doesn't play: make it MP3, FLAC, Ogg, Opus, M4A or WAV.",
    noFile: "{name} is no file.",
    noPicture: "{name} is no JPEG, PNG or WebP picture.",
    largePicture: "{name} has more than 32 MB: make it smaller.",
    largePlaylist: "{name} has more than 1 MB: that is no playlist.",
    binaryPlaylist: "{name} is no playlist but binary.",
    problem: "{name} {problem}.",
    breaksOff: "{name} breaks off within its sound: it was cut short. Copy it again.",
    cutShort: "{name} was cut short: {share} % of its sound is there. Copy it again.",
    unreadableHere: "{name} can't be read where it was put ({why}): check the disk.",
    damaged: "{name} can't be read ({why}): it is damaged.",
  },
  disk: {
    full: "The disk of {folder} is full: make room.",
    silent: "The disk of {folder} does not answer: look at it.",
    unwritable: "The folder {folder} can't be written ({why}): check its permissions and its disk.",
    noRoom:
      "There is room for {room} MB, and {needed} MB are needed: make room, or name another disk in uploadFolder.",
    noRoomForData:
      "There is no room to write to {file}. Free some space on its disk, or move the data folder to a larger one.",
    held: "Another program holds {file} ({why}). End it, or wait until it has finished.",
  },
  stick: {
    gone: "The drive was pulled out, or failed, {when}. What was copied is kept: connect it and copy again, it goes on there.",
    silent: "The drive did not answer for {seconds} s.",
    ended: "The copy ended unexpectedly: begin it again.",
    changed: "The file changed while it was copied.",
    unreadable: "The file can't be read ({why}).",
    unreadableFolder: "The folder can't be read ({why}).",
    badName: "Its name is no valid UTF-8: rename it.",
    tooDeep: "It lies too deep in folders.",
  },
  /** Of a song in the library. */
  song: {
    problem: "The file {problem}: replace it.",
    unopenable: "The file can't be opened ({why}): check its permissions.",
    unreadable: "The file can't be read ({why}): replace it.",
    badName: "The file's name, or its folder's, is no valid UTF-8: rename it.",
    largeTags: "The file's tags and pictures take more than 48 MB: remove some.",
    misnamed: "The file holds {format} sound under another name: give it the right ending.",
    hollow: "The middle of the file is empty: it was not copied whole. Copy it again.",
    tooShort: "The file is shorter than a second.",
    stuck:
      "Reading the file did not end within {seconds} s: it is damaged, or its disk is. It is tried again later.",
    crashed: "Reading the file ended the reader ({why}): it is damaged. Replace it.",
    soundless: "The player could not make sound of this file.",
  },
  /** Why it could not be listened to. */
  listening: {
    silent: "The file is silent.",
    tooLittle: "Fewer than {seconds} s of the file could be decoded{how}.",
    noSound: "No sound came out of the file for {seconds} s.",
    killed: "ffmpeg was ended ({why}).",
    stuck: "Listening to it did not end within {seconds} s.",
    crashed: "Listening to it ended the thread ({why}).",
    ended: "The thread ended while it was listened to.",
  },
  corrections: {
    noCsv: "This is no CSV file of corrections: {why}",
    none: "This is no corrections file: the {columns} missing.",
    brokeOff: "The file broke off: send it again.",
    tooLong: "The file has more than 32 MB: split it.",
    notOnMap: "valence and arousal must be numbers from -1 to 1.",
    noMood: "mood must be one of {moods}.",
  },

  problem: {
    empty: "is empty",
    noSound: "holds no sound",
    noFormat: "holds no sound in any of the formats that Mien reads",
    noData: "holds no sound (no data chunk)",
    noFrame: "holds no FLAC frame where its first one should be",
    endsEarly: "ends before its first sound: it was cut short",
    endsInTag: "ends within its own tag: it was cut short",
    oddBox: "has a box of an impossible size",
    noIndex: "lacks its index (moov): it was cut short or is still being written",
    indexAlone: "has an index but no sound (mdat)",
    brokenPage: "has a broken Ogg page near its start",
    badTags: "has tags or an index that can't be read ({why})",
  },
  columns: {
    one: "column {name} is",
    several: "columns {names} are",
  },
  when: {
    before: "before anything was copied",
    after: "after {done} of {of} files",
  },
};

export type FileFaults = typeof fileFaults;
