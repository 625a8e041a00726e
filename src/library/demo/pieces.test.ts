import { expect, test } from "vitest";
import { MoodWords } from "../moods/mood-words.ts";
import { pieces } from "./pieces.ts";
import { lengthOf } from "./score.ts";

const words = MoodWords.load();
const moods = ["elated", "content", "calm", "gloomy", "tense", "even"] as const;

test("there are at least 24 pieces, and at least four for each mood", () => {
  expect(pieces.length).toBeGreaterThanOrEqual(24);
  for (const mood of moods)
    expect(pieces.filter((piece) => piece.mood === mood).length, mood).toBeGreaterThanOrEqual(4);
});

test("within a mood no two pieces are by the same artist, so that artists can rest", () => {
  for (const mood of moods) {
    const artists = pieces.filter((piece) => piece.mood === mood).map(({ artist }) => artist);
    expect(new Set(artists).size).toBe(artists.length);
  }
  expect(new Set(pieces.map(({ artist }) => artist)).size).toBe(8);
});

test("titles and seeds are there once", () => {
  expect(new Set(pieces.map(({ title }) => title)).size).toBe(pieces.length);
  expect(new Set(pieces.map(({ seed }) => seed)).size).toBe(pieces.length);
});

test("each lasts between 60 and 100 seconds", () => {
  for (const piece of pieces) {
    expect(lengthOf(piece), piece.title).toBeGreaterThan(60);
    expect(lengthOf(piece), piece.title).toBeLessThan(100);
  }
});

test.each(pieces.map((piece) => [piece.title, piece] as const))(
  "%s has a mood tag on its side of the map",
  (_, piece) => {
    const [affect] = words.affectsOf({ moods: [piece.moodWord] });
    const { valence = 9, arousal = 9 } = affect?.point ?? {};
    const regions = {
      elated: valence > 0.3 && arousal > 0.35,
      content: valence > 0.4 && Math.abs(arousal) < 0.35,
      calm: valence > 0.2 && arousal < -0.35,
      gloomy: valence < -0.3 && arousal < -0.2,
      tense: valence < 0 && arousal > 0.4,
      even: Math.abs(valence) < 0.2 && Math.abs(arousal) < 0.2,
    };
    expect(regions[piece.mood]).toBe(true);
  },
);

test("every genre is in the vocabulary too, for whoever removes the mood tags", () => {
  const unknown = pieces.filter(({ genre }) => words.affectsOf({ genres: [genre] }).length === 0);
  expect(unknown.map(({ genre }) => genre)).toEqual([]);
});
