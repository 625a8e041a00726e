import fc from "fast-check";
import { expect, test } from "vitest";
import { drawn, probabilities } from "./draw.ts";

const scores = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 });
const adventures = fc.double({ min: 0, max: 1, noNaN: true });

test("without adventure the best is certain, and of two the first", () => {
  expect(probabilities([0.2, 0.9, 0.9, 0.1], 0)).toEqual([0, 1, 0, 0]);
});

test.each([
  [0.6, 0.54],
  [0.06, 0.054],
])(
  "the default adventure makes a song that is worth a tenth less a third as likely: %d and %d",
  (one, other) => {
    const [better = 0, worse = 1] = probabilities([one, other], 0.3);
    expect(better / worse).toBeCloseTo(3.04, 2);
  },
);

test("where nothing is worth anything the first is taken", () => {
  expect(probabilities([0, 0], 0.3)).toEqual([1, 0]);
});

test("full adventure hardly minds", () => {
  const [best = 0, worst = 1] = probabilities([1, 0], 1);
  expect(best / worst).toBeCloseTo(Math.E, 6);
});

test("probabilities sum to 1 and follow the scores", () => {
  fc.assert(
    fc.property(scores, adventures, (each, adventure) => {
      const chances = probabilities(each, adventure);
      expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 9);
      const most = chances.indexOf(Math.max(...chances));
      expect(each[most]).toBeCloseTo(Math.max(...each), 9);
    }),
  );
});

test("a draw falls on each in proportion, and never on what has no chance", () => {
  const chances = [0, 0.25, 0.75, 0];
  const counts = [0, 0, 0, 0];
  for (let step = 0; step < 1_000; step += 1) {
    const index = drawn(chances, step / 1_000);
    counts[index] = (counts[index] ?? 0) + 1;
  }
  expect(counts).toEqual([0, 250, 750, 0]);
  expect(drawn([0.1, 0.2, 0.6, 0], 0.999_999)).toBe(2);
});
