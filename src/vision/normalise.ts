import type { Normalisation } from "./contract.ts";

/**
 * Grey pixels (0 to 255, row by row) as the net wants them, written into `into` from `offset` on; with `mirrored`
 * each row from right to left.
 */
export function normalise(options: {
  pixels: Uint8Array;
  width: number;
  how: Normalisation;
  mirrored: boolean;
  into: Float32Array;
  offset: number;
}): void {
  const { pixels, width, how, mirrored, into, offset } = options;
  const { mean, divisor } = scaleOf(pixels, how);
  for (let at = 0; at < pixels.length; at++) {
    const column = at % width;
    const from = mirrored ? at - column + (width - 1 - column) : at;
    into[offset + at] = ((pixels[from] ?? 0) - mean) / divisor;
  }
}

function scaleOf(pixels: Uint8Array, how: Normalisation): { mean: number; divisor: number } {
  if (how.kind === "fixed") return { mean: how.mean, divisor: how.std };
  const { mean, variance } = meanAndVariance(pixels);
  // A flat crop with no floor would divide by zero; it says nothing either way.
  return { mean, divisor: Math.sqrt(variance) + how.stdFloor || 1 };
}

/** Of the whole population, as numpy's `std` takes it. */
export function meanAndVariance(values: ArrayLike<number>): { mean: number; variance: number } {
  let sum = 0;
  let squares = 0;
  for (let at = 0; at < values.length; at++) {
    const value = values[at] ?? 0;
    sum += value;
    squares += value * value;
  }
  const mean = sum / values.length;
  return { mean, variance: Math.max(0, squares / values.length - mean * mean) };
}
