import { translated } from "../languages/tables.ts";

const songs = (count: number): string => (count === 1 ? "one song" : `${count.toLocaleString("en")} songs`);
const Songs = (count: number): string => (count === 1 ? "One song" : `${count.toLocaleString("en")} songs`);

const english = {
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
  plays: "A report of what was played",
  playsHint:
    "A CSV file as collecting societies ask for it: title, artists, album, ISRC, start, and seconds heard.",
  from: "From",
  to: "To",
  months: { this: "This month", last: "Last month" },
  fileName: (name: string) => `It will be called ${name}`,
  backwards: "The last day comes before the first one.",
};

export type TakeWords = typeof english;

/** What can be taken elsewhere. */
export let takeWords: TakeWords = english;

translated<TakeWords>(
  english,
  {
    de: () => import("../languages/de/take.ts"),
    fr: () => import("../languages/fr/take.ts"),
    es: () => import("../languages/es/take.ts"),
    hi: () => import("../languages/hi/take.ts"),
    ar: () => import("../languages/ar/take.ts"),
    zh: () => import("../languages/zh/take.ts"),
  },
  (table) => {
    takeWords = table;
  },
);
