import { expect, test } from "vitest";
import { someState } from "../testing-state.ts";
import { directionText } from "./direction-text.ts";

const { direction } = someState();
const points = [
  { valence: -0.6, arousal: 0.2 },
  { valence: -0.2, arousal: 0.1 },
  { valence: 0.5, arousal: 0.1 },
];

test("says nothing while the music goes as the room is, but for the part of the day", () => {
  expect(directionText(direction)).toBeNull();
  expect(directionText({ ...direction, daypart: "Late evening" })).toBe("Late evening");
});

test("says what the policy is about, and when it holds", () => {
  expect(directionText({ ...direction, policy: "lift" })).toBe("Heading brighter");
  expect(directionText({ ...direction, policy: "calm", daypart: "Late evening" })).toBe(
    "Late evening: heading calmer",
  );
});

test("a glide says where it goes, and how far it is", () => {
  expect(directionText({ ...direction, policy: "glide", path: { points, step: 1 } })).toBe(
    "On the way to bright and easy: song 2 of 3",
  );
  expect(directionText({ ...direction, policy: "glide", path: null })).toBe("Heading on step by step");
});
