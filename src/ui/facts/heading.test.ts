import { expect, test } from "vitest";
import type { Direction } from "../../protocol/state.ts";
import { heading } from "./heading.ts";

const lift: Direction = {
  policy: "lift",
  target: { valence: 0.5, arousal: 0 },
  reach: 0.4,
  path: null,
  daypart: null,
};

test("the ring lies round the target, as wide as songs suit", () => {
  expect(heading(lift)).toEqual({ ring: { x: 75, y: 50, r: 20 }, stations: [] });
});

test("a glide's stations tell what is behind, what plays and what is ahead", () => {
  const points = [
    { valence: -0.6, arousal: 0.2 },
    { valence: -0.2, arousal: 0.1 },
    { valence: 0.5, arousal: 0 },
  ];
  expect(heading({ ...lift, policy: "glide", path: { points, step: 1 } }).stations).toEqual([
    { x: 20, y: 40, at: "behind" },
    { x: 40, y: 45, at: "here" },
    { x: 75, y: 50, at: "ahead" },
  ]);
});
