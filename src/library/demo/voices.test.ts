import { expect, test } from "vitest";
import { type Drum, drum } from "./drums.ts";
import * as sustained from "./sustained.ts";
import * as struck from "./voices.ts";
import { sampleRate, type Voice } from "./voices.ts";

const { sampleRate: _, ...struckVoices } = struck;
const voices = Object.entries({ ...struckVoices, ...sustained }) as [string, Voice][];

/** Strength of one frequency in a second of sound from 0.1 s on (Goertzel's sum, under a Hann window). */
function strengthAt(sound: Float32Array, hertz: number): number {
  const from = Math.floor(0.1 * sampleRate);
  const length = Math.min(sound.length - from, Math.floor(0.8 * sampleRate));
  let re = 0;
  let im = 0;
  for (let n = 0; n < length; n++) {
    const sample = (sound[from + n] ?? 0) * (0.5 - 0.5 * Math.cos((2 * Math.PI * n) / length));
    re += sample * Math.cos((2 * Math.PI * hertz * n) / sampleRate);
    im += sample * Math.sin((2 * Math.PI * hertz * n) / sampleRate);
  }
  return Math.hypot(re, im);
}

test.each(voices)("%s is in tune", (_, voice) => {
  for (const note of [57, 69, 81]) {
    const hertz = 440 * 2 ** ((note - 69) / 12);
    const sound = voice(hertz, 1);
    const cents = Array.from({ length: 15 }, (_, n) => 5 * (n - 7));
    const strengths = cents.map((cent) => strengthAt(sound, hertz * 2 ** (cent / 1200)));
    const best = cents[strengths.indexOf(Math.max(...strengths))] ?? 99;
    expect(Math.abs(best), `MIDI note ${note}`).toBeLessThanOrEqual(10);
  }
});

test.each(voices)("%s begins and ends without a click, and stays in bounds", (_, voice) => {
  const sound = voice(330, 0.7);
  expect(Math.abs(sound[0] ?? 1)).toBeLessThan(0.02);
  expect(Math.abs(sound.at(-1) ?? 1)).toBeLessThan(0.001);
  const peak = sound.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  expect(peak).toBeGreaterThan(0.05);
  expect(peak).toBeLessThan(2);
});

const drums: readonly Drum[] = [
  "kick",
  "snare",
  "brush",
  "hat",
  "openHat",
  "shaker",
  "tom",
  "tick",
  "clap",
  "heart",
];

test.each(drums)("%s begins and ends without a click", (name) => {
  const sound = drum(name);
  expect(Math.abs(sound[0] ?? 1)).toBeLessThan(0.02);
  expect(Math.abs(sound.at(-1) ?? 1)).toBeLessThan(0.02);
  expect(sound.every(Number.isFinite)).toBe(true);
});
