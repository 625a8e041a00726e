import type { Daypart } from "../protocol/mood.ts";
import type { EpochMs } from "../protocol/time.ts";

/** What a clock on the wall shows. */
export interface LocalTime {
  /** 0 is Sunday. */
  day: number;
  /** Since midnight, 0 to 1,439. */
  minute: number;
}

const days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const clocks = new Map<string | undefined, Intl.DateTimeFormat>();

/** In the machine's own time zone unless another one is named. */
export function localTime(now: EpochMs, timeZone?: string): LocalTime {
  const parts = Object.fromEntries(
    clockIn(timeZone)
      .formatToParts(now)
      .map(({ type, value }) => [type, value]),
  );
  return { day: days.indexOf(parts.weekday ?? ""), minute: Number(parts.hour) * 60 + Number(parts.minute) };
}

/**
 * The part of the day that holds. It goes by what the clock on the wall shows: where clocks are set forward, a part
 * in the skipped hour is left out that day; where they are set back, one in the repeated hour comes twice.
 */
export function daypartAt(dayparts: readonly Daypart[], at: LocalTime): Daypart | null {
  return dayparts.findLast((part) => holds(part, at)) ?? null;
}

function holds({ days, from, to }: Daypart, { day, minute }: LocalTime): boolean {
  const [begin, end] = [minuteOf(from), minuteOf(to)];
  const [today, yesterday] = [days.includes(day), days.includes((day + 6) % 7)];
  if (begin < end) return today && minute >= begin && minute < end;
  // Past midnight it is the end of a part that began the day before.
  return (today && minute >= begin) || (yesterday && minute < end);
}

function minuteOf(time: string): number {
  const [hours, minutes] = time.split(":");
  return Number(hours) * 60 + Number(minutes);
}

function clockIn(timeZone: string | undefined): Intl.DateTimeFormat {
  let clock = clocks.get(timeZone);
  if (clock === undefined) {
    const shown = { weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
    clock = new Intl.DateTimeFormat("en", { ...shown, ...(timeZone !== undefined && { timeZone }) });
    clocks.set(timeZone, clock);
  }
  return clock;
}
