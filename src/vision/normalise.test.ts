import { expect, test } from "vitest";
import { normalise } from "./normalise.ts";

const pixels = Uint8Array.of(10, 20, 30, 40);
const run = (how: Parameters<typeof normalise>[0]["how"], mirrored = false) => {
  const into = new Float32Array(4);
  normalise({ pixels, width: 2, how, mirrored, into, offset: 0 });
  return [...into];
};

test("per image: the crop's own mean and population deviation, with a floor under it", () => {
  // Mean 25, variance (225 + 25 + 25 + 225) / 4 = 125, deviation 11.18034; floor 8.
  const expected = [-15, -5, 5, 15].map((x) => x / (Math.sqrt(125) + 8));
  for (const [at, value] of run({ kind: "per-image", stdFloor: 8 }).entries())
    expect(value).toBeCloseTo(expected[at] ?? Number.NaN, 6);
});

test("fixed: the same mean and deviation for every crop", () => {
  expect(run({ kind: "fixed", mean: 20, std: 10 })).toEqual([-1, 0, 1, 2]);
});

test("mirrored: each row from right to left", () => {
  expect(run({ kind: "fixed", mean: 0, std: 10 }, true)).toEqual([2, 1, 4, 3]);
});

test("it writes where it is told, and nowhere else", () => {
  const into = new Float32Array(6).fill(-1);
  normalise({ pixels, width: 2, how: { kind: "fixed", mean: 0, std: 1 }, mirrored: false, into, offset: 2 });
  expect([...into]).toEqual([-1, -1, 10, 20, 30, 40]);
});

test("one flat colour without a floor is zero, not a division by it", () => {
  const into = new Float32Array(4);
  const flat = new Uint8Array(4).fill(7);
  normalise({
    pixels: flat,
    width: 2,
    how: { kind: "per-image", stdFloor: 0 },
    mirrored: false,
    into,
    offset: 0,
  });
  expect([...into]).toEqual([0, 0, 0, 0]);
});
