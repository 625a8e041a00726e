import type { EpochMs } from "../../protocol/time.ts";
import { forDates, perLanguage } from "../languages/tables.ts";

const timeOnly = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
const format = perLanguage((tag, here) => new Intl.DateTimeFormat(tag, { ...timeOnly, ...here }));

/** "14:07", by the clock of the appliance. */
export const timeText = (at: EpochMs): string => format().format(at);

const DAY_MS = 86_400_000;
const onADay = perLanguage(
  (tag, here) => new Intl.DateTimeFormat(tag, { weekday: "short", ...timeOnly, ...here }),
);
const onADate = forDates(
  (tag, here) => new Intl.DateTimeFormat(tag, { day: "numeric", month: "short", ...here }),
);

const onADayAndDate = forDates(
  (tag, here) =>
    new Intl.DateTimeFormat(tag, { weekday: "short", day: "numeric", month: "short", ...timeOnly, ...here }),
);

/** "Sun, 22 Nov, 14:07" */
export const momentText = (at: EpochMs): string => onADayAndDate().format(at);

/** A time that is to come: "14:07" within half a day, "Sun 14:07" within six days, then "3 Dec". */
export function untilText(at: EpochMs, now: EpochMs): string {
  if (at - now < DAY_MS / 2) return timeText(at);
  return (at - now < 6 * DAY_MS ? onADay() : onADate()).format(at);
}
