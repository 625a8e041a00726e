import { expect, test } from "vitest";
import { timeLeft } from "./time-left.ts";

test.each([
  [20 * 60_000, 1_200],
  [150_000, 180],
  [149_000, 120],
  [120_000, 120],
  [119_400, 120],
  [91_000, 120],
  [89_000, 60],
  [60_000, 60],
  [59_000, 60],
  [50_000, 50],
  [41_000, 50],
  [9_000, 10],
  [0, 10],
  [-5_000, 10],
])("with %i ms left it says %i seconds", (ms, seconds) => {
  expect(timeLeft(ms).seconds).toBe(seconds);
});

test("each look comes when the words change, and the last minute is told in six steps", () => {
  const told: number[] = [];
  let left = 5 * 60_000 - 1_234;
  while (left > 0) {
    const { seconds, changesInMs } = timeLeft(left);
    expect(changesInMs).toBeGreaterThan(0);
    told.push(seconds);
    left -= changesInMs;
  }
  expect(told.filter((each, at) => each !== told[at - 1])).toEqual([
    300, 240, 180, 120, 60, 50, 40, 30, 20, 10,
  ]);
  // One more at the minute itself, where both ways to tell it say the same.
  expect(told.length).toBeLessThanOrEqual(12);
});
