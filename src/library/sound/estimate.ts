import type { SoundEstimate } from "../../protocol/library.ts";
import type { Affect } from "../../protocol/mood.ts";
import type { SoundFeatures } from "./features.ts";

/** Goes up with whatever changes an estimate: songs that have one of another version are listened to again. */
export const soundVersion = "1";

const cueNames = [
  "onsets",
  "strength",
  "change",
  "brightness",
  "light",
  "loudness",
  "tempo",
  "majorness",
  "keyFit",
  "pulse",
] as const;
type Cue = (typeof cueNames)[number];
type Cues = Readonly<Record<Cue, number>>;

/** What is usual: means and spreads over the tracks to tune on, as `npm run bench -- sound --usual` prints them. */
const usual: Readonly<Record<Cue, { mean: number; spread: number }>> = {
  onsets: { mean: 1.993, spread: 0.689 },
  strength: { mean: 0.081, spread: 0.026 },
  change: { mean: 0.383, spread: 0.162 },
  brightness: { mean: 10.289, spread: 0.569 },
  light: { mean: 10.289, spread: 0.569 },
  loudness: { mean: -16.869, spread: 2.825 },
  tempo: { mean: -0.029, spread: 0.144 },
  majorness: { mean: -0.03, spread: 0.111 },
  keyFit: { mean: 0.805, spread: 0.126 },
  pulse: { mean: 0.455, spread: 0.258 },
};

/**
 * What each cue adds, in spreads of what is usual. That cues add up, about linearly, and which way each one works, is
 * known from experiments (Eerola, Friberg and Bresin 2013); how much was set on the tracks to tune on. The whole story:
 * docs/decisions/mood-from-sound.md.
 */
const weights: Readonly<Record<keyof Affect, Partial<Cues>>> = {
  arousal: { onsets: 0.35, strength: 0.1, change: 0.3, brightness: 0.1, loudness: 0.25, tempo: 0.1 },
  valence: { majorness: 0.5, light: 0.4, keyFit: 0.3, pulse: 0.25, loudness: -0.2 },
};

/** In spreads: one cue, however odd, doesn't decide alone. */
const farthest = 3;
/** Dull sounds gloomy, but what is brighter than bright is no happier: most of it is metal and noise. */
const brightest = 1;
/** How far out an estimate goes: as far as the moods that the picker aims at. */
const reach = 0.75;
/** A mood that somebody tagged has 0.9, a genre up to 0.45. */
const leastConfidence = 0.2;
const mostConfidence = 0.5;
/** A shorter piece is a jingle. */
const enoughSeconds = 30;

/** Where a song stands by its sound, and how sure that is. */
export function estimateOf(features: SoundFeatures): SoundEstimate {
  const cues = cuesOf(features);
  const valence = Math.tanh(sum(cues, weights.valence));
  const arousal = Math.tanh(sum(cues, weights.arousal));
  // What lies in the middle may lie on either side of it.
  const decided = Math.min(1, Math.hypot(valence, arousal));
  const heard = Math.min(1, features.seconds / enoughSeconds);
  return {
    version: soundVersion,
    point: { valence: rounded(reach * valence), arousal: rounded(reach * arousal) },
    confidence: rounded(leastConfidence + (mostConfidence - leastConfidence) * decided * heard),
    features: Object.fromEntries(Object.entries(features).map(([name, value]) => [name, rounded(value)])),
  };
}

/** Each cue before it is compared with the usual: what `usual` is measured of. */
export function placesOf(features: SoundFeatures): Cues {
  const brightness = Math.log2(Math.max(50, features.brightness));
  return {
    // Twice as many is heard as one step more, from one to two as from four to eight.
    onsets: Math.log2(features.onsetsPerSecond + 0.5),
    strength: features.onsetStrength,
    change: features.harmonicChange,
    brightness,
    light: brightness,
    // It tells as much of the mastering as of the music.
    loudness: Math.min(-8, Math.max(-30, features.loudness)),
    // Without a beat there is no tempo to go by.
    tempo: features.pulse * Math.log2(features.tempo / 105),
    majorness: features.majorness,
    keyFit: features.keyFit,
    pulse: features.pulse,
  };
}

function cuesOf(features: SoundFeatures): Cues {
  const places = placesOf(features);
  const cues = cueNames.map((cue) => {
    const { mean, spread } = usual[cue];
    const away = (places[cue] - mean) / spread;
    return [cue, Math.min(cue === "light" ? brightest : farthest, Math.max(-farthest, away))];
  });
  return Object.fromEntries(cues) as Cues;
}

function sum(cues: Cues, weight: Partial<Cues>): number {
  return cueNames.reduce((total, cue) => total + (weight[cue] ?? 0) * cues[cue], 0);
}

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;
