import { expect, test } from "vitest";
import type { Looks, MoodBasis, MoodLabel, Policy } from "../../protocol/mood.ts";
import type { PickReason } from "../../protocol/music.ts";
import { somePick, someState } from "../state-for-tests.ts";
import { whyText } from "./why.ts";

const mood = (label: MoodLabel, basis: MoodBasis = "faces") => ({ ...someState().mood, label, basis });
const chosen = (label: MoodLabel, policy: Policy = "match"): PickReason => ({ kind: "mood", label, policy });
const smiling: Looks = { kind: "mostly", expression: "happy" };
const facts = {
  pick: somePick([chosen("content")]),
  looks: smiling,
  mood: mood("content"),
  camera: "looking" as const,
};

test("names the faces and the song", () => {
  expect(whyText(facts)).toBe("Because the room looks mostly smiling, and this one is bright and easy.");
});

test("says nothing about a song that nobody has placed on the map", () => {
  const pick = somePick([chosen("content")], { affect: null });
  expect(whyText({ ...facts, pick })).toBe("Because the room looks mostly smiling.");
});

test("says what was done about the mood", () => {
  const sad: Looks = { kind: "all", expression: "sad" };
  const pick = somePick([chosen("gloomy", "lift")]);
  expect(whyText({ ...facts, pick, looks: sad, mood: mood("gloomy") })).toBe(
    "The room looks sad, so this one was chosen to be brighter: it is bright and easy.",
  );
});

test("does not call today's faces the reason when they speak for something else, or can't be read", () => {
  const lately = "To go with how the room looked lately: this one is bright and easy.";
  expect(whyText({ ...facts, looks: { kind: "all", expression: "angry" } })).toBe(lately);
  expect(whyText({ ...facts, looks: { kind: "unread" } })).toBe(lately);
  expect(whyText({ ...facts, looks: { kind: "all", expression: "constructor" } })).toBe(lately);
});

test("a camera that has just been closed is no witness of how the room looks", () => {
  expect(whyText({ ...facts, camera: "closed" })).toBe(
    "To go with how the room looked lately: this one is bright and easy.",
  );
});

test("a song from before the mood changed is called that", () => {
  expect(whyText({ ...facts, mood: mood("calm") })).toBe(
    "Chosen a little earlier, to suit the mood then: this one is bright and easy.",
  );
});

test.each([
  ["manual", "looking", "As it was set on the dial: this one is bright and easy."],
  ["held", "looking", "As before, while nobody is in sight: this one is bright and easy."],
  ["daypart", "looking", "As usual while nobody is in sight: this one is bright and easy."],
  ["daypart", "closed", "As usual while the camera is not looking: this one is bright and easy."],
] as const)("a mood that is %s, camera %s", (basis, camera, text) => {
  expect(whyText({ ...facts, camera, looks: { kind: "nobody" }, mood: mood("content", basis) })).toBe(text);
});

test("a loosened rule is said before anything else", () => {
  const reasons: PickReason[] = [chosen("content"), { kind: "widened", rule: "rest" }];
  expect(whyText({ ...facts, pick: somePick(reasons) })).toBe(
    "Heard not long ago, but nothing else fits just now: this one is bright and easy.",
  );
});

test("what somebody asked for needs no other reason", () => {
  const reasons: PickReason[] = [{ kind: "asked", by: { kind: "guest", sessionId: "s" } }, chosen("content")];
  expect(whyText({ ...facts, pick: somePick(reasons) })).toBe("Because somebody asked for it.");
});

test("is silent where there is no reason", () => {
  expect(whyText({ ...facts, pick: somePick([]) })).toBe("");
});

test("never says what anybody feels", () => {
  const bases: MoodBasis[] = ["faces", "held", "fading", "daypart", "manual"];
  const labels: MoodLabel[] = ["elated", "content", "calm", "gloomy", "tense", "even"];
  for (const basis of bases)
    for (const label of labels)
      for (const policy of ["match", "lift", "calm", "energise"] as const)
        for (const expression of ["happy", "sad", "angry", "fear", "disgust", "surprise", "neutral"]) {
          const text = whyText({
            pick: somePick([chosen(label, policy)]),
            looks: { kind: "all", expression },
            mood: mood(label, basis),
            camera: "looking",
          });
          expect(text).not.toMatch(/\b(you|feel|feels|emotions?|happy|gloomy|tense|angry|afraid)\b/i);
          expect(text).toMatch(/^[A-Z].*\.$/);
        }
});
