import { expect, test } from "vitest";
import type { Looks, MoodBasis, MoodLabel } from "../../protocol/mood.ts";
import type { PickReason } from "../../protocol/music.ts";
import { somePick } from "../state-for-tests.ts";
import { whyText } from "./why.ts";

type MoodReason = Extract<PickReason, { kind: "mood" }>;

const smiling: Looks = { kind: "mostly", expression: "happy" };
/** Picked for smiling faces, with what a test changes. */
const chosen = (change: Partial<MoodReason> = {}): MoodReason => ({
  kind: "mood",
  label: "content",
  basis: "faces",
  looks: smiling,
  policy: "match",
  ...change,
});
const why = (change: Partial<MoodReason> = {}) => whyText(somePick([chosen(change)]));

test("names the faces and the song", () => {
  expect(why()).toBe("Because the room looked mostly smiling, and this one is bright and easy.");
  expect(why({ looks: { kind: "all", expression: "happy" } })).toBe(
    "Because the room looked smiling, and this one is bright and easy.",
  );
  expect(why({ looks: { kind: "mixed" } })).toBe(
    "Because the room looked mixed, and this one is bright and easy.",
  );
});

test("says nothing about a song that nobody has placed on the map", () => {
  expect(whyText(somePick([chosen()], { affect: null }))).toBe("Because the room looked mostly smiling.");
});

test("says what was done about the mood", () => {
  expect(why({ label: "gloomy", looks: { kind: "all", expression: "sad" }, policy: "lift" })).toBe(
    "The room looked sad, so this one was chosen to be brighter: it is bright and easy.",
  );
});

test("does not call faces the reason that spoke for another mood, or were not read", () => {
  const lately = "To go with how the room had looked lately: this one is bright and easy.";
  expect(why({ looks: { kind: "all", expression: "angry" } })).toBe(lately);
  expect(why({ looks: { kind: "unread" } })).toBe(lately);
  expect(why({ looks: { kind: "all", expression: "constructor" } })).toBe(lately);
});

test.each([
  ["manual", { kind: "nobody" }, "As it was set on the dial: this one is bright and easy."],
  ["manual", smiling, "As it was set on the dial: this one is bright and easy."],
  ["held", { kind: "nobody" }, "As before while nobody was in sight: this one is bright and easy."],
  ["held", { kind: "unread" }, "As before while no face could be read: this one is bright and easy."],
  ["held", smiling, "As before: this one is bright and easy."],
  ["fading", { kind: "nobody" }, "On the way back to the usual mood: this one is bright and easy."],
  ["daypart", { kind: "nobody" }, "As usual while nobody was in sight: this one is bright and easy."],
  ["daypart", { kind: "unread" }, "As usual while no face could be read: this one is bright and easy."],
  ["daypart", smiling, "As usual: this one is bright and easy."],
] as const)("a mood that was %s, with %j", (basis, looks, text) => {
  expect(why({ basis, looks })).toBe(text);
});

test.each([
  ["mood", "Nothing nearer to the mood was left to play: this one is bright and easy."],
  ["rest", "Heard not long before, but nothing else fitted: this one is bright and easy."],
  ["artist", "The same artist again, as nothing else fitted: this one is bright and easy."],
  [
    "artist-rest",
    "This artist was heard not long before, but nothing else fitted: this one is bright and easy.",
  ],
  ["language", "No song in the chosen languages fitted just now: this one is bright and easy."],
  ["favourites", "No song by the chosen artists fitted just now: this one is bright and easy."],
  [
    "length",
    "Longer or shorter than songs are meant to be here, but nothing else fitted: this one is bright and easy.",
  ],
  [
    "quiet",
    "Livelier than this hour is meant to be, but nothing quieter was left to play: this one is bright and easy.",
  ],
] as const)("a song for which the rule of %s was loosened does not claim to suit the faces", (rule, text) => {
  // As the picker does: one that lies too far from the mood does not have the mood for a reason.
  const suited = rule === "mood" ? [] : [chosen()];
  expect(whyText(somePick([...suited, { kind: "widened", rule }]))).toBe(text);
});

test("a wish of somebody here outranks the faces", () => {
  const wish = (what: "artist" | "language", value: string): PickReason => ({
    kind: "preferred",
    what,
    value,
  });
  expect(whyText(somePick([chosen(), wish("artist", "Nina")]))).toBe(
    "Because somebody here chose Nina, and this one is bright and easy.",
  );
  expect(whyText(somePick([chosen(), wish("language", "fr")]))).toBe(
    "Because somebody here chose songs in French, and this one is bright and easy.",
  );
  expect(whyText(somePick([chosen(), wish("language", "zxx")]))).toBe(
    "Because somebody here chose songs without words, and this one is bright and easy.",
  );
});

test("a step of a glide is called one", () => {
  expect(why({ label: "gloomy", looks: { kind: "all", expression: "sad" }, policy: "glide" })).toBe(
    "The room looked sad, so this one was chosen as a step on the way from there: it is bright and easy.",
  );
});

test("what somebody asked for needs no other reason", () => {
  const asked: PickReason = { kind: "asked", by: { kind: "guest", sessionId: "s" } };
  expect(whyText(somePick([asked, chosen()]))).toBe("Because somebody asked for it.");
  expect(whyText(somePick([{ kind: "asked", by: { kind: "schedule" } }]))).toBe(
    "Because it was planned for this time.",
  );
});

test("is silent where there is no reason", () => {
  expect(whyText(somePick([]))).toBe("");
});

test("never says what anybody feels, and speaks of faces in the past only", () => {
  const bases: MoodBasis[] = ["faces", "held", "fading", "daypart", "manual"];
  const labels: MoodLabel[] = ["elated", "content", "calm", "gloomy", "tense", "even"];
  for (const basis of bases)
    for (const label of labels)
      for (const policy of ["match", "lift", "calm", "energise", "glide"] as const)
        for (const expression of ["happy", "sad", "angry", "fear", "disgust", "surprise", "neutral"]) {
          const text = why({ basis, label, policy, looks: { kind: "all", expression } });
          expect(text).not.toMatch(/\b(you|feel|feels|emotions?|happy|gloomy|tense|angry|afraid)\b/i);
          expect(text).not.toMatch(/\b(looks|now|nobody is)\b/);
          expect(text).toMatch(/^[A-Z].*\.$/);
        }
});
