import fc from "fast-check";
import { expect, test } from "vitest";
import type { Policy } from "../protocol/mood.ts";
import { targetOf } from "./target.ts";
import { moodAt } from "./testing-library.ts";

test.each<[Policy, [number, number], [number, number]]>([
  ["match", [0.7, 0.5], [0.7, 0.5]],
  ["match", [-0.5, -0.3], [-0.5, -0.3]],
  ["lift", [-0.5, -0.3], [0.25, 0]],
  ["lift", [0.3, 0.2], [0.7, 0.2]],
  ["lift", [0.5, 0.3], [0.7, 0.3]],
  ["lift", [0.9, 0.9], [0.9, 0.9]],
  ["calm", [-0.5, 0.6], [0.15, -0.3]],
  ["calm", [0.5, -0.4], [0.5, -0.7]],
  ["calm", [0.5, -0.8], [0.5, -0.8]],
  ["energise", [-0.5, -0.4], [0.3, 0.35]],
  ["energise", [0.5, 0.5], [0.5, 0.7]],
  ["energise", [0.5, 0.8], [0.5, 0.8]],
])("%s turns a mood at %o into music at %o", (policy, [valence, arousal], [toValence, toArousal]) => {
  const { point } = targetOf(moodAt(valence, arousal), policy);
  expect(point.valence).toBeCloseTo(toValence, 9);
  expect(point.arousal).toBeCloseTo(toArousal, 9);
});

test.each<[Policy, number | null, [number, number]]>([
  ["match", 0.2, [0.7, 0.2]],
  ["energise", 0.2, [0.7, 0.2]],
  ["energise", null, [0.7, 0.7]],
  ["calm", 0.2, [0.7, -0.3]],
])("in quiet hours %s stays at or below %s", (policy, highestArousal, [valence, arousal]) => {
  const { point } = targetOf(moodAt(0.7, 0.5), policy, { highestArousal });
  expect(point.valence).toBeCloseTo(valence, 9);
  expect(point.arousal).toBeCloseTo(arousal, 9);
});

test("a glide aims at where it has come to, and at the room itself before it has begun", () => {
  const glideAt = { valence: 0.1, arousal: 0.1 };
  expect(targetOf(moodAt(-0.5, -0.3), "glide", { glideAt }).point).toEqual(glideAt);
  expect(targetOf(moodAt(-0.5, -0.3), "glide").point).toEqual({ valence: -0.5, arousal: -0.3 });
});

test("the less sure the mood, the wider the circle", () => {
  const spread = (confidence: number) => targetOf({ ...moodAt(0, 0), confidence }, "match").spread;
  expect(spread(0)).toBeGreaterThan(spread(0.5));
  expect(spread(0.5)).toBeGreaterThan(spread(1));
});

test("every target lies on the map; lifting is never less pleasant, calming never livelier", () => {
  const axis = fc.double({ min: -1, max: 1, noNaN: true });
  fc.assert(
    fc.property(axis, axis, (valence, arousal) => {
      for (const policy of ["match", "lift", "calm", "energise"] as const) {
        const { point } = targetOf(moodAt(valence, arousal), policy);
        expect(Math.max(Math.abs(point.valence), Math.abs(point.arousal))).toBeLessThanOrEqual(1);
        if (policy === "lift") expect(point.valence).toBeGreaterThanOrEqual(valence);
        if (policy === "calm") expect(point.arousal).toBeLessThanOrEqual(arousal);
        if (policy === "energise") expect(point.arousal).toBeGreaterThanOrEqual(arousal);
      }
    }),
  );
});
