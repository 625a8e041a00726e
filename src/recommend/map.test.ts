import { expect, test } from "vitest";
import { labelPoints } from "../protocol/circumplex.ts";
import type { MoodMap } from "../protocol/library.ts";
import type { MoodLabel } from "../protocol/mood.ts";
import { judgeMap } from "./map.ts";

const judged = (cells: MoodMap["cells"], restMinutes = 180) =>
  judgeMap({ map: { cells, unplaced: 3 }, cells: 20, points: labelPoints, restMinutes });
const moodIn = (map: ReturnType<typeof judged>, label: MoodLabel) => {
  const mood = map.moods.find((each) => each.label === label);
  if (mood === undefined) throw new Error(`There is no ${label}.`);
  return mood;
};
const at = (valence: number, arousal: number, tracks: number, minutes: number) => ({
  valence,
  arousal,
  tracks,
  minutes,
});

test.each([
  [12, 48, { fillsAnHour: false, missing: 3, fillsADay: false, missingForADay: 33 }],
  [15, 60, { fillsAnHour: true, missing: 0, fillsADay: false, missingForADay: 30 }],
  [45, 180, { fillsAnHour: true, missing: 0, fillsADay: true, missingForADay: 0 }],
])("%d songs of four minutes make %d minutes of gloom", (tracks, minutes, expected) => {
  const gloomy = moodIn(judged([at(-0.55, -0.35, tracks, minutes)]), "gloomy");
  expect(gloomy).toMatchObject({ tracks, minutes, ...expected });
});

test("an empty library lacks songs of the usual length everywhere, and all of it is thin", () => {
  const map = judged([]);
  expect(moodIn(map, "calm")).toMatchObject({
    tracks: 0,
    minutes: 0,
    missing: 18,
    missingForADay: 52,
    missingMinutes: 60,
    missingMinutesForADay: 180,
  });
  expect(map.thin).toHaveLength(400);
  expect(map.unplaced).toBe(3);
});

test("what is near a mood without being in its reach does not count for it", () => {
  const map = judged([at(0.95, 0.95, 100, 400)]);
  expect(moodIn(map, "elated").tracks).toBe(0);
  expect(moodIn(judged([at(0.85, 0.85, 100, 400)]), "elated").tracks).toBe(100);
});

test("with plenty at one place, that place and its surroundings are not thin, and others are", () => {
  const { thin } = judged([at(0.05, 0.05, 100, 400)]);
  const isThin = (valence: number, arousal: number) =>
    thin.some((square) => Math.hypot(square.valence - valence, square.arousal - arousal) < 1e-6);
  expect([isThin(0.05, 0.05), isThin(0.35, 0.25), isThin(-0.45, 0.55)]).toEqual([false, false, true]);
});

test("what is empty is thin wherever it lies, also far from every mood's name", () => {
  const { thin } = judged([at(0.65, 0.75, 5, 17)]);
  const isThin = (valence: number, arousal: number) =>
    thin.some((square) => Math.hypot(square.valence - valence, square.arousal - arousal) < 1e-6);
  expect([isThin(0.65, 0.75), isThin(0.05, 0.75), isThin(-0.95, -0.95), isThin(0.95, -0.95)]).toEqual(
    Array(4).fill(true),
  );
});

test("what to add is wanted where the mood's part of the map is empty", () => {
  const left = Array.from({ length: 20 }, (_, row) => at(-0.85, (2 * row + 1) / 20 - 1, 1, 4));
  const full = Array.from({ length: 11 }, (_, column) =>
    left.map((cell) => ({ ...cell, valence: -0.95 + column * 0.1 })),
  ).flat();
  expect(moodIn(judged(left), "gloomy").around.valence).toBeGreaterThan(-0.5);
  expect(moodIn(judged(full), "gloomy").around).toEqual(labelPoints.gloomy);
});
