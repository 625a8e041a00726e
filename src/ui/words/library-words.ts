import type { AffectSource } from "../../protocol/music.ts";
import { translated } from "../languages/tables.ts";

const songs = (count: number): string => (count === 1 ? "one song" : `${count.toLocaleString("en")} songs`);
const Songs = (count: number): string => (count === 1 ? "One song" : `${count.toLocaleString("en")} songs`);
/** Who says how a song sounds. */
const sources: Readonly<Record<AffectSource, string>> = {
  person: "The owner",
  guest: "People at the screen",
  tag: "The file's tag",
  playlist: "A playlist's name",
  folder: "A folder's name",
  genre: "Its genre",
  sound: "Its sound",
};

const english = {
  title: "Library",
  sections: { label: "Sections", songs: "Songs", map: "Mood map", add: "Add music", take: "Take away" },
  signInToChange: "You can look around. To change something, sign in as an admin.",
  fromAfar: "You can look around. To change something, open this page on the appliance itself.",
  addFromAfar: "Music is added on the appliance itself: its folders and sticks are shown to nobody else.",
  loading: "One moment",
  failed: "This could not be loaded.",
  again: "Try again",
  demo: "Mien's own demo pieces play. Ten songs of your own, or a music folder in the settings, take their place.",

  songs: {
    search: "Search title, artist, album or genre",
    filter: "Which songs",
    all: "All songs",
    noMood: "Songs without a mood",
    unplayable: "Unplayable songs",
    /** `who` is one of `evidence.sources`. */
    from: (who: string) => `Mood from: ${who.toLowerCase()}`,
    order: "Order",
    orders: { title: "By title", newest: "Newest first" },
    /** `partial` where songs may not be found yet. */
    count: (total: number, more: boolean, partial = false) => {
      const found = more ? `More than ${songs(total)}` : Songs(total);
      return partial ? `${found} so far: the search is being made ready after an update` : found;
    },
    none: "No song matches.",
    noneFor: (search: string) => `Nothing was found for “${search}”.`,
    clear: "Show all songs",
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
    playNextMany: (count: number) => `Play all ${count.toLocaleString("en")} next`,
    /** More wait than the daemon takes. */
    tooMany: (most: number) => `At most ${most} songs wait at a time.`,
    block: "Never play it",
    blockMany: (count: number) => `Never play these ${count.toLocaleString("en")}`,
    allowMany: (count: number) => `Allow ${songs(count)} again`,
    blockArtist: (artist: string) => `Never play ${artist}`,
    done: (count: number, music: string) => `${Songs(count)} moved to “${music}”.`,
    takenBack: (count: number) => `${Songs(count)}: what you said was taken back.`,
    blocked: (what: string) => `${what} won't be played again.`,
    allowed: (what: string) => `${what} may be played again.`,
    undo: "Undo",
    undone: "That was taken back.",
    /** Of the others something else was said meanwhile. */
    undonePartly: (held: number, of: number) =>
      `${held} of ${of} songs were taken back. The others have changed since.`,
  },
  /** Files that were uploaded go from the disk; nothing brings them back. */
  files: {
    delete: (count: number) =>
      count === 1 ? "Delete the file" : `Delete ${count.toLocaleString("en")} files`,
    ask: (count: number): string =>
      count === 1
        ? "The file goes from Mien's disk, and nothing brings it back."
        : "These files go from Mien's disk, and nothing brings them back.",
    sure: (count: number) => `Delete ${count === 1 ? "it" : "them"} for good`,
    keep: (count: number) => `Keep ${count === 1 ? "it" : "them"}`,
    deleted: (count: number) => `${Songs(count)} deleted.`,
    stay: (count: number, why: string) => `${Songs(count)} ${count === 1 ? "stays" : "stay"}: ${why}`,
  },
  /** Before many songs are changed at once, and after it. */
  many: {
    move: (count: number, music: string) => `Move ${songs(count)} to “${music}”?`,
    takeBack: (count: number) => `Forget what you said of ${songs(count)}?`,
    block: (count: number) => `Never play ${songs(count)} again?`,
    allow: (count: number) => `Allow ${songs(count)} again?`,
    after: "It can be undone.",
    yes: (count: number) => `Yes, all ${count.toLocaleString("en")}`,
    no: "No",
    last: "Your last change here",
  },
  evidence: {
    label: "How it sounds, and who says so",
    sources,
    none: "Nobody has said yet.",
    /** Between who says so and what they say. */
    colon: ": ",
    holds: "this counts",
    confidence: (share: number) => `${Math.round(share * 100)} % sure`,
    soundFailed: (reason: string) => `It could not be listened to. ${reason}`,
  },
  blocks: {
    label: "Blocked here",
    none: "Nothing is blocked.",
    allow: (what: string) => `Allow ${what} again`,
    allowShort: "Allow",
    until: (time: string) => `until ${time}`,
    /** On a song in the list, and over its buttons. */
    blocked: "blocked",
    song: "This song is blocked here.",
    artist: (artist: string) => `Blocked here, as all songs by ${artist} are.`,
  },
  lately: {
    label: "What was said lately",
    by: { guest: "at the screen", owner: "on this page" },
    undo: (what: string) => `Undo: ${what}`,
  },
};

export type LibraryWords = typeof english;

/** Every word of the owner's library page that the kiosk does not need. */
export let libraryWords: LibraryWords = english;

translated<LibraryWords>(
  english,
  {
    de: () => import("../languages/de/library.ts"),
    fr: () => import("../languages/fr/library.ts"),
    es: () => import("../languages/es/library.ts"),
    hi: () => import("../languages/hi/library.ts"),
    ar: () => import("../languages/ar/library.ts"),
    zh: () => import("../languages/zh/library.ts"),
  },
  (table) => {
    libraryWords = table;
  },
);
