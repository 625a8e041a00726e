import { Value } from "typebox/value";
import { expect, test } from "vitest";
import type { Daypart } from "../protocol/mood.ts";
import { Settings } from "../protocol/settings.ts";
import { lengthLimits, todaysRules } from "./todays-rules.ts";

const defaults = Value.Default(Settings, {}) as Settings;
const free = { allowExplicit: true, highestArousal: null };
const part = (from: string, to: string, given: Partial<Daypart>): Daypart => ({
  ...{ name: from, days: [0, 1, 2, 3, 4, 5, 6], from, to, affect: null, policy: null, policyByMood: {} },
  ...{ allowExplicit: null, highestArousal: null },
  ...given,
});
/** On the wall of this machine, wherever it stands. */
const at = (hour: number, minute = 0) => new Date(2026, 5, 10, hour, minute).getTime();
const cafe: Settings = {
  ...defaults,
  dayparts: [
    part("07:00", "11:00", { highestArousal: 0 }),
    part("20:00", "02:00", { allowExplicit: true, highestArousal: -0.2 }),
  ],
};
const hoursAt = (hour: number, minute?: number, settings = cafe) =>
  todaysRules(settings, at(hour, minute)).hours;

test("the rules of this hour count, and of each one that comes until midnight", () => {
  const quiet = { allowExplicit: false, highestArousal: 0 };
  const day = { allowExplicit: false, highestArousal: null };
  const night = { allowExplicit: true, highestArousal: -0.2 };
  expect(hoursAt(8)).toEqual([quiet, day, night]);
  expect(hoursAt(12)).toEqual([day, night]);
  expect(hoursAt(23, 59)).toEqual([night]);
  // After midnight the night before still holds, and another one comes.
  expect(hoursAt(1)).toEqual([night, day, quiet, day, night]);
});

test("without parts of the day there is one hour's worth", () => {
  expect(hoursAt(12, 0, { ...defaults, allowExplicit: true })).toEqual([free]);
});

test("limits of length are in milliseconds, and none is null", () => {
  expect(lengthLimits({ ...defaults, shortestSongSeconds: 0, longestSongMinutes: null })).toEqual({
    shortestMs: null,
    longestMs: null,
  });
  expect(lengthLimits({ ...defaults, shortestSongSeconds: 30, longestSongMinutes: 10 })).toEqual({
    shortestMs: 30_000,
    longestMs: 600_000,
  });
});
