import { affectName } from "../../protocol/circumplex.ts";
import type { MoodLabel } from "../../protocol/mood.ts";
import type { AppState } from "../../protocol/state.ts";

/** The moods that the screen names as where the music heads: on the dial, at a glide's end, and what songs are judged by. */
export function headedMoods({ direction, mood }: Pick<AppState, "direction" | "mood">): readonly MoodLabel[] {
  const dial = mood.basis === "manual" ? [mood.affect] : [];
  const end = direction.path?.points.slice(-1) ?? [];
  return [...new Set([direction.target, ...dial, ...end].map(affectName))];
}
