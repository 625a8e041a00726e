import { languageName } from "./facts/language-name.ts";
import { words } from "./words.ts";

const amount = (value: number): string => value.toLocaleString("en");

/** What the values of a choice are called; one that is not named is shown as it is. */
const choices: Readonly<Record<string, string>> = {
  match: "Suit the room",
  lift: "Brighten it",
  calm: "Calm it",
  energise: "Liven it up",
  glide: "Lead on step by step",
  expressions: "Seven expressions",
  smile: "Smiles only",
  haarcascade_frontalface_alt2: "alt2",
  haarcascade_frontalface_default: "default",
  finish: "Let the song end",
  fade: "Fade over at once",
  home: "At home",
  venue: "In a venue",
  workplace: "In a workplace",
  school: "In a school",
};

const liveliest: Readonly<Record<number, string>> = {
  "-0.5": "Very calm songs alone",
  "-0.25": "Calm songs alone",
  0: "No livelier than steady",
  0.25: "A little lively at most",
  0.5: "Fairly lively at most",
  0.75: "All but the liveliest",
};

/** Where the schema's own words tell how a value is written: here it is pointed to. */
const help: Readonly<Record<string, string>> = {
  policy:
    "“Suit the room” plays as the room is, “Brighten it” heads for bright music, “Calm it” for quiet, “Liven it up” for lively, and “Lead on” begins as the room is and moves on song by song.",
  policyByMood: "Which of these holds for a mood of its own.",
  glideTo: "The point that “Lead on step by step” comes to.",
  onMoodChange: "Whether the running song may end first, or a fitting one comes in at once.",
  sensing: "With smiles only, nothing but smiling or not leaves the program that sees the picture.",
  openingHours:
    "When there is music: a day may have several spans, and one may run past midnight. It begins and ends by itself. Until the machine knows the time it counts as open, at a low volume.",
  holidays: "Days with hours of their own, or with none. They outrank the opening hours.",
  temporaryStop: "Outranks the opening hours.",
  quietHours: "Never louder than this at these times, whatever else holds.",
  volumeRange:
    "How quiet and how loud anybody may make it. A part of the day may have its own, within this one.",
  volume: "How loud it begins. Whoever is at the screen may change it.",
  adventure:
    "How far the random generator strays from the best fit: none always takes the best, all hardly minds.",
  output: "The song goes on at the other one. A speaker that is not there is waited for.",
  usualMood: "What the music goes by when nobody is seen. A part of the day may have its own.",
};

/** Every word of the settings page. */
export const settingsWords = {
  title: "Settings",
  groups: "Groups of settings",
  search: "Search the settings",
  none: "No setting matches.",
  loading: "One moment",
  failed: "The settings could not be loaded.",
  again: "Try again",
  fromAfar: "You can look around. To change something, open this page on the appliance itself.",
  signInToChange: "You can look around. To change something, sign in as an admin.",
  signIn: "Sign in",
  overridden: "Mien was started with a value for this, which holds until it is started without it.",
  unknown: "This one is changed with curl, as the manual tells.",

  help,
  saved: "Saved.",
  savedForLater: "Saved. It holds from the next start.",
  savedBelow: "Saved. It holds once Mien is started without a value for it.",
  saving: "Saving",
  undo: "Undo",
  undoOf: (title: string) => `Undo: ${title}`,
  default: "Default",
  defaultOf: (title: string) => `Back to the default: ${title}`,
  on: "On",
  off: "Off",
  empty: "none",
  notSaid: "Not said",
  machineTime: "The machine's own",
  choice: (value: string) => choices[value] ?? (/^[a-z]{2}$/.test(value) ? languageName(value) : value),
  units: { ms: "seconds" } as Readonly<Record<string, string>>,
  percent: (share: number) => words.controls.percent(share),

  list: {
    add: "Add",
    addTo: (title: string) => `Add to: ${title}`,
    remove: "Remove",
    removeOf: (what: string) => `Remove ${what}`,
    new: "New entry",
    none: "Nothing yet.",
  },
  days: {
    label: "Weekdays",
    short: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
  },
  hours: {
    add: "Add hours",
    from: "From",
    to: "To",
    nextDay: "the next day",
    allDay: "24 hours",
    always: "It always plays.",
    noQuiet: "No quiet hours.",
    ceiling: "At most",
    floor: "At least",
  },
  holidays: {
    add: "Add a day",
    date: "Day",
    closed: "Closed",
    none: "No days with hours of their own.",
  },
  dayparts: {
    add: "Add a part of the day",
    none: "The whole day is alike.",
    name: "Name",
    new: "Evening",
    usual: "Usual mood",
    policy: "What the music does",
    byMood: "The same for single moods",
    explicit: "Explicit songs",
    allowed: "Allowed",
    forbidden: "None",
    liveliest: "How lively a song may be",
    volume: "Volume",
    asElsewhere: "As at other times",
    ownPoint: "A point of its own",
    anyLively: "Any",
    ownRange: "A range of its own",
    /** By the arousal that is the limit. */
    upTo: (arousal: number) => liveliest[arousal] ?? `Up to ${words.controls.percent(arousal)}`,
  },
  zones: {
    count: (count: number) => (count === 0 ? "None." : count === 1 ? "One." : `${count} of them.`),
    draw: "Draw them on the camera page",
  },
  policies: { asAbove: "As above" },
  stop: {
    byHours: "By the opening hours",
    closed: "Closed until I open it",
    until: "Closed until",
    moment: "When it opens again",
  },
  faults: {
    number: "This takes a number.",
    wholeNumber: "This takes a whole number.",
    between: (least: number, most: number) => `This takes ${amount(least)} to ${amount(most)}.`,
    time: "Say a time, such as 09:00.",
    date: "Say a day.",
    days: "Choose at least one day of the week.",
    name: "Give it a name.",
    range: "The least is louder than the most.",
    there: "It is in the list already.",
  },

  backups: {
    label: "Copies that were made",
    now: "Back up now",
    running: "Backing up",
    done: "Backed up, and read again from beginning to end.",
    none: "None yet.",
    folder: (path: string) => `They lie in ${path}`,
    next: (when: string) => `The next one comes ${when}`,
    recovered: (when: string, backup: string | null) =>
      backup === null
        ? `The database was damaged on ${when}. There was no backup, so an empty one took its place.`
        : `The database was damaged on ${when}. The backup of ${backup} took its place.`,
    kept: (path: string) => `The damaged one is kept in ${path}`,
    noted: "I have taken note",
    thanks: "It is not said on the screen any more.",
  },
  guestPage: {
    open: (address: string) => `Phones open ${address}`,
    network: "Phones can't open their page yet: turn openToNetwork on, and start Mien again.",
    "no-address": "Phones can't open their page: this machine is in no network, or it gave no address.",
    off: "",
  },
};
