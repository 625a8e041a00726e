import { expect, test } from "vitest";
import { level, loudness, type Stereo } from "./loudness.ts";
import { mixdown } from "./mixdown.ts";
import type { Piece } from "./piece.ts";
import { pieces } from "./pieces.ts";
import { score } from "./score.ts";
import { sampleRate } from "./voices.ts";

const named = (title: string): Piece => {
  const piece = pieces.find((one) => one.title === title);
  if (!piece) throw new Error(`There is no piece called ${title}.`);
  return piece;
};
const elated = mixdown(named("Confetti Weather"));
const gloomy = mixdown(named("Empty Platform"));
const ceiling = 0.78;

/** A measure of brightness in hertz: the frequency whose sine would change as fast, for its strength. */
function brightness([left]: Stereo): number {
  let change = 0;
  let power = 0;
  for (let n = 1; n < left.length; n++) {
    change += ((left[n] ?? 0) - (left[n - 1] ?? 0)) ** 2;
    power += (left[n] ?? 0) ** 2;
  }
  return (Math.sqrt(change / power) * sampleRate) / (2 * Math.PI);
}

const notesASecond = (mood: Piece["mood"]) => {
  const rates = pieces
    .filter((piece) => piece.mood === mood)
    .map((piece) => new Set(score(piece).map(({ atSeconds }) => Math.round(atSeconds * 20))).size)
    .map((onsets, index) => onsets / (pieces.filter((piece) => piece.mood === mood)[index]?.bpm ?? 1));
  return rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
};

test("elated music is faster and denser than gloomy music, tense than calm", () => {
  const meanBpm = (mood: Piece["mood"]) => {
    const own = pieces.filter((piece) => piece.mood === mood);
    return own.reduce((sum, { bpm }) => sum + bpm, 0) / own.length;
  };
  expect(meanBpm("elated")).toBeGreaterThan(1.6 * meanBpm("gloomy"));
  expect(meanBpm("tense")).toBeGreaterThan(1.6 * meanBpm("calm"));
  expect(notesASecond("elated") * meanBpm("elated")).toBeGreaterThan(
    1.5 * notesASecond("gloomy") * meanBpm("gloomy"),
  );
});

test("what was rendered as elated is measurably brighter than what was rendered as gloomy", () => {
  expect(brightness(elated)).toBeGreaterThan(2 * brightness(gloomy));
});

test("a piece comes out as loud as asked, below the ceiling, and ends in silence", () => {
  for (const stereo of [elated, gloomy]) {
    const lufs = level(stereo, { lufs: -16, ceiling });
    expect(Math.abs(lufs + 16)).toBeLessThan(0.7);
    for (const channel of stereo) {
      let peak = 0;
      for (const sample of channel) peak = Math.max(peak, Math.abs(sample));
      expect(peak).toBeLessThanOrEqual(ceiling + 1e-4);
      expect(peak).toBeGreaterThan(0.3);
      expect(Math.abs(channel[0] ?? 1)).toBeLessThan(1e-3);
      expect(channel.subarray(-100).every((sample) => Math.abs(sample) < 1e-4)).toBe(true);
    }
  }
});

test("loudness is what the standard says: a full-scale sine of 997 Hz on one side is -3.01 LUFS", () => {
  const sine = Float32Array.from({ length: 4 * sampleRate }, (_, n) =>
    Math.sin((2 * Math.PI * 997 * n) / sampleRate),
  );
  expect(loudness([sine, new Float32Array(sine.length)])).toBeCloseTo(-3.01, 1);
});

test("the same piece is the same music every time", () => {
  const short: Piece = { ...named("Wire Walk"), bpm: 400 };
  expect(mixdown(short)[0]).toEqual(mixdown(short)[0]);
});
