import { leastRise, movingMean } from "./onset-curve.ts";

const slowest = 40;
const fastest = 220;
/** From one tempo that is tried to the next. */
const step = 1.004;
/** A beat is felt most easily around here, which settles whether one of 60 or of 120 is meant (Parncutt 1994). */
const usualTempo = 105;
const octavesAround = 0.8;
/** A beat comes back after one, two, three and four of itself. */
const multiples = [
  { beats: 1, weight: 1 },
  { beats: 2, weight: 0.7 },
  { beats: 3, weight: 0.4 },
  { beats: 4, weight: 0.5 },
];

export interface Tempo {
  /** Beats a minute. The half or the double may be as right: people differ in that, too. */
  bpm: number;
  /** From 0, no beat to be found, to 1, all that begins begins on a beat. */
  clarity: number;
}

/**
 * The tempo at which a curve of onsets repeats itself best, by its autocorrelation (after Ellis 2007, Beat tracking by
 * dynamic programming).
 */
export function tempoOf(rises: readonly number[], perSecond: number): Tempo {
  const usual = movingMean(rises, Math.round(perSecond / 2));
  const curve = Float64Array.from(rises, (rise, n) => Math.max(0, rise - (usual[n] as number)));
  const longest = Math.round((multiples.length * 60 * perSecond) / slowest);
  const repeats = autocorrelation(curve, Math.min(longest, curve.length - 1));
  const floor = average(repeats.subarray(Math.round(perSecond / 5)));
  const whole = (repeats[0] ?? 0) - floor;
  // A tone that is held has ripples that repeat, but nothing begins.
  if (!(whole > 0) || curve.every((rise) => rise < leastRise)) return { bpm: usualTempo, clarity: 0 };

  let best = { bpm: usualTempo, strength: 0, score: 0 };
  for (let bpm = slowest; bpm <= fastest; bpm *= step) {
    const beat = (60 * perSecond) / bpm;
    let strength = 0;
    let weights = 0;
    for (const { beats, weight } of multiples) {
      if (beats * beat >= repeats.length - 1) continue;
      strength += weight * (between(repeats, beats * beat) - floor);
      weights += weight;
    }
    strength /= Math.max(1, weights);
    const score = strength * Math.exp(-0.5 * (Math.log2(bpm / usualTempo) / octavesAround) ** 2);
    if (score > best.score) best = { bpm, strength, score };
  }
  return { bpm: best.bpm, clarity: Math.min(1, best.strength / whole) };
}

function autocorrelation(curve: Float64Array, longest: number): Float64Array {
  const repeats = new Float64Array(longest + 1);
  for (let lag = 0; lag <= longest; lag++) {
    let sum = 0;
    for (let n = 0; n + lag < curve.length; n++) sum += (curve[n] as number) * (curve[n + lag] as number);
    repeats[lag] = sum / (curve.length - lag);
  }
  return repeats;
}

function between(values: Float64Array, place: number): number {
  const before = Math.floor(place);
  const share = place - before;
  return (values[before] as number) * (1 - share) + (values[before + 1] as number) * share;
}

function average(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
