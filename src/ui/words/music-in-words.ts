import { translated } from "../languages/tables.ts";

const files = (count: number): string => (count === 1 ? "one file" : `${count.toLocaleString("en")} files`);
const Files = (count: number): string => (count === 1 ? "One file" : `${count.toLocaleString("en")} files`);

const several = (count: number, one: string): string =>
  `${count.toLocaleString("en")} ${count === 1 ? one : `${one}s`}`;

const english = {
  add: {
    label: "From this computer",
    drop: "Drop songs or folders here",
    files: "Choose files",
    folder: "Choose a folder",
    room: (free: string) => `${free} free`,
    progress: (done: number, of: number) => `${done.toLocaleString("en")} of ${files(of)}`,
    soFar: (progress: string, summary: string) => `${progress}: ${summary}`,
    stop: "Stop",
    clear: "Clear the list",
    results: "What became of the files",
    kept: "added",
    "already-here": "was here already",
    "left-out": "no music",
    waiting: "waiting",
    stopped: "stopped",
    tooLarge: (most: string) => `larger than ${most}`,
    /** A folder's covers and playlists are kept as well, and are no songs. */
    kinds: {
      songs: (count: number) => several(count, "song"),
      covers: (count: number) => several(count, "cover"),
      playlists: (count: number) => several(count, "playlist"),
    },
    added: (list: string) => `${list} added`,
    here: (count: number) => `${count.toLocaleString("en")} here already`,
    failed: (count: number) => `${count.toLocaleString("en")} not taken`,
    leftOut: (count: number) =>
      `${count.toLocaleString("en")} ${count === 1 ? "file is" : "files are"} no music`,
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
    found: (count: number) => `${Files(count)} found`,
    progress: (done: number, of: number, bytes: string, ofBytes: string) =>
      `${done.toLocaleString("en")} of ${files(of)}, ${bytes} of ${ofBytes}`,
    here: (count: number) => `${count.toLocaleString("en")} here already`,
    failed: (count: number) => `${Files(count)} could not be copied`,
    cancel: "Stop copying",
  },
};

export type MusicInWords = typeof english;

/** How music comes in, from a computer or from a stick. */
export let musicInWords: MusicInWords = english;

translated<MusicInWords>(
  english,
  {
    de: () => import("../languages/de/music-in.ts"),
    fr: () => import("../languages/fr/music-in.ts"),
    es: () => import("../languages/es/music-in.ts"),
    hi: () => import("../languages/hi/music-in.ts"),
    ar: () => import("../languages/ar/music-in.ts"),
    zh: () => import("../languages/zh/music-in.ts"),
  },
  (table) => {
    musicInWords = table;
  },
);
