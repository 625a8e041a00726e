import { expect, test } from "vitest";
import { affectOf, expressionAffects } from "./expressions.ts";
import { labelOf } from "./labels.ts";

test("each of the seven classes and both of smile mode has its place on the map", () => {
  expect([...expressionAffects.keys()]).toEqual([
    "angry",
    "disgust",
    "fear",
    "happy",
    "sad",
    "surprise",
    "neutral",
    "smiling",
    "notSmiling",
  ]);
  for (const { valence, arousal } of expressionAffects.values())
    expect(Math.max(Math.abs(valence), Math.abs(arousal))).toBeLessThanOrEqual(1);
});

test("a sure expression stands at its place, a mixture between its parts", () => {
  expect(affectOf({ happy: 1 })).toEqual({ affect: { valence: 0.81, arousal: 0.51 }, top: 1 });
  const half = affectOf({ happy: 0.5, neutral: 0.5 });
  expect(half?.affect.valence).toBeCloseTo(0.405);
  expect(half?.affect.arousal).toBeCloseTo(0.255);
});

test.each([
  ["a sure smile", { happy: 0.9, neutral: 0.1 }, "elated"],
  ["half a smile", { happy: 0.5, neutral: 0.5 }, "content"],
  ["a face at rest", { neutral: 0.8, sad: 0.15, happy: 0.05 }, "even"],
  ["crying", { sad: 0.6, fear: 0.2, angry: 0.1, neutral: 0.1 }, "gloomy"],
  ["a scowl", { angry: 0.8, disgust: 0.1, neutral: 0.1 }, "tense"],
  ["fright", { fear: 0.7, surprise: 0.2, neutral: 0.1 }, "tense"],
  ["smiling in smile mode", { smiling: 0.9, notSmiling: 0.1 }, "elated"],
  ["not smiling in smile mode", { smiling: 0.1, notSmiling: 0.9 }, "even"],
] as const)("%s (%o) is named %s", (_, probs, label) => {
  const reading = affectOf(probs);
  expect(reading && labelOf(reading.affect, null)).toBe(label);
});

test("classes that the table does not have are left out, and most of them leave nothing", () => {
  expect(affectOf({ happy: 0.5, wink: 0.5 })?.affect).toEqual({ valence: 0.81, arousal: 0.51 });
  expect(affectOf({ happy: 0.3, wink: 0.7 })).toBeNull();
  expect(affectOf({ toString: 1, constructor: 0 })).toBeNull();
  expect(affectOf({})).toBeNull();
  expect(affectOf({ happy: Number.NaN, sad: -1 })).toBeNull();
});
