import { sampleRate, type Voice } from "./voices.ts";

const tableSize = 2048;

/** Saw waves with fewer harmonics for each octave, so that none of them folds back below half the sampling rate. */
const saws: readonly Float32Array[] = Array.from({ length: 10 }, (_, octave) => {
  const table = new Float32Array(tableSize + 1);
  const harmonics = Math.max(1, Math.floor(15_000 / (27.5 * 2 ** (octave + 1))));
  for (let h = 1; h <= Math.min(harmonics, 200); h++)
    for (let n = 0; n <= tableSize; n++)
      table[n] = (table[n] ?? 0) + (0.6 * Math.sin((2 * Math.PI * h * n) / tableSize)) / h;
  return table;
});

interface Ensemble {
  /** Detuning of each player in cents. */
  cents: readonly number[];
  attack: number;
  release: number;
  /** The low-pass filter's corner at the start, at its brightest and at the end, in hertz above the note's own pitch. */
  corner: { from: number; peak: number; to: number; rise: number; fall: number };
  vibrato?: number;
  /** Dies away with this half-life; none for a bowed or blown sound. */
  halfLife?: number;
}

/** Several saw waves, a little out of tune with one another, through a filter that opens and closes. */
function ensemble({ cents, attack, release, corner, vibrato = 0, halfLife }: Ensemble): Voice {
  return (hertz, seconds) => {
    const out = new Float32Array(Math.ceil((seconds + release) * sampleRate));
    const table =
      saws[Math.min(9, Math.max(0, Math.floor(Math.log2(hertz / 27.5))))] ?? new Float32Array(tableSize + 1);
    for (const [player, cent] of cents.entries()) {
      const step = (hertz * 2 ** (cent / 1200) * tableSize) / sampleRate;
      let at = (player * 0.37 * tableSize) % tableSize;
      for (let n = 0; n < out.length; n++) {
        const index = at | 0;
        const low = table[index] ?? 0;
        out[n] = (out[n] ?? 0) + low + (at - index) * ((table[index + 1] ?? 0) - low);
        at += vibrato === 0 ? step : step * (1 + vibrato * Math.sin(((n + player * 4000) * 33) / sampleRate));
        if (at >= tableSize) at -= tableSize;
      }
    }
    filterAndShape(out, {
      seconds,
      gain: 0.5 / Math.sqrt(cents.length),
      attack,
      release,
      corner,
      halfLife,
      hertz,
    });
    return out;
  };
}

function filterAndShape(
  out: Float32Array,
  sound: Pick<Ensemble, "attack" | "release" | "corner"> & {
    seconds: number;
    gain: number;
    hertz: number;
    halfLife: number | undefined;
  },
): void {
  const { attack, release, corner, seconds, gain, hertz, halfLife } = sound;
  let first = 0;
  let second = 0;
  let alpha = 0;
  let level = 0;
  const decay = halfLife === undefined ? 1 : 0.5 ** (1 / (halfLife * sampleRate));
  let left = gain;
  for (let n = 0; n < out.length; n++) {
    // Filter and level change slowly: one value for sixteen samples is smooth enough, and the level is eased.
    if (n % 16 === 0) {
      const time = n / sampleRate;
      const { from, peak, to, rise, fall } = corner;
      const opened = from + (peak - from) * Math.min(1, time / rise);
      const open = time < rise ? opened : to + (peak - to) * Math.exp(-(time - rise) / fall);
      alpha = 1 - Math.exp((-2 * Math.PI * Math.min(14_000, hertz + open)) / sampleRate);
    }
    const time = n / sampleRate;
    const rising = time < attack ? 0.5 - 0.5 * Math.cos((Math.PI * time) / attack) : 1;
    const falling = time > seconds ? 0.5 + 0.5 * Math.cos((Math.PI * (time - seconds)) / release) : 1;
    level = rising * falling * left;
    left *= decay;
    first += alpha * ((out[n] ?? 0) - first);
    second += alpha * (first - second);
    out[n] = second * level;
  }
}

export const pad: Voice = ensemble({
  cents: [-9, -3, 4, 10],
  attack: 0.9,
  release: 1.4,
  corner: { from: 200, peak: 900, to: 500, rise: 1.6, fall: 2 },
});

export const strings: Voice = ensemble({
  cents: [-7, 0, 6],
  attack: 0.22,
  release: 0.45,
  corner: { from: 500, peak: 1500, to: 1100, rise: 0.5, fall: 1.5 },
  vibrato: 0.0025,
});

export const staccato: Voice = ensemble({
  cents: [-6, 5],
  attack: 0.012,
  release: 0.12,
  corner: { from: 2600, peak: 3000, to: 700, rise: 0.01, fall: 0.12 },
  halfLife: 0.16,
});

export const brass: Voice = ensemble({
  cents: [-5, 4],
  attack: 0.03,
  release: 0.16,
  corner: { from: 700, peak: 3200, to: 1400, rise: 0.07, fall: 0.25 },
});

export const synthPluck: Voice = ensemble({
  cents: [-6, 0, 7],
  attack: 0.004,
  release: 0.3,
  corner: { from: 4500, peak: 4600, to: 500, rise: 0.004, fall: 0.14 },
  halfLife: 0.22,
});

export const cello: Voice = ensemble({
  cents: [-2, 3],
  attack: 0.16,
  release: 0.35,
  corner: { from: 250, peak: 750, to: 600, rise: 0.4, fall: 1.5 },
  vibrato: 0.003,
});

export const bass: Voice = ensemble({
  cents: [0, 2],
  attack: 0.008,
  release: 0.09,
  corner: { from: 500, peak: 520, to: 160, rise: 0.01, fall: 0.2 },
  halfLife: 0.9,
});

export const deepBass: Voice = ensemble({
  cents: [0, 3],
  attack: 0.09,
  release: 0.5,
  corner: { from: 120, peak: 220, to: 140, rise: 0.3, fall: 1 },
});

export const pulseBass: Voice = ensemble({
  cents: [-4, 4],
  attack: 0.006,
  release: 0.06,
  corner: { from: 900, peak: 950, to: 220, rise: 0.01, fall: 0.1 },
  halfLife: 0.35,
});
