import type { EpochMs } from "../../protocol/time.ts";
import { minutesOf, wallClock } from "../../protocol/wall-clock.ts";
import { isOpen, type OpeningSettings } from "./opening-hours.ts";

const minuteMs = 60_000;
const dayMinutes = 24 * 60;
/** Longer holidays than these have no hour that anybody would want to read on a screen. */
const daysAhead = 14;

/** When the music begins again by itself, for a time when it is closed; null where that is not within two weeks. */
export function nextOpening(settings: OpeningSettings, now: EpochMs, timeZone?: string): EpochMs | null {
  const stop = settings.temporaryStop;
  if (stop !== null && stop.until === null) return null;
  const opens = (at: EpochMs): boolean =>
    isOpen(settings, { now: at, wall: wallClock(at, timeZone), trusted: true });
  const times = [...beginnings(settings, now, timeZone), ...(stop?.until ? [stop.until] : [])];
  return (
    times
      .filter((at) => at > now)
      .sort((a, b) => a - b)
      .find(opens) ?? null
  );
}

/** Every moment at which a span may begin; a day without hours of its own begins at midnight. */
function beginnings({ openingHours, holidays }: OpeningSettings, now: EpochMs, timeZone?: string): EpochMs[] {
  const spans = [...openingHours, ...holidays.flatMap(({ open }) => open)];
  const minutes = [...new Set([0, ...spans.map((span) => minutesOf(span)[0])])];
  const thisMinute = now - (now % minuteMs);
  const { minute: passed } = wallClock(now, timeZone);
  return Array.from({ length: daysAhead + 1 }, (_, day) => day).flatMap((day) =>
    minutes.map((minute) => {
      const at = thisMinute + (day * dayMinutes + minute - passed) * minuteMs;
      // Between now and then clocks may be set.
      const off = minute - wallClock(at, timeZone).minute;
      return at + (off - dayMinutes * Math.round(off / dayMinutes)) * minuteMs;
    }),
  );
}
