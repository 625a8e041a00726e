import type { MoodLabel } from "../protocol/mood.ts";
import type { AffectSource } from "../protocol/music.ts";

const songs = (count: number): string => (count === 1 ? "one song" : `${count.toLocaleString("en")} songs`);
const Songs = (count: number): string => (count === 1 ? "One song" : `${count.toLocaleString("en")} songs`);
const files = (count: number): string => (count === 1 ? "one file" : `${count.toLocaleString("en")} files`);

/** What became of files that were sent. */
interface UploadCounts {
  songs: number;
  covers: number;
  playlists: number;
  here: number;
  failed: number;
  leftOut: number;
}

const counted = (songs: number, covers: number, playlists: number): readonly string[] => {
  const several = (count: number, one: string): string =>
    `${count.toLocaleString("en")} ${count === 1 ? one : `${one}s`}`;
  const besides = [
    covers > 0 ? several(covers, "cover") : "",
    playlists > 0 ? several(playlists, "playlist") : "",
  ];
  const told = [songs > 0 || covers + playlists === 0 ? several(songs, "song") : "", ...besides];
  return told.filter((part) => part !== "");
};

/** Who says how a song sounds. */
const sources: Readonly<Record<AffectSource, string>> = {
  person: "The owner",
  guest: "Guests at the screen",
  tag: "The file's tag",
  playlist: "A playlist's name",
  folder: "A folder's name",
  genre: "Its genre",
  sound: "Its sound",
};

