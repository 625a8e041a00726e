import type { Affect, MoodLabel } from "../../protocol/mood.ts";

/** Where the six words for music lie: at the points that `src/mood/labels.ts` gives the moods. */
export const CENTRES: Readonly<Record<MoodLabel, Affect>> = {
  elated: { valence: 0.7, arousal: 0.55 },
  content: { valence: 0.5, arousal: 0.1 },
  calm: { valence: 0.3, arousal: -0.5 },
  gloomy: { valence: -0.5, arousal: -0.35 },
  tense: { valence: -0.5, arousal: 0.5 },
  even: { valence: 0, arousal: 0 },
};

/** The mood whose centre is nearest, to put a track or the dial into words. */
export function affectName({ valence, arousal }: Affect): MoodLabel {
  let nearest: MoodLabel = "even";
  let least = Number.POSITIVE_INFINITY;
  for (const [label, centre] of Object.entries(CENTRES) as [MoodLabel, Affect][]) {
    const distance = Math.hypot(valence - centre.valence, arousal - centre.arousal);
    if (distance < least) {
      least = distance;
      nearest = label;
    }
  }
  return nearest;
}
