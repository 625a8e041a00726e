import { Value } from "typebox/value";
import { expect, test } from "vitest";
import type { Daypart, MoodLabel, Policy } from "../protocol/mood.ts";
import { Settings } from "../protocol/settings.ts";
import { policyFor, waysAt } from "./ways.ts";

const defaults = Value.Default(Settings, {}) as Settings;
const always: Daypart = {
  name: "always",
  days: [0, 1, 2, 3, 4, 5, 6],
  from: "00:00",
  to: "00:00",
  affect: null,
  policy: null,
  policyByMood: {},
  allowExplicit: null,
  highestArousal: null,
};

test("without parts of the day the settings hold", () => {
  const { usualMood, allowExplicit } = defaults;
  expect(waysAt(defaults, 0)).toEqual({ daypart: null, usualMood, allowExplicit, highestArousal: null });
});

test("a part of the day brings its own ways, and leaves the others as they are", () => {
  const quiet = { ...always, highestArousal: -0.1 };
  expect(waysAt({ ...defaults, allowExplicit: true, dayparts: [quiet] }, 0)).toEqual({
    daypart: quiet,
    usualMood: defaults.usualMood,
    allowExplicit: true,
    highestArousal: -0.1,
  });
  const children = { ...always, affect: { valence: 0.6, arousal: 0.4 }, allowExplicit: false };
  expect(waysAt({ ...defaults, allowExplicit: true, dayparts: [children] }, 0)).toMatchObject({
    usualMood: { valence: 0.6, arousal: 0.4 },
    allowExplicit: false,
  });
});

test.each<[string, Partial<Settings>, Partial<Daypart> | null, MoodLabel, Policy]>([
  ["the one policy", { policy: "calm" }, null, "gloomy", "calm"],
  ["the mood's own", { policy: "calm", policyByMood: { gloomy: "lift" } }, null, "gloomy", "lift"],
  ["another mood's", { policy: "calm", policyByMood: { gloomy: "lift" } }, null, "tense", "calm"],
  ["the daypart's", { policyByMood: { gloomy: "lift" } }, { policy: "energise" }, "gloomy", "energise"],
  ["its mood's", {}, { policy: "energise", policyByMood: { even: "glide" } }, "even", "glide"],
  ["a daypart that says nothing", { policyByMood: { gloomy: "lift" } }, {}, "gloomy", "lift"],
])("%s holds", (_, settings, daypart, label, policy) => {
  const part = daypart && { ...always, ...daypart };
  expect(policyFor(label, { ...defaults, ...settings }, part)).toBe(policy);
});
