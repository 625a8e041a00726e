import { expect, test } from "vitest";
import { dialAffect, dialPoint } from "./dial-geometry.ts";

test("right is pleasant, up is lively, the middle is neither", () => {
  expect(dialPoint({ valence: 1, arousal: 0 })).toEqual({ x: 1, y: 0.5 });
  expect(dialPoint({ valence: 0, arousal: 1 })).toEqual({ x: 0.5, y: 0 });
  expect(dialPoint({ valence: 0, arousal: 0 })).toEqual({ x: 0.5, y: 0.5 });
});

test("a finger outside the dial counts as on its rim", () => {
  expect(dialAffect({ x: 5, y: 0.5 })).toEqual({ valence: 1, arousal: 0 });
  const { valence, arousal } = dialAffect({ x: 3, y: -2 });
  expect(Math.hypot(valence, arousal)).toBeCloseTo(1, 1);
});

test("what is set comes back where it was set", () => {
  const affect = { valence: -0.31, arousal: 0.52 };
  expect(dialAffect(dialPoint(affect))).toEqual(affect);
});

test("a mood in the corner of the map is drawn on the rim", () => {
  const { x, y } = dialPoint({ valence: 1, arousal: 1 });
  expect(Math.hypot(x - 0.5, y - 0.5)).toBeCloseTo(0.5, 10);
});
