import type { EpochMs } from "../../../protocol/time.ts";

/** Midnight of a day (`2026-11-30`) by the time zone that Mien goes by; null where there is no such day. */
export function startOfDay(day: string): EpochMs | null {
  return midnight(day, 0);
}

/** Midnight of the day after, whether the day between has 23, 24 or 25 hours. */
export function dayAfter(day: string): EpochMs | null {
  return midnight(day, 1);
}

function midnight(day: string, later: number): EpochMs | null {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const itself = new Date(year, month - 1, date);
  // The calendar of JavaScript goes on: it takes the 31st of November for the 1st of December.
  if (itself.getFullYear() !== year || itself.getMonth() !== month - 1 || itself.getDate() !== date)
    return null;
  return new Date(year, month - 1, date + later).getTime();
}

/** The day by the time zone that Mien goes by. */
export function dayOf(at: EpochMs): string {
  return wallTime(at).slice(0, 10);
}

export function firstOfMonth(day: string): string {
  return `${day.slice(0, 8)}01`;
}

/** By the clock on the wall, as every spreadsheet takes it for a time: `2026-11-21 19:02:13`. */
export function wallTime(at: EpochMs): string {
  const offset = -new Date(at).getTimezoneOffset();
  return new Date(at + offset * 60_000).toISOString().slice(0, 19).replace("T", " ");
}

/** To the second: `2026-11-21T18:02:13Z`. It tells the hour apart that comes twice when the clocks go back. */
export function utcTime(at: EpochMs): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}
