import { ChromaCurve, meanChroma } from "./chroma.ts";
import type { Decoded } from "./decode.ts";
import { sampleRate } from "./ffmpeg-arguments.ts";
import { harmonicChange, keyOf, localMajorness } from "./key.ts";
import { OnsetCurve } from "./onset-curve.ts";
import { binWidth, spectra } from "./spectra.ts";
import { tempoOf } from "./tempo.ts";

/** What is heard in a song. Numbers only: they are kept to explain an estimate. */
export interface SoundFeatures {
  seconds: number;
  /** EBU R128: integrated loudness in LUFS and loudness range in LU. */
  loudness: number;
  loudnessRange: number;
  /** Beats a minute, and how surely there is a beat, 0 to 1. */
  tempo: number;
  pulse: number;
  onsetsPerSecond: number;
  /** How much begins, soft or loud. */
  onsetStrength: number;
  /** The mean frequency of the sound in Hz, in loud passages more than in soft ones. */
  brightness: number;
  /** 0 is C. */
  tonic: number;
  /** How much better major keys fit than minor ones: below 0 is minor. */
  majorness: number;
  /** How well the best key fits, as a correlation. */
  keyFit: number;
  /** How much the harmony moves. */
  harmonicChange: number;
}

/** Everything is measured at this loudness, so that a quiet recording of a song is heard as the same song. */
const levelLufs = -20;
/** Short windows tell when, long ones tell which pitch. */
const short = { size: 1024, hop: 256 };
const long = { size: 8192, hop: 4096 };
const secondsOf = (windows: number): number => (windows * long.hop) / sampleRate;
/** Twelve seconds are a phrase or two. Even, because stretches overlap by half. */
const stretch = 2 * Math.round(6 / secondsOf(1));
/** The time of a beat or two. */
const apart = Math.round(0.75 / secondsOf(1));

/** The sound is changed: brought to the common level. */
export function featuresOf({ sound, loudness, loudnessRange }: Decoded): SoundFeatures {
  const gain = 10 ** ((levelLufs - loudness) / 20);
  for (let n = 0; n < sound.length; n++) sound[n] = (sound[n] as number) * gain;

  const onsets = new OnsetCurve({ size: short.size, perSecond: sampleRate / short.hop });
  const brightness = new Brightness();
  for (const spectrum of spectra(sound, short.size, short.hop)) {
    onsets.add(spectrum);
    brightness.add(spectrum);
  }
  const curve = new ChromaCurve({ size: long.size });
  for (const spectrum of spectra(sound, long.size, long.hop)) curve.add(spectrum);
  const chromas = curve.chromas();
  const key = keyOf(meanChroma(chromas));
  const tempo = tempoOf(onsets.rises, onsets.perSecond);
  return {
    seconds: sound.length / sampleRate,
    loudness,
    loudnessRange,
    tempo: tempo.bpm,
    pulse: tempo.clarity,
    onsetsPerSecond: onsets.onsetsPerSecond,
    onsetStrength: onsets.mean,
    brightness: brightness.hertz,
    tonic: key.tonic,
    majorness: localMajorness(chromas, stretch),
    keyFit: key.fit,
    harmonicChange: harmonicChange(chromas, apart),
  };
}

/** The spectral centroid, each window weighed by its own amplitude. */
class Brightness {
  #sum = 0;
  #weights = 0;

  add(spectrum: Float32Array): void {
    let [amplitudes, bins, power] = [0, 0, 0];
    for (let bin = 1; bin < spectrum.length; bin++) {
      const amplitude = spectrum[bin] as number;
      amplitudes += amplitude;
      bins += amplitude * bin;
      power += amplitude * amplitude;
    }
    if (amplitudes === 0) return;
    const weight = Math.sqrt(power);
    this.#sum += (weight * bins * binWidth(2 * spectrum.length)) / amplitudes;
    this.#weights += weight;
  }

  get hertz(): number {
    return this.#weights > 0 ? this.#sum / this.#weights : 0;
  }
}
