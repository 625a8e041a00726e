import type { TodaysRules } from "../protocol/library.ts";
import type { Settings } from "../protocol/settings.ts";
import type { EpochMs } from "../protocol/time.ts";
import { minutesOf, wallClock } from "../protocol/wall-clock.ts";
import { waysOn } from "./ways.ts";

const MINUTE_MS = 60_000;

/** The limits of length; null knows none. */
export function lengthLimits(settings: Settings): Pick<TodaysRules, "shortestMs" | "longestMs"> {
  const { shortestSongSeconds, longestSongMinutes } = settings;
  return {
    shortestMs: shortestSongSeconds === 0 ? null : shortestSongSeconds * 1_000,
    longestMs: longestSongMinutes === null ? null : longestSongMinutes * MINUTE_MS,
  };
}

/** What songs have to be to be played from now until midnight: the rules of this hour, and of each one that still comes. */
export function todaysRules(settings: Settings, now: EpochMs): TodaysRules {
  const wall = wallClock(now);
  const changes = settings.dayparts.flatMap(minutesOf).filter((minute) => minute > wall.minute);
  const hours = [wall.minute, ...changes.toSorted((a, b) => a - b)].map((minute) => {
    const { allowExplicit, highestArousal } = waysOn(settings, { ...wall, minute });
    return { allowExplicit, highestArousal };
  });
  return { ...lengthLimits(settings), hours };
}