/** Every word of the owner's library page that the kiosk does not need. */
export const libraryWords = {
  title: "Library",
  sections: { label: "Sections", songs: "Songs", map: "Mood map", add: "Add music", take: "Take away" },
  signIn: "Sign in",
  signInToChange: "You can look around. To change something, sign in as an admin.",
  fromAfar: "You can look around. To change something, open this page on the appliance itself.",
  loading: "One moment",
  failed: "This could not be loaded.",
  again: "Try again",
  demo: "These are Mien's own demo pieces. Add your music, and they make room for it.",

  songs: {
    search: "Search title, artist, album or genre",
    filter: "Which songs",
    all: "All songs",
    noMood: "Songs without a mood",
    unplayable: "Unplayable songs",
    from: (source: AffectSource) => `Mood from: ${sources[source].toLowerCase()}`,
    order: "Order",
    orders: { title: "By title", newest: "Newest first" },
    /** `partial` where songs may not be found yet. */
    count: (total: number, more: boolean, partial = false) => {
      const found = more ? `More than ${songs(total)}` : Songs(total);
      return partial ? `${found} so far: the search is being made ready after an update` : found;
    },
    none: "No song matches.",
    noneSoFar: "No song matches so far. The search is being made ready after an update.",
    noneYet: "There is no music yet. Add some, or name a folder in the settings.",
    /** `all` is false where the list has more of them, farther down. */
    selectShown: (count: number, all: boolean) =>
      `Select ${all ? "all" : "the first"} ${count.toLocaleString("en")}`,
    select: (title: string) => `Select ${title}`,
    noMoodYet: "no mood yet",
    unplayableFor: (reason: string) => `Can't be played. ${reason}`,
    more: "More songs",
    missing: "The file is not there just now.",
  },

  correct: {
    label: "The chosen songs",
    none: "Choose a song to see how it sounds and who says so; or several, to say it yourself.",
    chosen: (count: number) => `${Songs(count)} chosen`,
    clear: "Deselect",
    say: "Say how it sounds",
    sayMany: "Say how they sound",
    disc: "Point where the music belongs",
    takeBack: "Forget what I said",
    playNow: "Play now",
    playNext: "Play next",
    plays: {
      now: (what: string) => `Plays now: ${what}`,
      next: (what: string) => `Plays next: ${what}`,
    },
    playsAlready: "It does not wait any more.",
    playNextMany: (count: number) => `Play all ${count} next`,
    /** More wait than the daemon takes. */
    tooMany: (most: number) => `At most ${most} songs wait at a time.`,
    block: "Never play it",
    blockMany: (count: number) => `Never play these ${count}`,
    allowMany: (count: number) => `Allow ${songs(count)} again`,
    blockArtist: (artist: string) => `Never play ${artist}`,
    done: (count: number, music: string) => `${Songs(count)} moved to “${music}”.`,
    takenBack: (count: number) => `${Songs(count)}: what you said was taken back.`,
    blocked: (what: string) => `${what} won't be played again.`,
    allowed: (what: string) => `${what} may be played again.`,
    undo: "Undo",
    undone: "That was taken back.",
  },
  evidence: {
    label: "How it sounds, and who says so",
    sources,
    none: "Nobody has said yet.",
    holds: "this counts",
    confidence: (share: number) => `${Math.round(share * 100)} % sure`,
    soundFailed: (reason: string) => `It could not be listened to. ${reason}`,
  },
  blocks: {
    label: "Blocked here",
    none: "Nothing is blocked.",
    allow: (what: string) => `Allow ${what} again`,
    allowShort: "Allow again",
    until: (time: string) => `until ${time}`,
    /** On a song in the list, and over its buttons. */
    blocked: "blocked",
    song: "This song is blocked here.",
    artist: (artist: string) => `Blocked here, as all songs by ${artist} are.`,
  },
  lately: {
    label: "What was said lately",
    by: { guest: "a guest", owner: "on this page" },
    undo: (what: string) => `Undo: ${what}`,
  },

  map: {
    label: "Your music by mood",
    drawing: (placed: number) => `The mood map with ${songs(placed)}, and a line round what runs dry`,
    stars: "The more stars, the more music.",
    shore: "Inside this line a mood runs dry within an hour.",
    unplaced: (count: number) => `${Songs(count)} without a place on the map.`,
    minutes: (minutes: number) => `${minutes} min`,
    hours: (hours: number) =>
      `${hours.toLocaleString("en", { maximumFractionDigits: hours < 10 ? 1 : 0 })} h`,
    list: "What each mood has",
    fillsADay: "Fills a day without repeating.",
    /** `about` is a length of music in words. */
    fillsAnHour: (about: string, missing: number) =>
      `Fills an hour. Add about ${about} (${songs(missing)}) to fill a day.`,
    thin: (about: string, missing: number) =>
      `Runs dry within an hour. Add about ${about} (${songs(missing)}).`,
    aboutMinutes: (minutes: number) => `${minutes} minutes`,
    aboutHours: (hours: number) => (hours === 1 ? "an hour" : `${hours.toLocaleString("en")} hours`),
    genres: (genres: readonly string[]) =>
      genres.length === 1
        ? `Of your genres ${genres[0]} is near.`
        : `Of your genres ${new Intl.ListFormat("en").format(genres)} are near.`,
  },
  effect: {
    label: "Did the room look different?",
    intro: (days: number) =>
      `How faces looked before and during songs in the last ${days} days, beyond what a room does by itself. A difference proves no cause.`,
    policies: {
      match: "To match",
      lift: "To brighten",
      calm: "To calm",
      energise: "To liven up",
      glide: "To lead on step by step",
    },
    songs: Songs,
    /** Along what a policy means to do, and against it. */
    intended: {
      lift: ["brighter", "darker"],
      calm: ["calmer", "livelier"],
      energise: ["livelier", "calmer"],
      glide: ["nearer to its end", "farther from its end"],
    },
    valence: "brighter",
    arousal: "livelier",
    verdicts: {
      improved: (way: string, _against: string) => `The room looked ${way}`,
      worsened: (_way: string, against: string) => `The room looked ${against}`,
      "no-effect-seen": () => "No effect seen",
      "too-few": () => "Too few songs to tell",
      yardstick: () => "The yardstick for the others",
    },
    empty: "No song has played yet while faces were seen.",
  },

  add: {
    fromAfar: "Music is added on the appliance itself: its folders and sticks are shown to nobody else.",
    label: "From this computer",
    drop: "Drop songs or folders here",
    files: "Choose files",
    folder: "Choose a folder",
    room: (free: string) => `${free} free`,
    progress: (done: number, of: number) => `${done.toLocaleString("en")} of ${files(of)}`,
    stop: "Stop",
    clear: "Clear the list",
    results: "What became of the files",
    kept: "added",
    "already-here": "was here already",
    waiting: "waiting",
    stopped: "stopped",
    tooLarge: (most: string) => `larger than ${most}`,
    /** A folder's covers and playlists are kept as well, and are no songs. */
    summary: ({ songs, covers, playlists, here, failed, leftOut }: UploadCounts) =>
      [
        here + failed + leftOut === 0 || songs + covers + playlists > 0
          ? `${new Intl.ListFormat("en").format(counted(songs, covers, playlists))} added`
          : "",
        here > 0 ? `${here.toLocaleString("en")} here already` : "",
        failed > 0 ? `${failed.toLocaleString("en")} not taken` : "",
        leftOut === 0
          ? ""
          : leftOut === 1
            ? "one file is no music"
            : `${leftOut.toLocaleString("en")} files are no music`,
      ]
        .filter((part) => part !== "")
        .join(", "),
    retry: "Send again what was not taken",
    broke: "The connection broke.",
    more: (count: number) => `and ${files(count)} more`,
  },
  stick: {
    label: "From a stick",
    none: "No stick is plugged in.",
    look: "Look again",
    copy: "Copy this stick",
    size: (used: string) => `${used} on it`,
    states: {
      idle: "",
      looking: "Looking through the stick",
      copying: "Copying",
      done: "Copied",
      cancelled: "Stopped. What was copied stays.",
      "no-room": "There is not enough room, so nothing was copied.",
      "drive-gone": "The stick was pulled out. What was copied stays.",
      failed: "The copy has ended with a fault.",
    },
    found: (count: number) => `${files(count)} found`,
    progress: (done: number, of: number, bytes: string, ofBytes: string) =>
      `${done.toLocaleString("en")} of ${files(of)}, ${bytes} of ${ofBytes}`,
    here: (count: number) => `${count.toLocaleString("en")} here already`,
    failed: (count: number) => `${files(count)} could not be copied`,
    cancel: "Stop copying",
  },

  take: {
    playlists: "A playlist for each mood",
    playlistsHint: "M3U files for any player on this machine, each with the songs nearest to its mood.",
    playlistsFromAfar: "They name this machine’s folders, so take them on the appliance itself.",
    corrections: "What people here have said",
    correctionsHint: "A CSV file, to keep or to take to another Mien.",
    download: "Download",
    bringBack: "Bring a file back",
    broughtBack: (changed: number, unknown: number) =>
      `${Songs(changed)} moved${unknown > 0 ? `, ${songs(unknown)} not found here` : ""}.`,
    fault: (line: number, reason: string) => `Line ${line}: ${reason}`,
    plays: "What was played",
    playsHint:
      "A CSV file as collecting societies ask for it: title, artists, album, ISRC, start, and seconds heard.",
    from: "From",
    to: "To",
    months: { this: "This month", last: "Last month" },
    fileName: (name: string) => `It will be called ${name}`,
    backwards: "The last day comes before the first one.",
  },
  moodFile: (label: MoodLabel) => `/api/library/moods.m3u8?label=${label}`,
};
