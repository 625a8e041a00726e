import { expect, test } from "vitest";
import { clockText, positionMs } from "./position.ts";

const mark = { positionMs: 60_000, markedAt: 1_000 };

test("counts on while there is sound, and stands still otherwise", () => {
  expect(positionMs(mark, true, 200_000, 4_500)).toBe(63_500);
  expect(positionMs(mark, false, 200_000, 4_500)).toBe(60_000);
});

test("never leaves the song", () => {
  expect(positionMs(mark, true, 61_000, 900_000)).toBe(61_000);
  expect(positionMs({ positionMs: -5, markedAt: 0 }, false, 61_000, 0)).toBe(0);
  expect(positionMs(mark, true, 200_000, 0)).toBe(60_000);
});

test("reads as minutes and seconds, with hours where there are any", () => {
  expect([0, 999, 84_000, 600_000, 3_723_000, -1].map(clockText)).toEqual([
    "0:00",
    "0:00",
    "1:24",
    "10:00",
    "1:02:03",
    "0:00",
  ]);
});
