import { expect, test } from "vitest";
import { densityDots, thinSquares } from "./density-dots.ts";

const cell = (valence: number, arousal: number, tracks: number) => ({
  valence,
  arousal,
  tracks,
  minutes: tracks * 4,
});

test("bright is right, lively is up, and squares that hold nothing show nothing", () => {
  expect(densityDots([cell(0.5, 0.5, 10), cell(0, 0, 0)])).toEqual([{ x: 75, y: 25, r: 2.4, opacity: 0.9 }]);
});

test("twenty songs can still be seen beside thousands", () => {
  const [many, few] = densityDots([cell(0.5, 0.5, 5_000), cell(-0.5, -0.5, 20)]);
  expect(few?.r).toBeGreaterThan((many?.r ?? 0) / 3);
  expect(few?.r).toBeLessThan(many?.r ?? 0);
});

test("an empty library is an empty map", () => {
  expect(densityDots([])).toEqual([]);
});

test("squares where a mood runs dry lie edge to edge on the map's own grid", () => {
  const square = (valence: number, arousal: number) => ({ valence, arousal });
  expect(thinSquares([square(-0.5, 0.5), square(-0.4, 0.5)])).toEqual([
    { x: 22.5, y: 22.5, side: 5 },
    { x: 27.5, y: 22.5, side: 5 },
  ]);
  expect(thinSquares([square(0, 0)])).toEqual([{ x: 47.5, y: 47.5, side: 5 }]);
  expect(thinSquares([])).toEqual([]);
});
