import type { Affect, MoodLabel } from "./mood.ts";

/**
 * Six names and their points; a name's region is what lies nearest to its point. The points are the project's
 * own choice: one for each quarter that music is sorted by, one for plain pleasantness, and the middle. They are
 * set so that a sure smile is elated, a half smile content, and a face at rest even.
 */
export const labelPoints: Readonly<Record<MoodLabel, Affect>> = {
  elated: { valence: 0.7, arousal: 0.55 },
  content: { valence: 0.5, arousal: 0.1 },
  calm: { valence: 0.3, arousal: -0.5 },
  gloomy: { valence: -0.5, arousal: -0.35 },
  tense: { valence: -0.5, arousal: 0.5 },
  even: { valence: 0, arousal: 0 },
};

/** The mood whose point is nearest, to put a track or the dial into words. */
export function affectName(affect: Affect): MoodLabel {
  let nearest: MoodLabel = "even";
  let least = Number.POSITIVE_INFINITY;
  for (const [label, point] of Object.entries(labelPoints) as [MoodLabel, Affect][]) {
    const away = distance(affect, point);
    if (away < least) {
      least = away;
      nearest = label;
    }
  }
  return nearest;
}

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
