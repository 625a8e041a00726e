import { expect, test } from "vitest";
import { fadeAt, mpvVolume, splitGain } from "./loudness.ts";

/** What mpv makes of its volume, as an amplitude. */
const amplitude = (volume: number): number => (volume / 100) ** 3;
const decibels = (ratio: number): number => 20 * Math.log10(ratio);

test("full is mpv's full, and nothing is nothing", () => {
  expect(mpvVolume(1, 0, 1)).toBe(100);
  expect(mpvVolume(0, 0, 1)).toBe(0);
  expect(mpvVolume(1, 0, 0)).toBe(0);
});

test.each([
  [1, 0],
  [0.9, -2.7],
  [0.75, -7.5],
  [0.5, -18.1],
  [0.25, -36.1],
  [0.1, -60],
])("a person's %s is %s dB: even steps for ears", (volume, db) => {
  expect(decibels(amplitude(mpvVolume(volume, 0, 1)))).toBeCloseTo(db, 1);
});

test("a gain that makes quieter belongs to the signal, and one that lifts to the volume", () => {
  expect(splitGain(-7.5)).toEqual({ cutDb: -7.5, liftDb: 0 });
  expect(splitGain(4)).toEqual({ cutDb: 0, liftDb: 4 });
  expect(splitGain(Number.NaN)).toEqual({ cutDb: 0, liftDb: 0 });
  expect(splitGain(Number.NEGATIVE_INFINITY)).toEqual({ cutDb: -60, liftDb: 0 });
});

test("a lift in dB is that many dB of the signal", () => {
  expect(amplitude(mpvVolume(0.5, 6.0206, 1)) / amplitude(mpvVolume(0.5, 0, 1))).toBeCloseTo(2, 3);
});

test("no lift, however wild, drives mpv into clipping", () => {
  for (const gainDb of [3, 60, 1e9, Number.POSITIVE_INFINITY])
    expect(mpvVolume(1, splitGain(gainDb).liftDb, 1)).toBe(100);
});

test("while one song goes and another comes, both together stay as strong as one", () => {
  for (const share of [0, 0.1, 0.25, 0.5, 0.8, 1]) {
    const [comes, goes] = [share, 1 - share].map((part) => fadeAt(part, "power") ** 3);
    expect((comes ?? 0) ** 2 + (goes ?? 0) ** 2).toBeCloseTo(1, 9);
  }
});
