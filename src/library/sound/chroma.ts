import { binWidth } from "./spectra.ts";

/** How strong each of the twelve pitch classes is, C first; together 1. */
export type Chroma = Float64Array;

/** Hertz: where tunes and chords lie. */
const lowest = 65;
const highest = 2_100;
/** Of a window's strongest partial. */
const leastShare = 0.01;
/** Below this there is nothing to hear. */
const silence = 1e-5;

/**
 * Pitch classes of the partials of each window (after Gómez 2006, Tonal description of polyphonic audio): peaks of the
 * spectrum, placed between its bins, weighed by the root of their amplitude. Where the whole piece is tuned to is found
 * from the peaks themselves, as old recordings and some instruments are off.
 */
export class ChromaCurve {
  readonly #size: number;
  /** Of each window: pitches as MIDI numbers with fractions, and their amplitudes in turn. */
  readonly #windows: (readonly number[])[] = [];

  constructor({ size }: { size: number }) {
    this.#size = size;
  }

  add(spectrum: Float32Array): void {
    const width = binWidth(this.#size);
    const [from, to] = [Math.floor(lowest / width), Math.ceil(highest / width)];
    let strongest = 0;
    for (let bin = from; bin < to; bin++) strongest = Math.max(strongest, spectrum[bin] as number);
    if (strongest < silence) return;
    const partials: number[] = [];
    for (let bin = from; bin < to; bin++) {
      const [left, here, right] = [
        spectrum[bin - 1] as number,
        spectrum[bin] as number,
        spectrum[bin + 1] as number,
      ];
      if (here <= left || here < right || here < strongest * leastShare) continue;
      partials.push(pitchOf((bin + offPeak(left, here, right)) * width), here);
    }
    this.#windows.push(partials);
  }

  /** One chroma of each window in which there was something to hear. */
  chromas(): readonly Chroma[] {
    const tuning = this.#tuning();
    return this.#windows.map((partials) => chromaOf(partials, tuning));
  }

  /** How far the piece lies from 440 Hz for an A, in semitones from -0.5 to 0.5: the mean direction on the circle. */
  #tuning(): number {
    let [x, y] = [0, 0];
    for (const partials of this.#windows)
      for (let n = 0; n < partials.length; n += 2) {
        const angle = 2 * Math.PI * (partials[n] as number);
        x += (partials[n + 1] as number) * Math.cos(angle);
        y += (partials[n + 1] as number) * Math.sin(angle);
      }
    return Math.atan2(y, x) / (2 * Math.PI);
  }
}

/** The mean of some. */
export function meanChroma(chromas: readonly Chroma[]): Chroma {
  const mean = new Float64Array(12);
  for (const chroma of chromas)
    for (let n = 0; n < 12; n++) mean[n] = (mean[n] as number) + (chroma[n] as number) / chromas.length;
  return mean;
}

function chromaOf(partials: readonly number[], tuning: number): Chroma {
  const chroma = new Float64Array(12);
  let sum = 0;
  for (let n = 0; n < partials.length; n += 2) {
    const pitch = (partials[n] as number) - tuning;
    const nearest = Math.round(pitch);
    const weight = Math.cos(Math.PI * (pitch - nearest)) ** 2 * Math.sqrt(partials[n + 1] as number);
    const pitchClass = nearest % 12;
    chroma[pitchClass] = (chroma[pitchClass] as number) + weight;
    sum += weight;
  }
  return sum > 0 ? chroma.map((strength) => strength / sum) : chroma;
}

const pitchOf = (hertz: number): number => 69 + 12 * Math.log2(hertz / 440);

/** Where the peak of a parabola through three logarithms lies, in bins from the middle one. */
function offPeak(left: number, here: number, right: number): number {
  const [a, b, c] = [Math.log(left + 1e-12), Math.log(here), Math.log(right + 1e-12)];
  return (0.5 * (a - c)) / (a - 2 * b + c);
}
