import type { EpochMs } from "../../protocol/time.ts";

/** The last time before now that a clock on the wall showed this (`04:00`), by the time zone that Mien goes by. */
export function lastTimeAt(timeOfDay: string, now: EpochMs): EpochMs {
  return timeOnDay(timeOfDay, now, 0) <= now ? timeOnDay(timeOfDay, now, 0) : timeOnDay(timeOfDay, now, -1);
}

/** The next time after now. */
export function nextTimeAt(timeOfDay: string, now: EpochMs): EpochMs {
  return timeOnDay(timeOfDay, now, 0) > now ? timeOnDay(timeOfDay, now, 0) : timeOnDay(timeOfDay, now, 1);
}

/** A day may have 23 or 25 hours, so days are counted by the calendar. */
function timeOnDay(timeOfDay: string, now: EpochMs, days: number): EpochMs {
  const [hours = 0, minutes = 0] = timeOfDay.split(":").map(Number);
  const today = new Date(now);
  return new Date(today.getFullYear(), today.getMonth(), today.getDate() + days, hours, minutes).getTime();
}
