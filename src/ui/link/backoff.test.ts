import { expect, test } from "vitest";
import { backoffMs } from "./backoff.ts";

test("waits half a second first, then doubles to five seconds and stays there", () => {
  expect([0, 1, 2, 3, 4, 5, 500].map((attempt) => backoffMs(attempt, 0))).toEqual([
    500, 1_000, 2_000, 4_000, 5_000, 5_000, 5_000,
  ]);
});

test("chance takes away a fifth at most, so that pages come back one by one", () => {
  expect(backoffMs(0, 1)).toBe(400);
  expect(backoffMs(9, 1)).toBe(4_000);
});
