import { sampleRate } from "./voices.ts";

export type Stereo = readonly [Float32Array, Float32Array];

/** Integrated loudness in LUFS after ITU-R BS.1770-4: K-weighted, in blocks of 400 ms, quiet ones left out. */
export function loudness(stereo: Stereo): number {
  const hop = Math.round(0.1 * sampleRate);
  const powers = stereo.map((channel) => hopPowers(channel, hop));
  const blocks: number[] = [];
  for (let n = 0; n + 4 <= (powers[0]?.length ?? 0); n++) {
    let power = 0;
    for (const channel of powers) for (let part = 0; part < 4; part++) power += (channel[n + part] ?? 0) / 4;
    blocks.push(power);
  }
  const audible = blocks.filter((power) => decibels(power) > -70);
  const gate = decibels(mean(audible)) - 10;
  return decibels(mean(audible.filter((power) => decibels(power) > gate)));
}

const decibels = (power: number) => -0.691 + 10 * Math.log10(Math.max(1e-12, power));
const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** Mean squares of each tenth of a second, after the two filters of the standard. */
function hopPowers(channel: Float32Array, hop: number): Float64Array {
  const shelf = biquad({ kind: "shelf", hertz: 1681.974, q: 0.7071752, gainDb: 3.999844 });
  const highPass = biquad({ kind: "high", hertz: 38.13547, q: 0.500327, gainDb: 0 });
  const powers = new Float64Array(Math.floor(channel.length / hop));
  for (let block = 0; block < powers.length; block++) {
    let sum = 0;
    for (let n = block * hop; n < (block + 1) * hop; n++) {
      const weighted = highPass(shelf(channel[n] ?? 0));
      sum += weighted * weighted;
    }
    powers[block] = sum / hop;
  }
  return powers;
}

function biquad(design: {
  kind: "shelf" | "high";
  hertz: number;
  q: number;
  gainDb: number;
}): (x: number) => number {
  const k = Math.tan((Math.PI * design.hertz) / sampleRate);
  const norm = 1 + k / design.q + k * k;
  const vh = 10 ** (design.gainDb / 20);
  const vb = vh ** 0.4996667741545416;
  const isShelf = design.kind === "shelf";
  const b0 = isShelf ? (vh + (vb * k) / design.q + k * k) / norm : 1;
  const b1 = isShelf ? (2 * (k * k - vh)) / norm : -2;
  const b2 = isShelf ? (vh - (vb * k) / design.q + k * k) / norm : 1;
  const a1 = (2 * (k * k - 1)) / norm;
  const a2 = (1 - k / design.q + k * k) / norm;
  let x1 = 0;
  let x2 = 0;
  let y1 = 0;
  let y2 = 0;
  return (x) => {
    const y = b0 * x + b1 * x1 + b2 * x2 - a1 * y1 - a2 * y2;
    x2 = x1;
    x1 = x;
    y2 = y1;
    y1 = y;
    return y;
  };
}

/** Samples that share one gain. */
const block = 64;
const around = 8;

/**
 * Makes a piece as loud as asked (LUFS), in place, with no sample beyond the ceiling: where one would be, the gain goes
 * down a little before it and comes back after it. Answers the loudness that came out.
 */
export function level(stereo: Stereo, { lufs, ceiling }: { lufs: number; ceiling: number }): number {
  const gain = 10 ** ((lufs - loudness(stereo)) / 20);
  for (const channel of stereo)
    for (let n = 0; n < channel.length; n++) channel[n] = (channel[n] ?? 0) * gain;
  const [left, right] = stereo;
  const needed = new Float32Array(Math.ceil(left.length / block)).fill(1);
  for (let n = 0; n < left.length; n++) {
    const peak = Math.max(Math.abs(left[n] ?? 0), Math.abs(right[n] ?? 0));
    const at = Math.floor(n / block);
    if (peak > ceiling) needed[at] = Math.min(needed[at] ?? 1, ceiling / peak);
  }
  const held = needed.map((_, at) => {
    let least = 1;
    for (let near = Math.max(0, at - around); near <= at + around; near++)
      least = Math.min(least, needed[near] ?? 1);
    return least;
  });
  // A mean over fewer blocks than were held is never above what any of them needs.
  const eased = held.map((_, at) => {
    let sum = 0;
    for (let near = at - around / 2; near < at + around / 2; near++) sum += held[Math.max(0, near)] ?? 1;
    return sum / around;
  });
  for (const channel of stereo)
    for (let n = 0; n < channel.length; n++) {
      const at = Math.floor(n / block);
      const from = eased[at] ?? 1;
      channel[n] = (channel[n] ?? 0) * (from + ((eased[at + 1] ?? from) - from) * ((n % block) / block));
    }
  return loudness(stereo);
}
