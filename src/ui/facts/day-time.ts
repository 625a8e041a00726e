import type { EpochMs } from "../../protocol/time.ts";
import { words } from "../words.ts";

const format = new Intl.DateTimeFormat(words.language, {
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** "14:07", in the time of wherever the page is. */
export const timeText = (at: EpochMs): string => format.format(at);

const DAY_MS = 86_400_000;
const onADay = new Intl.DateTimeFormat(words.language, {
  weekday: "short",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});
const onADate = new Intl.DateTimeFormat(words.language, { day: "numeric", month: "short" });

/** A time that is to come: "14:07" within half a day, "Sun 14:07" within six days, then "3 Dec". */
export function untilText(at: EpochMs, now: EpochMs): string {
  if (at - now < DAY_MS / 2) return timeText(at);
  return (at - now < 6 * DAY_MS ? onADay : onADate).format(at);
}
