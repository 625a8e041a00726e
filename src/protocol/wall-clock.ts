import type { Span } from "./hours.ts";
import type { EpochMs } from "./time.ts";

/** What a calendar and a clock on the wall show. */
export interface WallClock {
  today: CalendarDay;
  yesterday: CalendarDay;
  /** Since midnight, 0 to 1,439. */
  minute: number;
}

export interface CalendarDay {
  /** 2026-12-24. */
  date: string;
  /** 0 is Sunday. */
  day: number;
}

const clocks = new Map<string, Intl.DateTimeFormat>();
const dayMs = 86_400_000;

/** In this process's own time zone, as it is set at this moment, unless another one is named. */
export function wallClock(now: EpochMs, timeZone?: string): WallClock {
  const { midnight, minute } = timeZone === undefined ? here(now) : shownIn(timeZone, now);
  return { today: calendarDay(midnight), yesterday: calendarDay(midnight - dayMs), minute };
}

/** The beginning of the day, as if it were in UTC, and the minutes since. */
interface Shown {
  midnight: EpochMs;
  minute: number;
}

/** Not by a formatter, which goes on in the zone that it was made in when the owner sets another one. */
function here(now: EpochMs): Shown {
  const date = new Date(now);
  return {
    midnight: Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()),
    minute: date.getHours() * 60 + date.getMinutes(),
  };
}

function shownIn(timeZone: string, now: EpochMs): Shown {
  const shown = new Map<string, string>();
  for (const { type, value } of clockIn(timeZone).formatToParts(now)) shown.set(type, value);
  const numberOf = (part: string): number => Number(shown.get(part));
  return {
    midnight: Date.UTC(numberOf("year"), numberOf("month") - 1, numberOf("day")),
    minute: numberOf("hour") * 60 + numberOf("minute"),
  };
}

/**
 * Whether a span that begins on these weekdays holds. It goes by what the clock on the wall shows: where clocks are set
 * forward, a span in the skipped hour is left out that day; where they are set back, one in the repeated hour comes twice.
 */
export function holdsAt(
  { days, ...span }: Span & { days: readonly number[] },
  { today, yesterday, minute }: WallClock,
): boolean {
  const [begin, end] = minutesOf(span);
  const began = days.includes(today.day) && minute >= begin;
  if (begin < end) return began && minute < end;
  // Past midnight it is the end of a span that began the day before.
  return began || (days.includes(yesterday.day) && minute < end);
}

export function minutesOf({ from, to }: Span): [number, number] {
  return [minuteOf(from), minuteOf(to)];
}

function minuteOf(time: string): number {
  const [hours, minutes] = time.split(":");
  return Number(hours) * 60 + Number(minutes);
}

function calendarDay(utcMidnight: EpochMs): CalendarDay {
  const day = new Date(utcMidnight);
  return { date: day.toISOString().slice(0, 10), day: day.getUTCDay() };
}

function clockIn(timeZone: string): Intl.DateTimeFormat {
  let clock = clocks.get(timeZone);
  if (clock === undefined) {
    clock = new Intl.DateTimeFormat("en-u-ca-gregory", {
      ...{ year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" },
      hourCycle: "h23",
      timeZone,
    });
    clocks.set(timeZone, clock);
  }
  return clock;
}
