import type { EpochMs } from "../../protocol/time.ts";

/** Midnight of a day (`2026-11-30`) by the machine's local time; null where there is no such day. */
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

/** ISO 8601 in local time with its offset to UTC, to the second: `2026-11-21T19:02:13+01:00`. */
export function localTime(at: EpochMs): string {
  const offset = -new Date(at).getTimezoneOffset();
  const wall = new Date(at + offset * 60_000).toISOString().slice(0, 19);
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
  return `${wall}${offset < 0 ? "-" : "+"}${two(hours)}:${two(minutes)}`;
}

const two = (number: number): string => String(number).padStart(2, "0");
