import type { HourOfPlays } from "../../protocol/library.ts";
import type { EpochMs } from "../../protocol/time.ts";

const HOUR_MS = 3_600_000;

export interface HourBar {
  at: EpochMs;
  plays: number;
  asked: number;
  /** Of the drawing's width and height, from 0 to 1. */
  x: number;
  width: number;
  height: number;
  askedHeight: number;
}

export interface HourDrawing {
  bars: readonly HourBar[];
  /** Where days begin by the browser's own time. */
  days: readonly { at: EpochMs; x: number }[];
  plays: number;
  /** Of the highest bar. */
  most: number;
  busiest: EpochMs | null;
}

/** A bar for each hour of the last so many days that had a song, from left to right. */
export function hourDrawing(hours: readonly HourOfPlays[], now: EpochMs, days: number): HourDrawing {
  const end = (Math.floor(now / HOUR_MS) + 1) * HOUR_MS;
  const count = days * 24;
  const begin = end - count * HOUR_MS;
  const shown = hours.filter(({ at }) => at >= begin && at < end);
  const most = Math.max(1, ...shown.map(({ plays }) => plays));
  const xOf = (at: EpochMs): number => (at - begin) / (count * HOUR_MS);
  const bars = shown.map(({ at, plays, asked }) => ({
    ...{ at, plays, asked, x: xOf(at), width: 1 / count },
    ...{ height: plays / most, askedHeight: asked / most },
  }));
  const midnight = new Date(begin);
  midnight.setHours(24, 0, 0, 0);
  const starts = [];
  for (const day = midnight; day.getTime() < end; day.setDate(day.getDate() + 1))
    starts.push({ at: day.getTime(), x: xOf(day.getTime()) });
  const busiest = shown.reduce<HourOfPlays | null>((a, b) => (a && a.plays >= b.plays ? a : b), null);
  return {
    ...{ bars, days: starts, most, busiest: busiest?.at ?? null },
    plays: shown.reduce((sum, { plays }) => sum + plays, 0),
  };
}
