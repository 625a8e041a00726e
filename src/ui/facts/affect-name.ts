import type { Affect, MoodLabel } from "../../protocol/mood.ts";

/** Where the page's six words for music lie; only for words, so coarse is right. */
const CENTRES: Readonly<Record<MoodLabel, Affect>> = {
  elated: { valence: 0.65, arousal: 0.6 },
  content: { valence: 0.6, arousal: 0 },
  calm: { valence: 0.25, arousal: -0.6 },
  gloomy: { valence: -0.6, arousal: -0.4 },
  tense: { valence: -0.5, arousal: 0.55 },
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
