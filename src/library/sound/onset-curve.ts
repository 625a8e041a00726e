import { binWidth } from "./spectra.ts";

const bands = 32;
const lowest = 40;
const highest = 10_000;
/** Before the logarithm: soft notes count beside loud ones, noise below -60 dB does not. */
const compression = 1_000;
/** No two onsets are nearer to each other. */
const apartSeconds = 0.05;
const aroundSeconds = 0.4;
/** Less is no onset. */
export const leastRise = 0.05;

/**
 * How much new sound begins at each moment: the rise, from window to window, of a compressed mel spectrum (spectral
 * flux; Bello et al. 2005, A tutorial on onset detection in music signals).
 */
export class OnsetCurve {
  readonly #filters: readonly { first: number; weights: readonly number[] }[];
  readonly #before = new Float64Array(bands);
  readonly #rises: number[] = [];
  readonly perSecond: number;

  constructor({ size, perSecond }: { size: number; perSecond: number }) {
    this.perSecond = perSecond;
    this.#filters = melFilters(size);
  }

  add(spectrum: Float32Array): void {
    let rise = 0;
    for (const [band, { first, weights }] of this.#filters.entries()) {
      let energy = 0;
      for (let n = 0; n < weights.length; n++)
        energy += (spectrum[first + n] as number) * (weights[n] as number);
      const level = Math.log1p(compression * energy);
      rise += Math.max(0, level - (this.#before[band] as number));
      this.#before[band] = level;
    }
    // The first window has nothing to rise from.
    this.#rises.push(this.#rises.length === 0 ? 0 : rise / bands);
  }

  get rises(): readonly number[] {
    return this.#rises;
  }

  get mean(): number {
    return mean(this.#rises);
  }

  /** Notes and drum strokes that begin, in a second: peaks that stand out from what is around them. */
  get onsetsPerSecond(): number {
    const rises = this.#rises;
    const near = Math.max(1, Math.round(apartSeconds * this.perSecond));
    const around = Math.round(aroundSeconds * this.perSecond);
    const usual = movingMean(rises, around);
    const average = mean(rises);
    const spread = Math.sqrt(mean(rises.map((rise) => (rise - average) ** 2)));
    const least = Math.max(leastRise, 0.3 * spread);
    let onsets = 0;
    let last = Number.NEGATIVE_INFINITY;
    for (let n = near; n < rises.length - near; n++) {
      const rise = rises[n] as number;
      if (n - last < near || rise <= (usual[n] as number) + least) continue;
      if (rises.slice(n - near, n + near + 1).some((other) => other > rise)) continue;
      onsets++;
      last = n;
    }
    return rises.length === 0 ? 0 : (onsets * this.perSecond) / rises.length;
  }
}

export function movingMean(values: readonly number[], around: number): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (let n = 0; n < values.length; n++) sums[n + 1] = (sums[n] as number) + (values[n] as number);
  return Float64Array.from(values, (_, n) => {
    const from = Math.max(0, n - around);
    const to = Math.min(values.length, n + around + 1);
    return ((sums[to] as number) - (sums[from] as number)) / (to - from);
  });
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/** Triangles of equal width in mel, the scale of heard pitch. */
function melFilters(size: number): { first: number; weights: readonly number[] }[] {
  const mel = (hertz: number): number => 2595 * Math.log10(1 + hertz / 700);
  const bins = (mels: number): number => (700 * (10 ** (mels / 2595) - 1)) / binWidth(size);
  const step = (mel(highest) - mel(lowest)) / (bands + 1);
  const edge = (n: number): number => bins(mel(lowest) + n * step);
  return Array.from({ length: bands }, (_, band) => {
    const [from, middle, to] = [edge(band), edge(band + 1), edge(band + 2)];
    const first = Math.floor(from);
    const weights = Array.from({ length: Math.ceil(to) - first + 1 }, (_, n) => {
      const bin = first + n;
      return Math.max(0, bin < middle ? (bin - from) / (middle - from) : (to - bin) / (to - middle));
    });
    // Low bands are narrower than what the transform can tell apart.
    return weights.some((weight) => weight > 0)
      ? { first, weights }
      : { first: Math.round(middle), weights: [1] };
  });
}
