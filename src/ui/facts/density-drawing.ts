import type { MoodMap } from "../../protocol/library.ts";
import type { Affect } from "../../protocol/mood.ts";

/** A lone square tells nothing of the grid that it lies on. */
const WIDEST_SQUARE = 0.1;
/** So many stars stand for the fullest square. */
const MOST_STARS = 7;
/** A square of the daemon's grid, on a drawing of 100 by 100. */
const SQUARE = 5;

/** A patch of light on a drawing of 100 by 100. */
export interface Glow {
  x: number;
  y: number;
  /** 0 to 1. */
  opacity: number;
}

/**
 * Light where there is music. It follows the logarithm of the tracks, as libraries are lopsided: a genre's thousands
 * must not hide that another corner has twenty.
 */
export function glows(cells: MoodMap["cells"]): readonly Glow[] {
  return weighed(cells).map(({ x, y, share }) => ({ x, y, opacity: hundredths(0.02 + 0.2 * share) }));
}

/** Stars where there is music, the more of it the more of them, as one path of points. The same music, the same sky. */
export function stars(cells: MoodMap["cells"]): string {
  return weighed(cells)
    .flatMap(({ x, y, share }, cell) =>
      Array.from({ length: Math.max(1, Math.round(MOST_STARS * share)) }, (_, star) => {
        const [right, down] = [scatter(cell, 2 * star), scatter(cell, 2 * star + 1)];
        return `M${hundredths(x + right)} ${hundredths(y + down)}h0`;
      }),
    )
    .join("");
}

function weighed(cells: MoodMap["cells"]): readonly { x: number; y: number; share: number }[] {
  const most = Math.max(1, ...cells.map(({ tracks }) => tracks));
  return cells
    .filter(({ tracks }) => tracks > 0)
    .map(({ valence, arousal, tracks }) => ({
      x: tenths(50 + 50 * valence),
      y: tenths(50 - 50 * arousal),
      share: Math.log1p(tracks) / Math.log1p(most),
    }));
}

/** Where in its square a star stands, as if by chance: by an integer hash (the finaliser of MurmurHash3). */
function scatter(cell: number, turn: number): number {
  let hash = Math.imul(cell * 31 + turn + 1, 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32 - 0.5) * SQUARE;
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
const hundredths = (value: number): number => Math.round(value * 100) / 100;
