import { expect, test } from "vitest";
import { Allowances } from "./allowances.ts";

test("each has so much in a second, whatever others take", () => {
  let now = 0;
  const allowances = new Allowances({ perSecond: () => 2, monotonic: () => now });
  const times = (who: string, count: number) =>
    Array.from({ length: count }, () => allowances.take(who)).filter((had) => had).length;
  expect(times("anna", 100)).toBe(2);
  expect(times("ben", 1)).toBe(1);
  now = 999;
  expect(times("anna", 1)).toBe(0);
  now = 1_000;
  expect(times("anna", 100)).toBe(2);
});
