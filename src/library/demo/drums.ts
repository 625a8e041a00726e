import { Random } from "./random.ts";
import { sampleRate } from "./voices.ts";

export type Drum =
  | "kick"
  | "snare"
  | "brush"
  | "hat"
  | "openHat"
  | "shaker"
  | "tom"
  | "tick"
  | "clap"
  | "heart";

/** One beat of a drum, between about -1 and 1. Always the same for the same name. */
export function drum(name: Drum): Float32Array {
  switch (name) {
    case "kick":
      return swept({ from: 130, to: 46, bend: 0.035, halfLife: 0.075, seconds: 0.45 });
    case "heart":
      return swept({ from: 70, to: 42, bend: 0.05, halfLife: 0.09, seconds: 0.5 });
    case "tom":
      return swept({ from: 150, to: 88, bend: 0.06, halfLife: 0.11, seconds: 0.6 });
    case "snare":
      return added(
        noise({ low: 900, high: 6500, halfLife: 0.055, seconds: 0.3, seed: 1 }),
        0.8,
        swept({ from: 240, to: 180, bend: 0.02, halfLife: 0.04, seconds: 0.2 }),
        0.5,
      );
    case "clap":
      return noise({ low: 900, high: 4000, halfLife: 0.06, seconds: 0.3, seed: 2 });
    case "brush":
      return noise({ low: 1500, high: 6000, halfLife: 0.07, seconds: 0.35, seed: 3, attack: 0.025 });
    case "hat":
      return noise({ low: 6500, high: 14_000, halfLife: 0.016, seconds: 0.12, seed: 4 });
    case "openHat":
      return noise({ low: 6000, high: 13_000, halfLife: 0.09, seconds: 0.4, seed: 5 });
    case "shaker":
      return noise({ low: 4500, high: 11_000, halfLife: 0.022, seconds: 0.14, seed: 6, attack: 0.018 });
    case "tick":
      return added(
        noise({ low: 2500, high: 8000, halfLife: 0.006, seconds: 0.06, seed: 7 }),
        0.7,
        swept({ from: 1700, to: 1600, bend: 0.01, halfLife: 0.008, seconds: 0.06 }),
        0.5,
      );
  }
}

function swept(sound: {
  from: number;
  to: number;
  bend: number;
  halfLife: number;
  seconds: number;
}): Float32Array {
  const out = new Float32Array(Math.ceil(sound.seconds * sampleRate));
  let phase = 0;
  for (let n = 0; n < out.length; n++) {
    const time = n / sampleRate;
    phase += (2 * Math.PI * (sound.to + (sound.from - sound.to) * Math.exp(-time / sound.bend))) / sampleRate;
    out[n] = Math.sin(phase) * 0.5 ** (time / sound.halfLife) * ends(n, out.length, 0.002);
  }
  return out;
}

function noise(sound: {
  low: number;
  high: number;
  halfLife: number;
  seconds: number;
  seed: number;
  attack?: number;
}): Float32Array {
  const random = new Random(sound.seed);
  const out = new Float32Array(Math.ceil(sound.seconds * sampleRate));
  const open = 1 - Math.exp((-2 * Math.PI * sound.high) / sampleRate);
  const close = 1 - Math.exp((-2 * Math.PI * sound.low) / sampleRate);
  let bright = 0;
  let dull = 0;
  for (let n = 0; n < out.length; n++) {
    bright += open * (random.between(-1, 1) - bright);
    dull += close * (bright - dull);
    out[n] =
      (bright - dull) * 0.5 ** (n / sampleRate / sound.halfLife) * ends(n, out.length, sound.attack ?? 0.001);
  }
  return out;
}

function ends(n: number, length: number, attack: number): number {
  const rise = Math.min(1, n / (attack * sampleRate));
  const fall = Math.min(1, (length - n) / (0.01 * sampleRate));
  return rise * fall;
}

function added(a: Float32Array, gainA: number, b: Float32Array, gainB: number): Float32Array {
  return a.map((sample, n) => sample * gainA + (b[n] ?? 0) * gainB);
}
