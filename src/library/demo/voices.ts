import { Random } from "./random.ts";

export const sampleRate = 44_100;

/** One note as samples between about -1 and 1, with its own ending. */
export type Voice = (hertz: number, seconds: number) => Float32Array;

const tau = 2 * Math.PI;

/** Sine waves, each with its own pitch, strength and half-life in seconds. */
function modal(
  partials: readonly { ratio: number; gain: number; halfLife: number }[],
  { attack, release, hertz, seconds }: { attack: number; release: number; hertz: number; seconds: number },
): Float32Array {
  const out = new Float32Array(Math.ceil((seconds + release) * sampleRate));
  for (const { ratio, gain, halfLife } of partials) {
    const frequency = hertz * ratio;
    if (frequency > 15_000) continue;
    // A rotation by complex multiplication: a sine a sample would cost ten times as much.
    const decay = 0.5 ** (1 / (halfLife * sampleRate));
    const cos = Math.cos((tau * frequency) / sampleRate) * decay;
    const sin = Math.sin((tau * frequency) / sampleRate) * decay;
    let re = gain;
    let im = 0;
    for (let n = 0; n < out.length; n++) {
      out[n] = (out[n] ?? 0) + im;
      const next = re * cos - im * sin;
      im = re * sin + im * cos;
      re = next;
      if (re * re + im * im < 1e-10) break;
    }
  }
  return shape(out, { attack, release });
}

/** Rounds off both ends, so that nothing clicks. */
function shape(out: Float32Array, { attack, release }: { attack: number; release: number }): Float32Array {
  const rise = Math.max(1, Math.floor(attack * sampleRate));
  const fall = Math.max(1, Math.floor(release * sampleRate));
  for (let n = 0; n < Math.min(rise, out.length); n++)
    out[n] = (out[n] ?? 0) * (0.5 - 0.5 * Math.cos((Math.PI * n) / rise));
  for (let n = Math.max(0, out.length - fall); n < out.length; n++)
    out[n] = (out[n] ?? 0) * (0.5 + 0.5 * Math.cos((Math.PI * (n - out.length + fall)) / fall));
  return out;
}

/** A hammer in felt: partials a little sharp, as stiff strings have, higher ones softer and shorter. */
export const piano: Voice = (hertz, seconds) => {
  const length = 2.2 * (220 / hertz) ** 0.35;
  const partials = Array.from({ length: 11 }, (_, index) => {
    const n = index + 1;
    const dip = n === 7 ? 0.3 : 1;
    return {
      ratio: n * Math.sqrt(1 + 0.0004 * n * n),
      gain: (dip * 0.5 * Math.exp(-0.42 * index)) / (1 + hertz / 2500),
      halfLife: length / (1 + 0.55 * index),
    };
  });
  const detuned = partials.slice(0, 4).map((p) => ({ ...p, ratio: p.ratio * 1.0007, gain: p.gain * 0.6 }));
  return modal([...partials, ...detuned], { attack: 0.006, release: 0.35, hertz, seconds });
};

/** Bars of rosewood over tubes: the second mode two octaves above the first. */
export const marimba: Voice = (hertz, seconds) =>
  modal(
    [
      { ratio: 1, gain: 0.75, halfLife: 0.28 * (260 / hertz) ** 0.4 },
      { ratio: 3.98, gain: 0.2, halfLife: 0.07 },
      { ratio: 9.7, gain: 0.08, halfLife: 0.025 },
    ],
    { attack: 0.003, release: 0.25, hertz, seconds: Math.min(seconds, 1) },
  );

/** Metal bars with turning discs. */
export const vibraphone: Voice = (hertz, seconds) => {
  const out = modal(
    [
      { ratio: 1, gain: 0.6, halfLife: 1.6 },
      { ratio: 4, gain: 0.12, halfLife: 0.6 },
      { ratio: 10.1, gain: 0.03, halfLife: 0.12 },
    ],
    { attack: 0.004, release: 0.5, hertz, seconds },
  );
  for (let n = 0; n < out.length; n++)
    out[n] = (out[n] ?? 0) * (0.82 + 0.18 * Math.cos((tau * 4.6 * n) / sampleRate));
  return out;
};

