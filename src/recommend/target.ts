import { onMap } from "../protocol/circumplex.ts";
import type { Affect, Mood, Policy } from "../protocol/mood.ts";

/** Where on the circumplex the music should be. */
export interface Target {
  point: Affect;
  /** The distance at which a track suits half as well as one at the point itself. */
  spread: number;
}

/**
 * What a policy does to the room's mood: a shift, and the least or the most that comes out of it, so that lifting
 * leaves the unpleasant half and calming ends below the middle wherever they start. None leads out to the rim, where
 * hardly any music is: whoever is farther out already stays there. The numbers are the project's choice, about one
 * region of the six labels far.
 */
const policies: Readonly<Record<Exclude<Policy, "glide">, (mood: Affect) => Affect>> = {
  /** As the room is. */
  match: (mood) => mood,
  /** More pleasant, and at least awake. */
  lift: ({ valence, arousal }) => ({
    valence: Math.max(0.25, raised(valence, 0.4)),
    arousal: Math.max(0, arousal),
  }),
  /** Quieter, and not unpleasant. */
  calm: ({ valence, arousal }) => ({
    valence: Math.max(0.15, valence),
    arousal: Math.min(-0.3, -raised(-arousal, 0.5)),
  }),
  /** Livelier, and pleasant: lively music in the unpleasant half is tense. */
  energise: ({ valence, arousal }) => ({
    valence: Math.max(0.3, valence),
    arousal: Math.max(0.35, raised(arousal, 0.4)),
  }),
};

/** Where pleasant and lively music still is: the point of the most pleasant name. */
const farthestLed = 0.7;

function raised(value: number, step: number): number {
  return Math.max(value, Math.min(farthestLed, value + step));
}

/** The spread when the mood is sure. Two neighbouring labels lie about 0.5 apart. */
const sureSpread = 0.3;
/** What doubt adds to it, at the most: a room that nobody has read gets more variety. */
const doubtfulSpread = 0.1;

/** Tracks within this many spreads suit the mood; those farther away need a widened circle. */
const reachInSpreads = 1.5;

/** `glideAt` is where a glide has come to, for that policy; quiet hours keep every target at or below their limit. */
export function targetOf(
  mood: Mood,
  policy: Policy,
  { glideAt = mood.affect, highestArousal = null }: { glideAt?: Affect; highestArousal?: number | null } = {},
): Target {
  const { valence, arousal } = policy === "glide" ? glideAt : policies[policy](mood.affect);
  return {
    point: onMap({ valence, arousal: Math.min(arousal, highestArousal ?? 1) }),
    spread: sureSpread + doubtfulSpread * (1 - Math.min(1, Math.max(0, mood.confidence))),
  };
}

/** Tracks within this distance of the target suit. */
export function reachOf({ spread }: Target): number {
  return reachInSpreads * spread;
}
