import { distance } from "../protocol/circumplex.ts";
import type { Affect, MoodLabel } from "../protocol/mood.ts";

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

/** How much nearer another point must be before the name changes, so that a mood on a border keeps its name. */
const hysteresis = 0.08;

/** The name for an affect. The current name (null where there is none yet) has the advantage on borders. */
export function labelOf(affect: Affect, current: MoodLabel | null): MoodLabel {
  let best: MoodLabel = current ?? "even";
  let least = distance(affect, labelPoints[best]) - (current ? hysteresis : 0);
  for (const [label, point] of Object.entries(labelPoints) as [MoodLabel, Affect][]) {
    const away = distance(affect, point);
    if (away < least) {
      best = label;
      least = away;
    }
  }
  return best;
}
