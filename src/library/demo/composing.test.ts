import { expect, test } from "vitest";
import { type Chord, chordSteps, type Key, leadVoices, modes, noteOf } from "./harmony.ts";
import { compose } from "./melody.ts";
import { Random } from "./random.ts";

const key: Key = { tonic: 60, mode: "major" };
const chord = (step: number, size: Chord["size"] = 3): Chord => ({ step: step - 1, size });

test("steps go up the scale, below the tonic too", () => {
  expect([0, 1, 2, 7, -1].map((step) => noteOf(key, step))).toEqual([60, 62, 64, 72, 59]);
  expect(noteOf({ tonic: 57, mode: "minor" }, 2)).toBe(60);
  expect(Object.values(modes).every((scale) => scale.length === 7)).toBe(true);
});

test("voices hold the chord's notes, and move little from one chord to the next", () => {
  const row = [chord(1), chord(6), chord(4), chord(5), chord(1)];
  const led = leadVoices(key, row, 62, 4);
  for (const [index, notes] of led.entries()) {
    const classes = chordSteps(row[index] ?? chord(1)).map((step) => noteOf(key, step) % 12);
    expect(notes.every((note) => classes.includes(note % 12))).toBe(true);
    expect(notes).toEqual([...notes].sort((a, b) => a - b));
    const before = led[index - 1];
    if (!before) continue;
    const moves = notes.map((note, voice) => Math.abs(note - (before[voice] ?? note)));
    expect(Math.max(...moves)).toBeLessThanOrEqual(5);
  }
});

test("a melody has a bar that comes back, stays in its range and ends on the tonic", () => {
  const chords = [1, 5, 6, 4, 1, 5, 4, 1].map((step) => chord(step));
  for (let seed = 1; seed <= 50; seed++) {
    const notes = compose(new Random(seed), { beatsPerBar: 4, density: "medium", centre: 4, chords });
    const rhythmOf = (bar: number) =>
      notes
        .filter(({ beat }) => Math.floor(beat / 4) === bar)
        .map(({ beat, beats }) => [beat - bar * 4, beats]);
    expect(rhythmOf(0)).toEqual(rhythmOf(2));
    expect(
      Math.max(...notes.map(({ step }) => step)) - Math.min(...notes.map(({ step }) => step)),
    ).toBeLessThan(14);
    expect((notes.at(-1)?.step ?? 1) % 7).toBe(0);
    expect(notes.every(({ beat, beats }) => beat + beats <= 32)).toBe(true);
  }
});

test("the same seed gives the same tune, another one another", () => {
  const plan = {
    beatsPerBar: 4,
    density: "busy",
    centre: 4,
    chords: [1, 4, 5, 1].map((step) => chord(step)),
  } as const;
  expect(compose(new Random(3), plan)).toEqual(compose(new Random(3), plan));
  expect(compose(new Random(3), plan)).not.toEqual(compose(new Random(4), plan));
});
