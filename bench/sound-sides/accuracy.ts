import type { SoundEstimate } from "../../src/protocol/library.ts";
import type { Half, Labelled } from "./labelled.ts";

export type Axis = "valence" | "arousal";

/** How often estimates lie in the half that the label names. */
export interface Accuracy {
  right: number;
  of: number;
  /** The mean of both halves' shares, so that guessing one half for all gives 0.5. */
  balanced: number;
}

type Judged = readonly { track: Labelled; estimate: SoundEstimate }[];

export function accuracyOf(tracks: Judged, axis: Axis): Accuracy {
  const share = { low: { right: 0, of: 0 }, high: { right: 0, of: 0 } };
  for (const { track, estimate } of tracks) {
    const half = track[axis];
    if (half === null) continue;
    share[half].of++;
    if (isRight(estimate, axis, half)) share[half].right++;
  }
  const { low, high } = share;
  return {
    right: low.right + high.right,
    of: low.of + high.of,
    balanced: (low.right / low.of + high.right / high.of) / 2,
  };
}

export function isRight({ point }: SoundEstimate, axis: Axis, half: NonNullable<Half>): boolean {
  return point[axis] < 0 === (half === "low");
}