export const bell: Voice = (hertz, seconds) =>
  modal(
    [
      { ratio: 1, gain: 0.45, halfLife: 1.4 },
      { ratio: 2.0, gain: 0.16, halfLife: 0.9 },
      { ratio: 3.01, gain: 0.14, halfLife: 0.5 },
      { ratio: 5.43, gain: 0.05, halfLife: 0.25 },
    ],
    { attack: 0.004, release: 0.6, hertz, seconds },
  );

/** Frequency modulation as the electric pianos of the eighties did it: a warm body and a short tine above it. */
export const electricPiano: Voice = (hertz, seconds) => {
  const release = 0.3;
  const out = new Float32Array(Math.ceil((seconds + release) * sampleRate));
  const step = (tau * hertz) / sampleRate;
  let body = 1;
  let tine = 1;
  const bodyDecay = 0.5 ** (1 / (1.1 * sampleRate));
  const tineDecay = 0.5 ** (1 / (0.09 * sampleRate));
  for (let n = 0; n < out.length; n++) {
    const phase = step * n;
    const warm = Math.sin(phase + 0.9 * body * Math.sin(phase));
    const bright = tine > 0.001 ? Math.sin(phase + 0.5 * tine * Math.sin(14 * phase)) : 0;
    out[n] = 0.55 * body * warm + 0.12 * tine * bright;
    body *= bodyDecay;
    tine *= tineDecay;
  }
  return shape(out, { attack: 0.005, release });
};

/** Karplus and Strong (1983): a burst of noise in a loop that loses its highs. The seed is the pitch. */
export const plucked: Voice = (hertz, seconds) => {
  const release = 0.25;
  const random = new Random(Math.round(hertz * 100));
  const out = new Float32Array(Math.ceil((seconds + release) * sampleRate));
  // Half a sample is the loop filter's own delay; the rest of the fraction is done by an all-pass.
  const period = sampleRate / hertz - 0.5;
  const length = Math.floor(period);
  const fraction = period - length;
  const allpass = (1 - fraction) / (1 + fraction);
  const line = new Float32Array(length);
  let soft = 0;
  for (let n = 0; n < length; n++) {
    soft += 0.35 * (random.between(-1, 1) - soft);
    line[n] = soft;
  }
  const mean = line.reduce((sum, sample) => sum + sample, 0) / length;
  const loss = 0.5 ** (1 / (hertz * 1.6 * (220 / hertz) ** 0.5));
  let at = 0;
  let before = 0;
  let passedIn = 0;
  let passedOut = 0;
  for (let n = 0; n < out.length; n++) {
    const sample = (line[at] ?? 0) - (n < length ? mean : 0);
    out[n] = sample * 1.3;
    const filtered = loss * 0.5 * (sample + before);
    before = sample;
    passedOut = allpass * (filtered - passedOut) + passedIn;
    passedIn = filtered;
    line[at] = passedOut;
    at = at + 1 === length ? 0 : at + 1;
  }
  return shape(out, { attack: 0.002, release });
};

/** A breathy pipe with a vibrato that comes late. */
export const flute: Voice = (hertz, seconds) => {
  const release = 0.14;
  const random = new Random(Math.round(hertz));
  const out = new Float32Array(Math.ceil((seconds + release) * sampleRate));
  let phase = 0;
  let breath = 0;
  for (let n = 0; n < out.length; n++) {
    const time = n / sampleRate;
    const vibrato = 0.006 * Math.min(1, Math.max(0, (time - 0.25) / 0.4)) * Math.sin(tau * 5.1 * time);
    phase += (tau * hertz * (1 + vibrato)) / sampleRate;
    breath += 0.2 * (random.between(-1, 1) - breath);
    const swell = 0.85 + 0.15 * Math.min(1, time / 0.3);
    out[n] =
      swell *
      (0.5 * Math.sin(phase) + 0.11 * Math.sin(2 * phase) + 0.05 * Math.sin(3 * phase) + 0.045 * breath);
  }
  return shape(out, { attack: 0.06, release });
};
