import { type Chroma, meanChroma } from "./chroma.ts";

export interface Key {
  /** 0 is C. */
  tonic: number;
  mode: "major" | "minor";
  /** How well it fits, as a correlation. */
  fit: number;
  /** By how much the best major key fits better than the best minor one; negative in minor. */
  majorness: number;
}

/**
 * How often each degree of the scale sounds in 490 major and 492 minor pieces (Albrecht and Shanahan 2013, The use of
 * large corpora to train a new type of key-finding algorithm). Of the profiles that were tried they found most keys of
 * the demo pieces: docs/decisions/mood-from-sound.md.
 */
const profiles = {
  major: [0.238, 0.006, 0.111, 0.006, 0.137, 0.094, 0.016, 0.214, 0.009, 0.08, 0.008, 0.081],
  minor: [0.22, 0.006, 0.104, 0.123, 0.019, 0.103, 0.012, 0.214, 0.062, 0.022, 0.061, 0.052],
};

/** The key whose profile the pitch classes follow best (Krumhansl 1990, Cognitive Foundations of Musical Pitch). */
export function keyOf(chroma: Chroma): Key {
  const best = { major: { fit: -1, tonic: 0 }, minor: { fit: -1, tonic: 0 } };
  for (const mode of ["major", "minor"] as const)
    for (let tonic = 0; tonic < 12; tonic++) {
      const fit = correlation(chroma, (n) => profiles[mode][(n - tonic + 12) % 12] ?? 0);
      if (fit > best[mode].fit) best[mode] = { fit, tonic };
    }
  const majorness = best.major.fit - best.minor.fit;
  const mode = majorness >= 0 ? "major" : "minor";
  return { ...best[mode], mode, majorness };
}

/** Majorness stretch by stretch, because pieces change their key: its mean over stretches that overlap by half. */
export function localMajorness(chromas: readonly Chroma[], stretch: number): number {
  const found: number[] = [];
  for (let from = 0; from === 0 || from + stretch / 4 <= chromas.length; from += stretch / 2)
    found.push(keyOf(meanChroma(chromas.slice(from, from + stretch))).majorness);
  return found.reduce((sum, majorness) => sum + majorness, 0) / found.length;
}

/** How much the harmony changes within so many windows, from 0 to 2 (after Harte, Sandler and Gasser 2006). */
export function harmonicChange(chromas: readonly Chroma[], apart: number): number {
  let sum = 0;
  for (let n = apart; n < chromas.length; n++) {
    const before = chromas[n - apart] as Chroma;
    sum += 1 - correlation(chromas[n] as Chroma, (pitchClass) => before[pitchClass] as number);
  }
  return sum / Math.max(1, chromas.length - apart);
}

/** Pearson's; 0 where either has no shape at all. */
function correlation(chroma: Chroma, other: (n: number) => number): number {
  let [sumA, sumB, sumAA, sumBB, sumAB] = [0, 0, 0, 0, 0];
  for (let n = 0; n < 12; n++) {
    const [a, b] = [chroma[n] as number, other(n)];
    sumA += a;
    sumB += b;
    sumAA += a * a;
    sumBB += b * b;
    sumAB += a * b;
  }
  const spread = Math.sqrt((sumAA - (sumA * sumA) / 12) * (sumBB - (sumB * sumB) / 12));
  return spread > 1e-12 ? (sumAB - (sumA * sumB) / 12) / spread : 0;
}
