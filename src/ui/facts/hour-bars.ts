import type { HourOfPlays } from "../../protocol/library.ts";
import type { EpochMs } from "../../protocol/time.ts";
import { wallDate } from "./wall-date.ts";

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

/** The same by days, for whoever hears the page. */
export interface DayOfPlays {
  at: EpochMs;
  plays: number;
  asked: number;
}

export interface HourDrawing {
  bars: readonly HourBar[];
  /** Where days begin by the clock of the appliance. */
  days: readonly { at: EpochMs; x: number }[];
  plays: number;
  /** Round numbers of songs, and how high each stands, from 0 to 1: nought first, and no bar stands above the last. */
  scale: readonly { songs: number; height: number }[];
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
  const scale = scaleTo(most);
  const top = scale.at(-1)?.songs ?? most;
  const bars = shown.map(({ at, plays, asked }) => ({
    ...{ at, plays, asked, x: xOf(at), width: 1 / count },
    ...{ height: plays / top, askedHeight: asked / top },
  }));
  const busiest = shown.reduce<HourOfPlays | null>((a, b) => (a && a.plays >= b.plays ? a : b), null);
  return {
    ...{
      bars,
      scale,
      days: midnights(begin, end).map((at) => ({ at, x: xOf(at) })),
      busiest: busiest?.at ?? null,
    },
    plays: shown.reduce((sum, { plays }) => sum + plays, 0),
  };
}

/** At most so many steps stand above nought. */
const STEPS = 4;

function scaleTo(most: number): HourDrawing["scale"] {
  const rough = 10 ** Math.floor(Math.log10(most));
  // 1, 2 or 5 of ones, tens and so on; never a part of a song.
  const steps = [0.1, 0.2, 0.5, 1, 2, 5].map((each) => each * rough).filter((each) => each >= 1);
  const step = steps.find((each) => most / each <= STEPS) ?? most;
  const count = Math.ceil(most / step);
  return Array.from({ length: count + 1 }, (_, index) => ({ songs: index * step, height: index / count }));
}

/** Where the date changes: looked for by quarters of an hour, for a zone may be that far from a whole one. */
function midnights(begin: EpochMs, end: EpochMs): readonly EpochMs[] {
  const found: EpochMs[] = [];
  let before = wallDate(begin - 1).getDate();
  for (let at = begin; at < end; at += HOUR_MS / 4) {
    const today = wallDate(at).getDate();
    if (today !== before) found.push(at);
    before = today;
  }
  return found;
}

/** Of each day that had a song, from the first; `days` begin where the drawing has its lines. */
export function playsByDay({ bars, days }: HourDrawing): readonly DayOfPlays[] {
  const begins = [...days.map(({ at }) => at)].sort((a, b) => a - b);
  const told = new Map<EpochMs, DayOfPlays>();
  for (const { at, plays, asked } of bars) {
    const day = begins.findLast((begin) => begin <= at) ?? 0;
    const before = told.get(day);
    told.set(day, {
      at: before?.at ?? at,
      plays: (before?.plays ?? 0) + plays,
      asked: (before?.asked ?? 0) + asked,
    });
  }
  return [...told.values()].sort((a, b) => a.at - b.at);
}
