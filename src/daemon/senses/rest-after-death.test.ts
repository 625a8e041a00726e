import { expect, test } from "vitest";
import { restAfterDeath } from "./rest-after-death.ts";

function dieAt(times: readonly number[]) {
  let deaths: readonly number[] = [];
  return times.map((now) => {
    const next = restAfterDeath(deaths, now);
    deaths = next.deaths;
    return next.resting;
  });
}

test("the fifth death within a minute earns a rest", () => {
  expect(dieAt([0, 1_000, 2_000, 3_000, 4_000])).toEqual([false, false, false, false, true]);
});

test("deaths that are far apart do not add up", () => {
  expect(dieAt([0, 20_000, 40_000, 60_000, 80_000, 100_000])).toEqual(Array(6).fill(false));
});

test("after a rest the count begins anew", () => {
  expect(dieAt([0, 1, 2, 3, 4, 60_005, 60_006])).toEqual([false, false, false, false, true, false, false]);
});

test("a rest takes a minute, anything else a moment", () => {
  expect(restAfterDeath([], 0).waitMs).toBeLessThan(1_000);
  expect(restAfterDeath([0, 1, 2, 3], 4).waitMs).toBe(60_000);
});
