import type { PlayTold } from "../../protocol/library.ts";
import { translated } from "../languages/tables.ts";

const ends: Readonly<Record<NonNullable<PlayTold["end"]>["how"], string>> = {
  finished: "to its end",
  skipped: "skipped",
  replaced: "gave way to another",
  stopped: "stopped",
  unplayable: "could not be played",
  "output-lost": "the speaker went away",
};

const english = {
  title: "History",
  hours: "Songs in each hour, over the last week",
  perHour: "Songs in an hour",
  drawing: (plays: number, busiest: string) =>
    plays === 0
      ? "No song was played in the last week."
      : plays === 1
        ? `One song was played in the last week, in the hour from ${busiest}.`
        : `${plays.toLocaleString("en")} songs were played in the last week, most of them in the hour from ${busiest}.`,
  asked: "asked for by people",
  picked: "chosen by Mien",
  inHour: (hour: string, plays: number, asked: number) =>
    `${hour}: ${plays === 1 ? "one song" : `${plays} songs`}${asked > 0 ? `, ${asked} asked for` : ""}`,
  list: "What was played, and why",
  none: "Nothing was played yet.",
  more: "Older ones",
  /** To whoever hears the page, once older ones have come. */
  shown: (count: number) => `Shown: ${count}`,
  /** Before why what is shown could not be asked for anew. */
  notNew: "Not up to date:",
  columns: { when: "When", song: "Song", why: "Why", end: "End" },
  ends,
  playing: "plays now",
  cutOff: "cut off",
  byPerson: "Somebody asked for it.",
  forgotten: "not kept any more",
};

export type HistoryWords = typeof english;

/** Every word of the history page. */
export let historyWords: HistoryWords = english;

translated<HistoryWords>(
  english,
  {
    de: () => import("../languages/de/history.ts"),
    fr: () => import("../languages/fr/history.ts"),
    es: () => import("../languages/es/history.ts"),
    hi: () => import("../languages/hi/history.ts"),
    ar: () => import("../languages/ar/history.ts"),
    zh: () => import("../languages/zh/history.ts"),
  },
  (table) => {
    historyWords = table;
  },
);
