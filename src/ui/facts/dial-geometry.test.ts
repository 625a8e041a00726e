import { expect, test } from "vitest";
import { dialAffect, dialPoint, liesOver } from "./dial-geometry.ts";

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

test("a puck lies over a label from its rim on, and by a corner it is the round that counts", () => {
  const puck = { left: 80, right: 120, top: 80, bottom: 120 };
  const label = (left: number, top: number) => ({ left, right: left + 60, top, bottom: top + 10 });
  expect(liesOver(puck, label(90, 95), 0)).toBe(true);
  expect([liesOver(puck, label(121, 95), 0), liesOver(puck, label(121, 95), 5)]).toEqual([false, true]);
  expect([liesOver(puck, label(116, 116), 0), liesOver(puck, label(112, 112), 0)]).toEqual([false, true]);
});
