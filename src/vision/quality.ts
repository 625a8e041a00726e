import type { Abstention } from "../protocol/vision.ts";
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

/** In widths of the net's input: an enlarged thumbnail has no expression left. */
const SIZE: Scale = { bad: 0.5, good: 1.25 };
/**
 * Sharp photos of faces give 0.18 to 1.1 in the net's size, a blur of 4 % of the face's width 0.005 to 0.03. The
 * test of the face reader measures both ends.
 */
const SHARPNESS: Scale = { bad: 0.015, good: 0.15 };
/**
 * Hits of the cascade. A weak sign: it only knows faces from the front, and gives up on a turned one rather than
 * saying by how much. A face that it has just lost is therefore the better sign (`missed`).
 */
const POSE: Scale = { bad: 2, good: 10 };

/** How far a reading of this face can be trusted (0 to 1), and why it should not be read at all. */
export function judge(
  face: FaceView,
  inputWidth: number,
): { quality: number; abstained: Exclude<Abstention, "unsure"> | null } {
  const size = face.widthPx / inputWidth;
  if (face.missed > 0 || face.score < POSE.bad) return { quality: 0, abstained: "turned" };
  if (size < SIZE.bad) return { quality: 0, abstained: "too-small" };
  if (face.sharpness < SHARPNESS.bad) return { quality: 0, abstained: "blurred" };
  const quality = (share(size, SIZE) + share(face.sharpness, SHARPNESS) + share(face.score, POSE)) / 3;
  return { quality, abstained: null };
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
