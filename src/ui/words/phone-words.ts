import type { PhoneRefusal } from "../../protocol/guests.ts";
import { moodNames } from "../../protocol/mood-names.ts";
import { translated } from "../languages/tables.ts";

const songs = (count: number): string => (count === 1 ? "one song" : `${count} songs`);

const english = {
  title: (place: string) => `Music at ${place}`,
  now: {
    playing: "Now playing",
    paused: "Paused",
    none: "The first song is being chosen.",
    coverOf: (title: string) => `Cover of ${title}`,
    unknownArtist: "Unknown artist",
    progress: (at: string, of: string) => `${at} of ${of}`,
  },
  closed: {
    title: "It is closed just now",
    until: (time: string) => `Until ${time}. The music begins again by itself.`,
    open: "The music begins again by itself when it opens.",
  },
  vote: {
    want: "Another song, please",
    wanted: "You want another song",
    count: (votes: number, needed: number) => `${votes} of ${needed}`,
    explain: (votes: number, needed: number) =>
      votes === 0 ? `It takes ${needed} phones.` : `${votes} of the ${needed} phones that it takes.`,
  },
  ask: {
    heading: "Choose what comes",
    ask: (title: string) => `Ask for ${title}`,
    left: (count: number) =>
      count === 1 ? "One more song of yours may wait." : `${songs(count)} of yours may wait.`,
    enough: "As many songs of yours wait as may. Another one when one of them has played.",
    again: (time: string) => `You can ask for another song at ${time}.`,
    off: "Songs can't be asked for here just now.",
    others: "Other songs",
    noOthers: "No other songs can be asked for just now.",
    /** Of one that is offered though others would suit better. */
    lessSo: "Suits less well just now",
    none: "All the songs here come soon or were heard lately.",
    noneFrom: (time: string) => `All the songs here were heard lately. From about ${time} you can ask again.`,
    waitsAt: (place: number) =>
      place === 1 ? "Asked for: first in the list" : `Asked for: number ${place} in the list`,
    asked: (title: string) => `${title} is in the list.`,
  },
  search: {
    open: "Search for a song",
    title: "Search",
    label: "Title, artist or album",
    close: "Done",
    searching: "Searching",
    none: (words: string) => `Nothing here is called “${words}”.`,
    hint: "Some letters are enough.",
    browse: "Or look at what there is:",
    moods: moodNames,
    more: "More songs",
    perhaps: "Perhaps one of these:",
    noneSuch: "There is nothing like that here just now.",
    found: (count: number) => (count === 1 ? "One song" : `${count} songs`),
  },
  waiting: {
    heading: "What waits",
    none: "Nobody has asked for a song. Yours would be the first.",
    turns: "Guests have their turns one after another.",
    between: "Guests have their turns one after another. Songs that suit the room come between.",
    yours: "Yours",
    /** Never two songs by one artist in a row. */
    afterAnother: "Another artist comes first",
    place: (place: number) => `Number ${place}`,
    takeBack: "Take back",
    takeBackOf: (title: string) => `Take back ${title}`,
    tookBack: (title: string) => `${title} does not wait any more.`,
    forgotten:
      "Mien has started anew and does not know any more what waited. Where a song of yours is missing, ask for it once more.",
    gone: (title: string) => `${title} can't be played here after all.`,
  },
  link: {
    connecting: "One moment",
    lost: "No connection to the music just now. Trying again.",
    off: "This page is turned off",
    offDetail: "The owner lets no phones take part at the moment. It comes back by itself when they do.",
    crowded: "Many phones are here",
    crowdedDetail: "There is no room for one more at the moment. Trying again by itself.",
    address: "Too many phones",
    addressDetail: "More phones came from your connection than may within an hour. Trying again by itself.",
    unreachable: "Mien can't be reached",
    unreachableDetail: "Is this phone in the same Wi-Fi as the music? Trying again by itself.",
    again: "Try again",
  },
  /** What stays on this phone, and what the appliance knows of it. */
  privacy:
    "A number at random tells this phone from others for a day, and its network address is known for an hour: in memory alone. What waits is noted there too, for a restart of Mien. Nothing about this phone goes to a disk.",
  refusals: {
    off: "The owner has turned this off.",
    closed: "It is closed just now.",
    unknown: "This took too long. Try once more.",
    crowded: "Many phones are here. Try again in a moment.",
    address: "Too many phones came from your connection.",
    busy: "Much is asked for at once. Try again in a moment.",
    waiting: "As many songs of yours wait as may.",
    hour: (time: string) => `You have asked for all that one may within an hour. Again at ${time}.`,
    full: "The list is full. Try again when some songs have played.",
    "not-here": "This song is not played here.",
    coming: "Plays, or comes soon",
    /** `time` is empty where it can't be told. */
    "artist-coming": (time: string) =>
      time === ""
        ? "This artist plays, or comes soon"
        : `This artist plays or comes soon, again from about ${time}`,
    rest: (time: string) => `Heard lately, again from ${time}`,
    "artist-rest": (time: string) => `This artist was heard lately, again from ${time}`,
    over: "Another song is on already.",
    unreachable: "Mien can't be reached.",
  } satisfies Record<PhoneRefusal["because"] | "unreachable", string | ((time: string) => string)>,

  /** At the kiosk: the code, and what phones did. */
  code: {
    open: "By phone",
    title: "Choose by phone",
    how: "Point a phone's camera at the code. The phone must be in the same Wi-Fi.",
    alt: (address: string) => `Code that opens ${address}`,
    or: "Or type",
    close: "Done",
    vote: (votes: number, needed: number) => `${votes} of ${needed} phones want another song`,
    skipped: (title: string, votes: number, phones: number) =>
      `${votes} of ${phones} phones wanted another song than ${title}.`,
  },
};

export type PhoneWords = typeof english;

/** Every word of the guests' page, and of the code that leads there. */
export let phoneWords: PhoneWords = english;

translated<PhoneWords>(
  english,
  {
    de: () => import("../languages/de/phone.ts"),
    fr: () => import("../languages/fr/phone.ts"),
    es: () => import("../languages/es/phone.ts"),
    hi: () => import("../languages/hi/phone.ts"),
    ar: () => import("../languages/ar/phone.ts"),
    zh: () => import("../languages/zh/phone.ts"),
  },
  (table) => {
    phoneWords = table;
  },
);
