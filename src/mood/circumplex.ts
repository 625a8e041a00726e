import type { Affect } from "../protocol/mood.ts";

/** From 0 to 2.83, the diagonal of the map. */
export function distance(a: Affect, b: Affect): number {
  return Math.hypot(a.valence - b.valence, a.arousal - b.arousal);
}

/** The point at this share (0 to 1) of the way. */
export function between(from: Affect, to: Affect, share: number): Affect {
  return {
    valence: from.valence + (to.valence - from.valence) * share,
    arousal: from.arousal + (to.arousal - from.arousal) * share,
  };
}

/** The nearest point of the map. */
export function onMap(affect: Affect): Affect {
  return { valence: onAxis(affect.valence), arousal: onAxis(affect.arousal) };
}

const onAxis = (value: number): number => Math.min(1, Math.max(-1, value));
