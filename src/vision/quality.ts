import type { Abstention, ExpressionProbs } from "../protocol/vision.ts";
import { meanAndVariance } from "./normalise.ts";

/** What is known of one face before it is read. */
export interface FaceView {
  /** Width of the detector's box in pixels of the frame. */
  widthPx: number;
  /** Of the crop, from `sharpness`. */
  sharpness: number;
  /** Raw hits of the cascade. */
  score: number;
  /** Looks in a row in which the cascade did not find it any more. */
  missed: number;
}

/** Below `bad` a face is not read; from `good` on nothing is taken off its quality. */
interface Scale {
  bad: number;
  good: number;
}

// `npm run bench -- model --report FILE` measures what each of these costs and wins, on faces that are blurred, shrunk,
// covered, tilted and turned step by step; docs/decisions/abstaining.md tells how the numbers were chosen.

/** In widths of the net's input. Accuracy falls slowly down to this size, and the cascade ends at about the same. */
const SIZE: Scale = { bad: 0.5, good: 1.25 };
/** Of blurred faces below this, more than half are read wrongly. Sharp photos give 0.18 to 1.1 in the net's size. */
const SHARPNESS: Scale = { bad: 0.02, good: 0.15 };
/**
 * Hits of the cascade that were merged into the face. It gives up on a turned or covered face rather than saying by
 * how much, so those that it barely finds are refused, and a face that it has just lost is (`missed`).
 */
const HITS: Scale = { bad: 4, good: 10 };
/**
 * In bits: as undecided as between four equally likely expressions. What is left of the probability then lies all over
 * the place, which is a worse sign than the largest one alone tells. Smiling or not has at most 1 bit.
 */
const MOST_ENTROPY = 2;

/** For reports. */
export const gate = {
  smallestWidth: SIZE.bad,
  leastSharpness: SHARPNESS.bad,
  fewestHits: HITS.bad,
  mostEntropyBits: MOST_ENTROPY,
} as const;

/** How far a reading of this face can be trusted (0 to 1), and why it should not be read at all. */
export interface Judgement {
  quality: number;
  abstained: Exclude<Abstention, "unsure"> | null;
}

export function judge(face: FaceView, inputWidth: number): Judgement {
  const size = face.widthPx / inputWidth;
  if (face.missed > 0 || face.score < HITS.bad) return { quality: 0, abstained: "turned" };
  if (size < SIZE.bad) return { quality: 0, abstained: "too-small" };
  if (face.sharpness < SHARPNESS.bad) return { quality: 0, abstained: "blurred" };
  const quality = (share(size, SIZE) + share(face.sharpness, SHARPNESS) + share(face.score, HITS)) / 3;
  return { quality, abstained: null };
}

/** Whether the net's answer says enough: by the model's own measure, or by the largest probability that is asked for. */
export function isSure(probs: ExpressionProbs, rules: { asked: number | null; own: number }): boolean {
  const shares = Object.values(probs);
  const top = Math.max(...shares);
  return rules.asked === null ? top >= rules.own && entropyBits(shares) <= MOST_ENTROPY : top >= rules.asked;
}

/** 0 when one is certain; log2 of their number when all are equally likely. */
export function entropyBits(probs: readonly number[]): number {
  return probs.reduce((bits, share) => (share > 0 ? bits - share * Math.log2(share) : bits), 0);
}

/**
 * Variance of the Laplacian of a grey picture over that of its pixels, so that light and contrast don't matter.
 * About 0 for a blur, above 1 for noise. 0 for one flat colour.
 */
export function sharpness(pixels: Uint8Array, width: number): number {
  const height = pixels.length / width;
  const edges = new Float32Array((width - 2) * (height - 2));
  const pixel = (at: number): number => pixels[at] ?? 0;
  let next = 0;
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x;
      edges[next++] = pixel(at - 1) + pixel(at + 1) + pixel(at - width) + pixel(at + width) - 4 * pixel(at);
    }
  const contrast = meanAndVariance(pixels).variance;
  return contrast > 0 ? meanAndVariance(edges).variance / contrast : 0;
}

const share = (value: number, { bad, good }: Scale): number =>
  Math.min(1, Math.max(0, (value - bad) / (good - bad)));
