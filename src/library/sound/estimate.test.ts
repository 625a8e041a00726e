import fc from "fast-check";
import { expect, test } from "vitest";
import { estimateOf } from "./estimate.ts";
import type { SoundFeatures } from "./features.ts";

const usual: SoundFeatures = {
  seconds: 90,
  loudness: -16.9,
  loudnessRange: 6,
  tempo: 100,
  pulse: 0.455,
  onsetsPerSecond: 3.5,
  onsetStrength: 0.08,
  brightness: 1_250,
  tonic: 0,
  majorness: -0.03,
  keyFit: 0.805,
  harmonicChange: 0.38,
};

const pointOf = (given: Partial<SoundFeatures>) => estimateOf({ ...usual, ...given }).point;

test("the usual song stands in the middle", () => {
  const { point, confidence } = estimateOf(usual);
  expect(Math.hypot(point.valence, point.arousal)).toBeLessThan(0.1);
  expect(confidence).toBeLessThan(0.25);
});

test.each<[string, Partial<SoundFeatures>, Partial<SoundFeatures>, "valence" | "arousal"]>([
  ["more that begins", { onsetsPerSecond: 1 }, { onsetsPerSecond: 6 }, "arousal"],
  ["harder strokes", { onsetStrength: 0.03 }, { onsetStrength: 0.12 }, "arousal"],
  ["harmony that moves", { harmonicChange: 0.1 }, { harmonicChange: 0.6 }, "arousal"],
  ["a faster beat", { tempo: 65 }, { tempo: 150 }, "arousal"],
  ["brightness", { brightness: 500 }, { brightness: 2_500 }, "arousal"],
  ["loudness", { loudness: -25 }, { loudness: -9 }, "arousal"],
  ["a major key", { majorness: -0.2 }, { majorness: 0.2 }, "valence"],
  ["brightness", { brightness: 500 }, { brightness: 1_600 }, "valence"],
  ["a clear key", { keyFit: 0.5 }, { keyFit: 0.95 }, "valence"],
])("%s moves a song up on its axis", (_, less, more, axis) => {
  expect(pointOf(more)[axis]).toBeGreaterThan(pointOf(less)[axis] + 0.05);
});

test("a beat that is felt moves a song towards pleasant, loudness away from it", () => {
  expect(pointOf({ pulse: 0.8 }).valence).toBeGreaterThan(pointOf({ pulse: 0.1 }).valence + 0.05);
  expect(pointOf({ loudness: -9 }).valence).toBeLessThan(pointOf({ loudness: -25 }).valence - 0.05);
});

test("a tempo counts for nothing where no beat is felt", () => {
  expect(pointOf({ pulse: 0, tempo: 60 })).toEqual(pointOf({ pulse: 0, tempo: 180 }));
});

test("the loudest mastering alone does not make a calm song lively", () => {
  const calm = {
    onsetsPerSecond: 0.8,
    onsetStrength: 0.04,
    harmonicChange: 0.15,
    tempo: 60,
    brightness: 800,
  };
  expect(pointOf({ ...calm, loudness: -6 }).arousal).toBeLessThan(-0.2);
});

test("noise without a key is no joy, however bright", () => {
  const metal = { brightness: 3_100, keyFit: 0.35, majorness: 0, onsetsPerSecond: 8, loudness: -7 };
  expect(pointOf(metal).valence).toBeLessThan(0);
  expect(pointOf(metal).arousal).toBeGreaterThan(0.3);
});

test("whatever is heard, an estimate lies on the map and is trusted less than a mood that somebody tagged", () => {
  const any = fc.double({ noNaN: true, min: -1e6, max: 1e6 });
  const positive = fc.double({ noNaN: true, min: 0, max: 1e6 });
  const features = fc.record({
    seconds: positive,
    loudness: any,
    loudnessRange: positive,
    tempo: fc.double({ noNaN: true, min: 40, max: 220 }),
    pulse: fc.double({ noNaN: true, min: 0, max: 1 }),
    onsetsPerSecond: positive,
    onsetStrength: positive,
    brightness: positive,
    tonic: fc.integer({ min: 0, max: 11 }),
    majorness: any,
    keyFit: any,
    harmonicChange: positive,
  });
  fc.assert(
    fc.property(features, (given) => {
      const { point, confidence } = estimateOf(given);
      expect(Math.abs(point.valence)).toBeLessThanOrEqual(0.75);
      expect(Math.abs(point.arousal)).toBeLessThanOrEqual(0.75);
      expect(confidence).toBeGreaterThanOrEqual(0.2);
      expect(confidence).toBeLessThanOrEqual(0.5);
    }),
  );
});

test("a jingle says less than a song", () => {
  const song = { majorness: 0.2, brightness: 2_000, onsetsPerSecond: 6 };
  const sure = (seconds: number): number => estimateOf({ ...usual, ...song, seconds }).confidence;
  expect(sure(5)).toBeLessThan(sure(60));
});
