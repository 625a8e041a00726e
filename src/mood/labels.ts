import { distance, labelPoints } from "../protocol/circumplex.ts";
import type { Affect, MoodLabel } from "../protocol/mood.ts";

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
