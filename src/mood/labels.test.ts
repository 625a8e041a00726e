import fc from "fast-check";
import { expect, test } from "vitest";
import { between, labelPoints } from "../protocol/circumplex.ts";
import type { Affect, MoodLabel } from "../protocol/mood.ts";
import { labelOf } from "./labels.ts";

const axis = fc.double({ min: -1, max: 1, noNaN: true });
const affects = fc.record({ valence: axis, arousal: axis });
const labels = fc.constantFrom(...(Object.keys(labelPoints) as MoodLabel[]));

test.each(Object.entries(labelPoints) as [MoodLabel, Affect][])(
  "%s is the name at its point",
  (label, at) => {
    expect(labelOf(at, null)).toBe(label);
    for (const current of Object.keys(labelPoints) as MoodLabel[]) expect(labelOf(at, current)).toBe(label);
  },
);

test("a mood that swings a little around a border keeps its name, from whichever side it came", () => {
  const { even, content } = labelPoints;
  for (const share of [0.44, 0.5, 0.56]) {
    expect(labelOf(between(even, content, share), "even")).toBe("even");
    expect(labelOf(between(even, content, share), "content")).toBe("content");
  }
  expect(labelOf(between(even, content, 0.65), "even")).toBe("content");
});

test("a name that was just given is kept while the mood stays where it is", () => {
  fc.assert(
    fc.property(affects, labels, (affect, current) => {
      const label = labelOf(affect, current);
      expect(labelOf(affect, label)).toBe(label);
    }),
  );
});
