import type { PlayTold } from "../protocol/library.ts";

const ends: Readonly<Record<NonNullable<PlayTold["end"]>["how"], string>> = {
  finished: "to its end",
  skipped: "skipped",
  replaced: "gave way to another",
  stopped: "stopped",
  unplayable: "could not be played",
  "output-lost": "the speaker went away",
};

/** Every word of the history page. */
export const historyWords = {
  title: "History",
  hours: "Songs in each hour, over the last week",
  drawing: (plays: number, busiest: string) =>
    plays === 0
      ? "No song was played in the last week."
      : `${plays} songs were played in the last week, most of them in the hour from ${busiest}.`,
  asked: "asked for by people",
  picked: "chosen by Mien",
  inHour: (day: string, hour: string, plays: number, asked: number) =>
    `${day} ${hour}: ${plays} songs${asked > 0 ? `, ${asked} of them asked for` : ""}`,
  noPlays: "Nothing was played in the last week.",
  list: "What was played, and why",
  none: "Nothing was played yet.",
  more: "Older ones",
  columns: { when: "When", song: "Song", why: "Why", end: "End" },
  end: (how: NonNullable<PlayTold["end"]>["how"]) => ends[how],
  playing: "plays, or broke off",
  byPerson: "Somebody asked for it.",
  forgotten: "not kept any more",
};
