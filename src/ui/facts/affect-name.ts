import { distance, labelPoints } from "../../protocol/circumplex.ts";
import type { Affect, MoodLabel } from "../../protocol/mood.ts";

/** The mood whose centre is nearest, to put a track or the dial into words. */
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
