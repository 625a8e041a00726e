import type { EpochMs } from "../protocol/time.ts";

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

const clocks = new Map<string | undefined, Intl.DateTimeFormat>();
const dayMs = 86_400_000;

/** In the machine's own time zone unless another one is named. */
export function wallClock(now: EpochMs, timeZone?: string): WallClock {
  const shown = new Map<string, string>();
  for (const { type, value } of clockIn(timeZone).formatToParts(now)) shown.set(type, value);
  const numberOf = (part: string): number => Number(shown.get(part));
  const midnight = Date.UTC(numberOf("year"), numberOf("month") - 1, numberOf("day"));
  return {
    today: calendarDay(midnight),
    yesterday: calendarDay(midnight - dayMs),
    minute: numberOf("hour") * 60 + numberOf("minute"),
  };
}

function calendarDay(utcMidnight: EpochMs): CalendarDay {
  const day = new Date(utcMidnight);
  return { date: day.toISOString().slice(0, 10), day: day.getUTCDay() };
}

function clockIn(timeZone: string | undefined): Intl.DateTimeFormat {
  let clock = clocks.get(timeZone);
  if (clock === undefined) {
    clock = new Intl.DateTimeFormat("en-u-ca-gregory", {
      ...{ year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" },
      hourCycle: "h23",
      ...(timeZone !== undefined && { timeZone }),
    });
    clocks.set(timeZone, clock);
  }
  return clock;
}
