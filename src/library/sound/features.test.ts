import { expect, test } from "vitest";
import { featuresOf, type SoundFeatures } from "./features.ts";
import { chords, drums, type Sound, together, tone } from "./testing-sounds.ts";

const featuresIn = (sound: Sound, loudness = -20): SoundFeatures =>
  featuresOf({ sound, loudness, loudnessRange: 5 });

const names = ["C", "C sharp", "D", "E flat", "E", "F", "F sharp", "G", "A flat", "A", "B flat", "B"];
const twelve = [...names.keys()];

test.each([60, 72, 84, 96, 110, 120, 128, 140, 150, 174])("a beat of %i a minute is found", (bpm) => {
  const { tempo, pulse } = featuresIn(drums({ bpm, seconds: 30 }));
  // Whether 60 or 120 is meant, and 87 or 174, is a matter of taste.
  const octave = tempo > 1.5 * bpm ? 2 : tempo < 0.75 * bpm ? 0.5 : 1;
  expect(tempo / octave / bpm).toBeCloseTo(1, 1.5);
  expect(Math.abs(tempo / octave / bpm - 1)).toBeLessThan(0.015);
  expect(pulse).toBeGreaterThan(0.5);
});

test("tempos from 80 to 150 are not taken for their halves or doubles", () => {
  for (const bpm of [80, 95, 105, 118, 132, 148])
    expect(Math.abs(featuresIn(drums({ bpm, seconds: 30 })).tempo / bpm - 1)).toBeLessThan(0.015);
});

test("where nothing beats, it says so", () => {
  expect(featuresIn(tone({ hertz: 220, seconds: 30, db: -20 })).pulse).toBeLessThan(0.15);
});

test("strokes are counted", () => {
  const slow = featuresIn(drums({ bpm: 60, seconds: 30 })).onsetsPerSecond;
  const fast = featuresIn(drums({ bpm: 240, seconds: 30 })).onsetsPerSecond;
  expect(slow).toBeCloseTo(1, 0);
  expect(fast).toBeGreaterThan(3.5);
  expect(fast).toBeLessThan(4.5);
});

test.each(twelve)("the keys on tonic %i are told, major from minor", (tonic) => {
  for (const mode of ["major", "minor"] as const) {
    const heard = featuresIn(chords({ tonic, mode, seconds: 16 }));
    expect(names[heard.tonic]).toBe(names[tonic]);
    expect(heard.majorness > 0 ? "major" : "minor").toBe(mode);
    expect(heard.keyFit).toBeGreaterThan(0.7);
  }
});

test("an instrument that is tuned a third of a semitone off is heard in its key", () => {
  for (const tuning of [-0.33, 0.33])
    expect(featuresIn(chords({ tonic: 2, mode: "minor", seconds: 16, tuning })).tonic).toBe(2);
});

test("a voice with more overtones is brighter", () => {
  const dull = featuresIn(chords({ tonic: 0, mode: "major", seconds: 8, dullness: 3 }));
  const bright = featuresIn(chords({ tonic: 0, mode: "major", seconds: 8, dullness: 1 }));
  expect(bright.brightness).toBeGreaterThan(1.2 * dull.brightness);
  expect(featuresIn(tone({ hertz: 1_000, seconds: 5, db: -20 })).brightness).toBeCloseTo(1_000, -2);
});

test("chords that change more often are more harmonic change", () => {
  const change = (chordSeconds: number): number =>
    featuresIn(chords({ tonic: 0, mode: "major", seconds: 24, chordSeconds })).harmonicChange;
  expect(change(1)).toBeGreaterThan(1.5 * change(6));
});

test("a recording that is 20 dB quieter is heard as the same song", () => {
  const song = (): Sound =>
    together(drums({ bpm: 100, seconds: 20 }), chords({ tonic: 7, mode: "major", seconds: 20 }));
  const { loudness: _, ...loud } = featuresIn(song(), -15);
  const { loudness: __, ...quiet } = featuresIn(
    song().map((value) => value / 10),
    -35,
  );
  for (const [name, value] of Object.entries(quiet))
    expect(value, name).toBeCloseTo(loud[name as keyof typeof loud], 3);
});

test("a second of sound gives numbers, too", () => {
  for (const value of Object.values(featuresIn(chords({ tonic: 0, mode: "major", seconds: 1 }))))
    expect(value).toEqual(expect.toSatisfy(Number.isFinite));
});
