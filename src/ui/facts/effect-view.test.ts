import { expect, test } from "vitest";
import type { PolicyEffect } from "../../protocol/figures.ts";
import { effectScale, effectView } from "./effect-view.ts";

const plain = {
  valence: { mean: 0.2, low: 0.1, high: 0.3 },
  arousal: { mean: -0.02, low: -0.1, high: 0.06 },
};
const lift: PolicyEffect = {
  policy: "lift",
  songs: 42,
  plain,
  valence: { mean: 0.12, low: 0.05, high: 0.19 },
  arousal: { mean: 0, low: -0.1, high: 0.1 },
  intended: { mean: 0.12, low: 0.05, high: 0.19 },
  verdict: "improved",
};

test("an effect says which way, and draws what was meant with its interval", () => {
  expect(effectView(lift)).toEqual({
    name: "Brighten it",
    songs: "42 songs",
    verdict: "The room looked brighter",
    bars: [
      {
        axis: "brighter",
        low: 55,
        mean: 62,
        high: 69,
        text: "+0.12 (+0.05 … +0.19)",
        spoken: "+0.12, between +0.05 and +0.19",
      },
    ],
  });
  expect(effectView({ ...lift, policy: "calm", verdict: "worsened" }).verdict).toBe(
    "The room looked livelier",
  );
});

test("no effect seen is said as such, with its interval", () => {
  const view = effectView({
    ...lift,
    intended: { mean: 0.03, low: -0.4, high: 0.5 },
    verdict: "no-effect-seen",
  });
  expect(view).toMatchObject({ verdict: "No effect seen", bars: [{ low: 10, mean: 53, high: 100 }] });
});

test("the yardstick, and what too few songs tell, show how the room changed and claim nothing", () => {
  const nothing = { valence: null, arousal: null, intended: null };
  const few = effectView({ ...lift, ...nothing, songs: 1, verdict: "too-few" });
  expect(few).toMatchObject({ songs: "One song", verdict: "Too few songs to tell" });
  expect(few.bars.map(({ axis, text }) => `${axis} ${text}`)).toEqual([
    "brighter +0.20 (+0.10 … +0.30)",
    "livelier −0.02 (−0.10 … +0.06)",
  ]);
  const yardstick = effectView({ ...lift, ...nothing, policy: "match", plain: null, verdict: "yardstick" });
  expect(yardstick).toMatchObject({ verdict: "The yardstick for the others", bars: [] });
});

test("a yardstick without anything to measure is not called one", () => {
  const match: PolicyEffect = { ...lift, policy: "match", intended: null, verdict: "yardstick" };
  expect(effectView(match, true).verdict).toBe("Nothing to compare it with yet");
  expect(effectView({ ...lift, verdict: "too-few" }, true).verdict).toBe("Too few songs to tell");
});

test("the drawing's edges and its middle say how much they stand for", () => {
  expect(effectScale()).toEqual(["−0.50", "0.00", "+0.50"]);
});
