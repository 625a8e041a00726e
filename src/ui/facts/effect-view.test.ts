import { expect, test } from "vitest";
import { effectView, type PolicyEffect } from "./effect-view.ts";

const lift: PolicyEffect = {
  policy: "lift",
  songs: 42,
  valence: { mean: 0.12, low: 0.05, high: 0.19 },
  arousal: { mean: -0.02, low: -0.1, high: 0.06 },
};

test("an interval that leaves nought out is an effect, and says which way", () => {
  const view = effectView(lift);
  expect(view).toMatchObject({ name: "Brighter", songs: "42 songs", verdict: "The room looked brighter" });
  expect(view.bars[0]).toMatchObject({ low: 55, mean: 62, high: 69, text: "+0.12 (+0.05 … +0.19)" });
  expect(effectView({ ...lift, valence: { mean: -0.3, low: -0.4, high: -0.2 } }).verdict).toBe(
    "The room looked darker",
  );
});

test("an interval with nought in it is none, however far its mean is", () => {
  expect(effectView({ ...lift, valence: { mean: 0.3, low: -0.01, high: 0.61 } }).verdict).toBe(
    "No effect seen",
  );
});

test("too few songs tell nothing", () => {
  expect(effectView({ ...lift, songs: 1, valence: null, arousal: null })).toMatchObject({
    songs: "one song",
    verdict: "Too few songs to tell",
    bars: [],
  });
});

test("what is beyond the drawing lies at its edge", () => {
  expect(effectView({ ...lift, valence: { mean: 0.9, low: 0.4, high: 1.4 } }).bars[0]).toMatchObject({
    mean: 100,
    high: 100,
  });
});
