import { expect, test } from "vitest";
import { mpvVolume } from "./loudness.ts";

/** What mpv makes of its volume, as an amplitude. */
const amplitude = (volume: number): number => (volume / 100) ** 3;

test("full is mpv's full, and nothing is nothing", () => {
  expect(mpvVolume(1, 0, 1)).toBe(100);
  expect(mpvVolume(0, 0, 1)).toBe(0);
  expect(mpvVolume(1, 0, 0)).toBe(0);
});

test("a gain in dB is that many dB of the signal", () => {
  expect(amplitude(mpvVolume(0.5, -6.0206, 1)) / amplitude(mpvVolume(0.5, 0, 1))).toBeCloseTo(0.5, 3);
  expect(amplitude(mpvVolume(0.5, 6.0206, 1)) / amplitude(mpvVolume(0.5, 0, 1))).toBeCloseTo(2, 3);
});

test("no gain, however wild, drives mpv into clipping", () => {
  for (const gainDb of [3, 60, 1e9, Number.POSITIVE_INFINITY]) expect(mpvVolume(1, gainDb, 1)).toBe(100);
});

test("a gain that is no number counts as none", () => {
  expect(mpvVolume(0.5, Number.NaN, 1)).toBe(50);
});
