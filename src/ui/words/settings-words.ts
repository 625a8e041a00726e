import type { SettingInfo } from "../../protocol/settings.ts";
import { translated } from "../languages/tables.ts";

const amount = (value: number): string => value.toLocaleString("en");

/** As the schema names them. */
const groupNames: Readonly<Record<SettingInfo["group"], string>> = {
  Place: "Place",
  Hours: "Opening hours",
  Camera: "Camera",
  Mood: "Mood",
  Music: "Music",
  Sound: "Sound",
  Network: "Network",
  Guests: "Guests",
  People: "People",
  Cards: "Cards",
  Backups: "Backups",
};

const english = {
  title: "Settings",
  groups: "Groups of settings",
  groupNames,
  /** In a field as narrow as a phone leaves it. */
  search: "Search",
  none: "No setting matches.",
  /** Of a search that found some. */
  found: (settings: number) => (settings === 1 ? "One setting found." : `${settings} settings found.`),
  loading: "One moment",
  failed: "The settings could not be loaded.",
  fromAfar: "You can look around. To change something, open this page on the appliance itself.",
  signInToChange: "You can look around. To change something, sign in as an admin.",
  overridden: "This run was started with another one, which holds until Mien is started without it.",
  holdsNow: (value: string) => `Now it is: ${value}.`,
  withheld: "Only admins see this.",
  unknown: "This one is changed with curl, as the manual tells.",

  saved: "Saved.",
  savedClosing: "Saved. By this it is closed now: the music ends.",
  savedForLater: "Saved. It holds from the next start.",
  savedBelow: "Saved. This run was started with another one: yours holds once Mien is started without that.",
  /** Of music folders, by their paths. */
  notThere: (folders: string) => `Not there now: ${folders}. Is it mistyped, or a drive unplugged?`,
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
  /** Of the outputs that mpv lists, those that are no device. */
  noSpeakers: "Which speakers there are could not be found out: type the name of one, or try again.",
  speakers: { auto: "Whichever the machine uses", null: "No sound" },
  /** Where a speaker's cable goes. */
  speakerKinds: {
    hdmi: "HDMI",
    usb: "USB",
    bluetooth: "Bluetooth",
    headphones: "Headphones",
    analogue: "Headphone or line socket",
    optical: "Digital output",
  },
  /** Of the languages that were chosen, the first one. */
  atRest: (language: string) => `${language}, at rest`,
  /** What the values of a choice are called, besides policies and languages. */
  choices: {
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
  },
  /** Beside a field that has their number in it. Those of time are the browser's own words. */
  units: {
    songs: (count: number): string => (count === 1 ? "song" : "songs"),
    phones: (count: number): string => (count === 1 ? "phone" : "phones"),
  },

  list: {
    add: "Add",
    addTo: (title: string) => `Add to: ${title}`,
    remove: "Remove",
    removeOf: (what: string) => `Remove ${what}`,
    noDay: "No weekday is left.",
    removeInstead: "Remove this entry instead",
    new: "New entry",
    none: "Nothing yet.",
  },
  days: "Weekdays",
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
    undated: "Choose its day: until then none of this is saved.",
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
    /** By the arousal that is the limit, where that has a name. */
    limits: {
      "-0.5": "Very calm songs alone",
      "-0.25": "Calm songs alone",
      "0": "No livelier than steady",
      "0.25": "A little lively at most",
      "0.5": "Fairly lively at most",
      "0.75": "All but the liveliest",
    },
    upTo: (share: string) => `Up to ${share}`,
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
    empty: "This may not be empty.",
    path: "Say the whole path, from / on.",
    form: (text: string) => `“${text}” is not written as this needs it.`,
  },

  backups: {
    label: "Copies that were made",
    now: "Back up now",
    running: "Backing up",
    done: "Backed up, and read again from beginning to end.",
    none: "None yet.",
    folder: (path: string) => `They lie in ${path}`,
    next: (when: string) => `The next one comes ${when}`,
    recovered: (when: string) =>
      `The database was damaged on ${when}. There was no backup, so an empty one took its place.`,
    recoveredFrom: (when: string, backup: string) =>
      `The database was damaged on ${when}. The backup of ${backup} took its place.`,
    kept: (path: string) => `The damaged one is kept in ${path}`,
    noted: "I have taken note",
    thanks: "It is not said on the screen any more.",
  },
  toCards: "People and their cards",
  restart: {
    now: "Start Mien again",
    takes: "It takes some seconds, in which nothing plays.",
    sure: "Start it again now",
    later: "Later",
    under: "Mien starts again. This takes some seconds, in which nothing plays.",
    away: "Mien has not come back yet; this page goes on waiting. If it stays away, switch the machine off and on again. Its log says why: journalctl -u mien",
    done: "Mien has started again.",
    byHand: "End Mien, and start it again in the way that it was started.",
  },
  guestPage: {
    /** The setting is on since Mien was started. */
    restart:
      "Phones can open their page once Mien has started again: from then on it is open to the network.",
    open: (address: string) => `Phones open ${address}`,
    network: "Phones can't open their page yet: switch “Open to the network” on, and start Mien again.",
    "no-address": "Phones can't open their page: this machine is in no network, or it gave no address.",
  },
};

export type SettingsWords = typeof english;

/** Every word of the settings page, but for what the settings themselves are called. */
export let settingsWords: SettingsWords = english;

translated<SettingsWords>(
  english,
  {
    de: () => import("../languages/de/settings.ts"),
    fr: () => import("../languages/fr/settings.ts"),
    es: () => import("../languages/es/settings.ts"),
    hi: () => import("../languages/hi/settings.ts"),
    ar: () => import("../languages/ar/settings.ts"),
    zh: () => import("../languages/zh/settings.ts"),
  },
  (table) => {
    settingsWords = table;
  },
);
