import { expect, test } from "vitest";
import { Allowance } from "./allowance.ts";

test("what is taken beyond the allowance of a second is counted, and the next second begins anew", () => {
  let now = 5_000;
  const allowance = new Allowance({ perSecond: 2, monotonic: () => now });
  expect([allowance.take(), allowance.take(), allowance.take(), allowance.take()]).toEqual([0, 0, 1, 2]);
  now += 999;
  expect(allowance.take()).toBe(3);
  now += 1;
  expect(allowance.take()).toBe(0);
});
