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

interface Sky {
  at: Affect;
  /** Top, middle and bottom of the weather. */
  layers: readonly [Oklab, Oklab, Oklab];
}

/** Six skies on the circumplex: noon, honey, sea, rain, ember, and dusk in the middle. */
const SKIES: readonly Sky[] = [
  {
    at: { valence: 0.65, arousal: 0.6 },
    layers: [oklch(0.66, 0.16, 66), oklch(0.58, 0.2, 35), oklch(0.46, 0.18, 355)],
  },
  {
    at: { valence: 0.65, arousal: -0.05 },
    layers: [oklch(0.66, 0.13, 82), oklch(0.56, 0.15, 48), oklch(0.44, 0.13, 12)],
  },
  {
    at: { valence: 0.3, arousal: -0.7 },
    layers: [oklch(0.6, 0.13, 168), oklch(0.5, 0.12, 218), oklch(0.4, 0.13, 262)],
  },
  {
    at: { valence: -0.65, arousal: -0.45 },
    layers: [oklch(0.48, 0.1, 258), oklch(0.4, 0.1, 285), oklch(0.33, 0.09, 318)],
  },
  {
    at: { valence: -0.6, arousal: 0.6 },
    layers: [oklch(0.54, 0.19, 22), oklch(0.44, 0.18, 350), oklch(0.36, 0.16, 308)],
  },
  {
    at: { valence: 0, arousal: 0 },
    layers: [oklch(0.55, 0.1, 45), oklch(0.47, 0.1, 358), oklch(0.38, 0.1, 312)],
  },
];

/** How far a sky reaches over the circumplex. */
const REACH = 0.34;

/**
 * Blended in OKLab by how near each sky is. A colour that is too light for soft ink is darkened until it is not.
 * Every blend of these in sRGB is then dark enough too, because luminance is convex in the encoded channels.
 */
export function moodColours({ valence, arousal }: Affect): MoodColours {
  const weights = SKIES.map(({ at }) =>
    Math.exp(-((valence - at.valence) ** 2 + (arousal - at.arousal) ** 2) / (2 * REACH ** 2)),
  );
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const blend = (layer: 0 | 1 | 2): Oklab => {
    let [lightness, a, b] = [0, 0, 0];
    SKIES.forEach(({ layers }, index) => {
      const share = (weights[index] ?? 0) / sum;
      lightness += share * layers[layer][0];
      a += share * layers[layer][1];
      b += share * layers[layer][2];
    });
    return [lightness, a, b];
  };
  const low = blend(2);
  const towards = (axis: 0 | 1 | 2): number => 0.8 * NIGHT[axis] + 0.2 * low[axis];
  const base: Oklab = [towards(0), towards(1), towards(2)];
  return { sky: readable(blend(0)), mid: readable(blend(1)), low: readable(low), base: readable(base) };
}

const SOFT_INK_LUMINANCE = luminance(INK_SOFT);

function readable([lightness, a, b]: Oklab): Srgb {
  for (let share = 1; share > 0.3; share -= 0.005) {
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
