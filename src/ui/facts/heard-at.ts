import type { EpochMs } from "../../protocol/time.ts";
import { forDates } from "../languages/tables.ts";
import { timeText } from "./day-time.ts";

const onADay = forDates(
  (tag, here) => new Intl.DateTimeFormat(tag, { weekday: "long", day: "numeric", month: "long", ...here }),
);

/** Songs of one day, in the order in which they came. */
export interface HeardDay<Song> {
  day: string;
  songs: readonly (Song & { time: string })[];
}

/** Day by day, by the clock of the appliance. */
export function byDays<Song extends { startedAt: EpochMs }>(
  songs: readonly Song[],
): readonly HeardDay<Song>[] {
  const days = new Map<string, (Song & { time: string })[]>();
  for (const song of songs) {
    const day = onADay().format(song.startedAt);
    days.set(day, [...(days.get(day) ?? []), { ...song, time: timeText(song.startedAt) }]);
  }
  return [...days].map(([day, each]) => ({ day, songs: each }));
}
