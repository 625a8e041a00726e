import type { Affect, Daypart, MoodLabel, Policy } from "../protocol/mood.ts";
import type { Settings } from "../protocol/settings.ts";
import type { EpochMs } from "../protocol/time.ts";
import { type WallClock, wallClock } from "../protocol/wall-clock.ts";
import { daypartAt } from "./daypart.ts";

/** What the owner wants at this hour. */
export interface Ways {
  /** Null outside of all of them. */
  daypart: Daypart | null;
  usualMood: Affect;
  allowExplicit: boolean;
  /** For quiet hours; null knows no limit. */
  highestArousal: number | null;
}

export function waysAt(settings: Settings, now: EpochMs): Ways {
  return waysOn(settings, wallClock(now));
}

export function waysOn(settings: Settings, wall: WallClock): Ways {
  const daypart = daypartAt(settings.dayparts, wall);
  return {
    daypart,
    usualMood: daypart?.affect ?? settings.usualMood,
    allowExplicit: daypart?.allowExplicit ?? settings.allowExplicit,
    highestArousal: daypart?.highestArousal ?? null,
  };
}

/** A part of the day outranks what holds otherwise; in each, what is said of a single mood outranks the rest. */
export function policyFor(label: MoodLabel, settings: Settings, daypart: Daypart | null): Policy {
  return daypart?.policyByMood[label] ?? daypart?.policy ?? settings.policyByMood[label] ?? settings.policy;
}
