import { expect, test } from "vitest";
import type { Looks } from "../protocol/mood.ts";
import type { Detection, ExpressionProbs } from "../protocol/vision.ts";
import { type Sight, viewOf, withoutSight, withSight } from "./looks.ts";
import { atRest, crying, face, smiling } from "./testing-scenes.ts";

/** Frames at five a second; answers what was shown after each. */
function show(frames: readonly (readonly Detection[])[], everyMs = 200) {
  let sights: readonly Sight[] = [];
  let looks: Looks = { kind: "nobody" };
  return frames.map((detections, index) => {
    sights = withSight(sights, detections, 1_000 + index * everyMs);
    const view = viewOf(sights, looks);
    looks = view.looks;
    return view;
  });
}
const repeat = <T>(times: number, value: T): T[] => Array.from({ length: times }, () => value);
const people = (...probs: (ExpressionProbs | null)[]) =>
  probs.map((each, index) => face(each, { trackId: index + 1 }));

test.each<[string, Detection[], Looks]>([
  ["an empty room", [], { kind: "nobody" }],
  ["one face", people(smiling), { kind: "all", expression: "happy" }],
  ["one that abstained", people(null), { kind: "unread" }],
  ["three alike", people(crying, crying, crying), { kind: "all", expression: "sad" }],
  ["two of three", people(smiling, atRest, smiling), { kind: "mostly", expression: "happy" }],
  ["one of each of two", people(smiling, crying), { kind: "mixed" }],
  ["one of each of three", people(smiling, crying, atRest), { kind: "mixed" }],
  ["one read, one not", people(smiling, null), { kind: "mostly", expression: "happy" }],
  ["one read of three", people(smiling, null, null), { kind: "mixed" }],
  ["smile mode", people({ smiling: 0.9, notSmiling: 0.1 }), { kind: "all", expression: "smiling" }],
])("%s", (_, detections, looks) => {
  expect(show(repeat(6, detections)).at(-1)).toEqual({ looks, faces: detections.length });
});

test("the first face is said at once at one look a second, and with the second frame at five", () => {
  expect(show([[], people(smiling)], 1_000).at(-1)?.faces).toBe(1);
  expect(show([[], [], people(smiling), people(smiling)]).at(-1)?.faces).toBe(1);
});

test("a face that can't be read for a moment is still called what it was, after a second and a half unread", () => {
  const views = show([...repeat(8, people(smiling)), ...repeat(10, people(null))]).slice(8);
  expect(views.map(({ looks }) => looks.kind)).toEqual([...repeat(7, "all"), ...repeat(3, "unread")]);
});

test("nobody is said within two seconds, at five looks a second and at one", () => {
  const fast = show([...repeat(10, people(smiling)), ...repeat(10, [])]);
  expect(fast.findIndex(({ looks }, index) => index >= 10 && looks.kind === "nobody") - 10).toBeLessThan(10);
  expect(show([...repeat(5, people(smiling)), [], []], 1_000).at(-1)?.looks.kind).toBe("nobody");
});

test("one frame without the face, or with a false one, changes no word", () => {
  const steady = repeat(8, people(smiling));
  for (const odd of [[], people(smiling, null), people(null), people(crying)]) {
    const views = show([...steady, odd, ...steady]).slice(2);
    expect(new Set(views.map(({ looks }) => JSON.stringify(looks))).size).toBe(1);
  }
});

test("a face that is read as one thing or another by turns is called the same thing throughout", () => {
  const wavering = { neutral: 0.52, sad: 0.48 };
  const other = { neutral: 0.48, sad: 0.52 };
  const frames = Array.from({ length: 40 }, (_, index) => people(index % 2 ? wavering : other));
  const words = show(frames)
    .slice(6)
    .map(({ looks }) => JSON.stringify(looks));
  expect(new Set(words).size).toBe(1);
});

test("one face whose track was lost and found again is one face, as before", () => {
  const found = [face(crying, { trackId: 2 })];
  const views = show([...repeat(8, people(smiling)), ...repeat(8, found)]).slice(2);
  expect(new Set(views.map(({ looks }) => looks.kind))).toEqual(new Set(["all"]));
  expect(new Set(views.map(({ faces }) => faces))).toEqual(new Set([1]));
});

test("a face that lifts is said to smile within a second", () => {
  const views = show([...repeat(10, people(crying)), ...repeat(5, people(smiling))]);
  expect(views.at(-1)?.looks).toEqual({ kind: "all", expression: "happy" });
});

test("looks that have not changed are the same object, so that nothing is sent", () => {
  const views = show(repeat(8, people(smiling)));
  expect(views.at(-1)?.looks).toBe(views.at(-2)?.looks);
});

test("without frames nobody is in sight after two seconds, not before", () => {
  const sights = withSight([], people(smiling), 1_000);
  expect(withoutSight(sights, 2_900)).toBe(sights);
  expect(withoutSight(sights, 3_100)).toEqual([]);
});
