import type { EpochMs } from "../../protocol/time.ts";
import { words } from "../words.ts";

const format = new Intl.DateTimeFormat(words.language, {
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** "14:07", in the time of wherever the page is. */
export const timeText = (at: EpochMs): string => format.format(at);
