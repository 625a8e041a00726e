import type { Affect } from "./mood.ts";

/** From 0 to 2.83, the circumplex' diagonal. */
export function distance(a: Affect, b: Affect): number {
  // Not Math.hypot, which takes ten times as long: a pick reckons thousands of these.
  return Math.sqrt((a.valence - b.valence) ** 2 + (a.arousal - b.arousal) ** 2);
}

/** The point itself, or where it leaves the circumplex, on each axis. */
export function onMap({ valence, arousal }: Affect): Affect {
  return { valence: onAxis(valence), arousal: onAxis(arousal) };
}

/** On the straight way from one point to another; 0 is the first, 1 the second. */
export function between(a: Affect, b: Affect, share: number): Affect {
  return {
    valence: a.valence + (b.valence - a.valence) * share,
    arousal: a.arousal + (b.arousal - a.arousal) * share,
  };
}

const onAxis = (value: number): number => Math.min(1, Math.max(-1, value));
