import type { EpochMs } from "../../protocol/time.ts";
import { wallClock } from "../../protocol/wall-clock.ts";
import { isOpen, type OpeningSettings } from "./opening-hours.ts";

const minuteMs = 60_000;

/** When it opened, to the minute; null where it is closed, or was open for as many minutes already. */
export function openSince(
  settings: OpeningSettings,
  { now, lookBack, timeZone }: { now: EpochMs; lookBack: number; timeZone?: string | undefined },
): EpochMs | null {
  const opens = (at: EpochMs): boolean =>
    isOpen(settings, { now: at, wall: wallClock(at, timeZone), trusted: true });
  if (!opens(now)) return null;
  let since = now - (now % minuteMs);
  for (let minutes = 0; minutes < lookBack; minutes += 1, since -= minuteMs)
    if (!opens(since - minuteMs)) return since;
  return null;
}
