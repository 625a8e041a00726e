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

/** Mean squares of each tenth of a second, after the two filters of the standard, both in one loop for speed. */
function hopPowers(channel: Float32Array, hop: number): Float64Array {
  const [s0, s1, s2, sa, sb] = shelf();
  const [ha, hb] = highPass();
  const powers = new Float64Array(Math.floor(channel.length / hop));
  // The last two inputs, what came out of the shelf, and what came out of the high-pass.
  let [x1, x2, y1, y2, z1, z2] = [0, 0, 0, 0, 0, 0];
  for (let block = 0; block < powers.length; block++) {
    let sum = 0;
    for (let n = block * hop; n < (block + 1) * hop; n++) {
      const x = channel[n] as number;
      const y = s0 * x + s1 * x1 + s2 * x2 - sa * y1 - sb * y2;
      const z = y - 2 * y1 + y2 - ha * z1 - hb * z2;
      x2 = x1;
      x1 = x;
      y2 = y1;
      y1 = y;
      z2 = z1;
      z1 = z;
      sum += z * z;
    }
    powers[block] = sum / hop;
  }
  return powers;
}

/** The head's shelf, at this sampling rate (the standard prints it for 48 kHz only). */
function shelf(): [number, number, number, number, number] {
  const [k, q, high] = [Math.tan((Math.PI * 1681.974) / sampleRate), 0.7071752, 10 ** (3.999844 / 20)];
  const middle = high ** 0.4996667741545416;
  const norm = 1 + k / q + k * k;
  const zeros = [
    high + (middle * k) / q + k * k,
    2 * (k * k - high),
    high - (middle * k) / q + k * k,
  ] as const;
  return [
    zeros[0] / norm,
    zeros[1] / norm,
    zeros[2] / norm,
    (2 * (k * k - 1)) / norm,
    (1 - k / q + k * k) / norm,
  ];
}

function highPass(): [number, number] {
  const [k, q] = [Math.tan((Math.PI * 38.13547) / sampleRate), 0.500327];
  const norm = 1 + k / q + k * k;
  return [(2 * (k * k - 1)) / norm, (1 - k / q + k * k) / norm];
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
