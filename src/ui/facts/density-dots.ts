import type { MoodMap } from "../../protocol/library.ts";
import type { Affect } from "../../protocol/mood.ts";

/** A lone square tells nothing of the grid that it lies on. */
const WIDEST_SQUARE = 0.1;

/** A dot on a drawing of 100 by 100. */
export interface DensityDot {
  x: number;
  y: number;
  r: number;
  /** 0 to 1. */
  opacity: number;
}

/**
 * A dot for each square that holds music. Its size follows the logarithm of the tracks, as libraries are lopsided: a
 * genre's thousands must not hide that another corner has twenty.
 */
export function densityDots(cells: MoodMap["cells"]): readonly DensityDot[] {
  const most = Math.max(1, ...cells.map(({ tracks }) => tracks));
  return cells
    .filter(({ tracks }) => tracks > 0)
    .map(({ valence, arousal, tracks }) => {
      const share = Math.log1p(tracks) / Math.log1p(most);
      return {
        x: tenths(50 + 50 * valence),
        y: tenths(50 - 50 * arousal),
        r: tenths(0.5 + 1.9 * share),
        opacity: tenths(0.35 + 0.55 * share),
      };
    });
}

/** The squares round these middles, left and upper edge first. How wide they are shows in the nearest two. */
export function thinSquares(middles: readonly Affect[]): readonly { x: number; y: number; side: number }[] {
  const values = [...new Set(middles.flatMap(({ valence, arousal }) => [valence, arousal]))].sort(
    (a, b) => a - b,
  );
  const gaps = values
    .slice(1)
    .map((value, index) => value - (values[index] ?? 0))
    .filter((gap) => gap > 1e-6);
  const side = 50 * Math.min(WIDEST_SQUARE, ...gaps);
  return middles.map(({ valence, arousal }) => ({
    x: tenths(50 + 50 * valence - side / 2),
    y: tenths(50 - 50 * arousal - side / 2),
    side: tenths(side),
  }));
}

const tenths = (value: number): number => Math.round(value * 10) / 10;
