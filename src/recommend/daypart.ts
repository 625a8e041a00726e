import type { Daypart } from "../protocol/mood.ts";
import { holdsAt, type WallClock } from "../protocol/wall-clock.ts";

/** The part of the day that holds; of several the later one in the list. */
export function daypartAt(dayparts: readonly Daypart[], wall: WallClock): Daypart | null {
  return dayparts.findLast((part) => holdsAt(part, wall)) ?? null;
}
