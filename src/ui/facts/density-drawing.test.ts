import { expect, test } from "vitest";
import { glows, stars, thinSquares } from "./density-drawing.ts";

const cell = (valence: number, arousal: number, tracks: number) => ({
  valence,
  arousal,
  tracks,
  minutes: tracks * 4,
});

const points = (path: string): [number, number][] =>
  [...path.matchAll(/M([\d.-]+) ([\d.-]+)h0/g)].map(([, x, y]) => [Number(x), Number(y)]);

test("bright is right, lively is up, and squares that hold nothing show nothing", () => {
  const cells = [cell(0.5, 0.5, 10), cell(0, 0, 0)];
  expect(glows(cells)).toEqual([{ x: 75, y: 25, opacity: 0.22 }]);
  for (const [x, y] of points(stars(cells))) {
    expect(Math.abs(x - 75)).toBeLessThanOrEqual(2.5);
    expect(Math.abs(y - 25)).toBeLessThanOrEqual(2.5);
  }
});

test("twenty songs can still be seen beside thousands", () => {
  const cells = [cell(0.5, 0.5, 5_000), cell(-0.5, -0.5, 20)];
  const [many = 0, few = 0] = [true, false].map(
    (right) => points(stars(cells)).filter(([x]) => x > 50 === right).length,
  );
  expect([few > 1, few < many]).toEqual([true, true]);
  expect(glows(cells)[1]?.opacity).toBeGreaterThan(0.05);
});

test("the same music is the same sky, and no two stars of a square are one", () => {
  const cells = [cell(0.5, 0.5, 5_000), cell(-0.5, -0.5, 900)];
  expect(stars(cells)).toBe(stars([...cells]));
  const all = points(stars(cells)).map(String);
  expect(new Set(all).size).toBe(all.length);
});

test("an empty library is an empty sky", () => {
  expect([stars([]), glows([])]).toEqual(["", []]);
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
