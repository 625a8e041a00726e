import type { Affect } from "../../protocol/mood.ts";

/** A place on the dial: fractions of its width and height, origin top left. */
export interface DialPoint {
  x: number;
  y: number;
}

/** The dial is the disc of radius 1: the right is pleasant, the top is lively. Outside counts as the rim. */
function within({ valence, arousal }: Affect): Affect {
  const length = Math.hypot(valence, arousal);
  return length <= 1 ? { valence, arousal } : { valence: valence / length, arousal: arousal / length };
}

export function dialPoint(affect: Affect): DialPoint {
  const { valence, arousal } = within(affect);
  return { x: (valence + 1) / 2, y: (1 - arousal) / 2 };
}

/** Rounded to hundredths: nobody means more with a finger. */
export function dialAffect({ x, y }: DialPoint): Affect {
  const { valence, arousal } = within({ valence: 2 * x - 1, arousal: 1 - 2 * y });
  return { valence: Math.round(valence * 100) / 100, arousal: Math.round(arousal * 100) / 100 };
}

/** Edges, in pixels. */
export type Box = Pick<DOMRect, "left" | "right" | "top" | "bottom">;

/** Whether something round lies over a box, or within `margin` of it. */
export function liesOver(round: Box, box: Box, margin: number): boolean {
  const [x, y] = [(round.left + round.right) / 2, (round.top + round.bottom) / 2];
  const across = Math.max(box.left - x, 0, x - box.right);
  const along = Math.max(box.top - y, 0, y - box.bottom);
  return Math.hypot(across, along) < (round.right - round.left) / 2 + margin;
}
