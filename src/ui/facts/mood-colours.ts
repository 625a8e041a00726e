import type { Affect } from "../../protocol/mood.ts";
import { contrast, luminance, type Oklab, oklch, type Srgb, toSrgb } from "./oklab.ts";

/** The weather of one mood. Text may stand on any of it, and on any blend of it. */
export interface MoodColours {
  sky: Srgb;
  mid: Srgb;
  low: Srgb;
  base: Srgb;
}

/** Titles, and everything else that is written. */
export const INK: Srgb = [1, 0.976, 0.949];
export const INK_SOFT: Srgb = [0.957, 0.918, 0.878];

/** Of WCAG 2 AA for text of any size. */
export const LEAST_CONTRAST = 4.5;

const NIGHT = oklch(0.16, 0.012, 340);

/** Four skies, one for each quarter of the circumplex: top, middle and bottom of the weather. */
const SKIES: Readonly<Record<"lively" | "calm" | "low" | "tense", readonly [Oklab, Oklab, Oklab]>> = {
  lively: [oklch(0.64, 0.15, 62), oklch(0.54, 0.18, 33), oklch(0.44, 0.16, 352)],
  calm: [oklch(0.6, 0.1, 165), oklch(0.5, 0.1, 212), oklch(0.4, 0.1, 252)],
  low: [oklch(0.48, 0.09, 262), oklch(0.39, 0.09, 285), oklch(0.33, 0.08, 320)],
  tense: [oklch(0.54, 0.18, 20), oklch(0.43, 0.17, 345), oklch(0.36, 0.15, 305)],
};

/**
 * Blended in OKLab by where the mood lies; squared weights keep the corners pure and the middle soft. A colour
 * that is too light for soft ink is darkened until it is not. Every blend of these in sRGB is then dark enough
 * too, because luminance is convex in the encoded channels.
 */
export function moodColours({ valence, arousal }: Affect): MoodColours {
  const x = (Math.min(1, Math.max(-1, valence)) + 1) / 2;
  const y = (Math.min(1, Math.max(-1, arousal)) + 1) / 2;
  const weights = {
    lively: (x * y) ** 2,
    calm: (x * (1 - y)) ** 2,
    low: ((1 - x) * (1 - y)) ** 2,
    tense: ((1 - x) * y) ** 2,
  };
  const sum = weights.lively + weights.calm + weights.low + weights.tense;
  const blend = (layer: 0 | 1 | 2): Oklab => {
    const mixed: [number, number, number] = [0, 0, 0];
    for (const name of Object.keys(SKIES) as (keyof typeof SKIES)[]) {
      SKIES[name][layer].forEach((part, axis) => {
        mixed[axis] = (mixed[axis] ?? 0) + (part * weights[name]) / sum;
      });
    }
    return mixed;
  };
  const low = blend(2);
  const base: Oklab = [
    0.82 * NIGHT[0] + 0.18 * low[0],
    0.82 * NIGHT[1] + 0.18 * low[1],
    0.82 * NIGHT[2] + 0.18 * low[2],
  ];
  return { sky: readable(blend(0)), mid: readable(blend(1)), low: readable(low), base: readable(base) };
}

const SOFT_INK_LUMINANCE = luminance(INK_SOFT);

function readable([lightness, a, b]: Oklab): Srgb {
  for (let share = 1; share > 0.3; share -= 0.01) {
    const colour = toSrgb([lightness * share, a * share, b * share]);
    // A hair more than asked for, because screens round to 8 bits.
    if (luminance(colour) <= (SOFT_INK_LUMINANCE + 0.05) / (LEAST_CONTRAST + 0.05) - 0.05) return colour;
  }
  return toSrgb(NIGHT);
}

/** Between a text colour and the lightest part of a weather. */
export function leastContrast(ink: Srgb, { sky, mid, low, base }: MoodColours): number {
  return Math.min(...[sky, mid, low, base].map((colour) => contrast(ink, colour)));
}
