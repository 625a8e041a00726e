import { expect, test } from "vitest";
import { evidenceView } from "./evidence.ts";

const tag = { point: { valence: 0.7, arousal: 0.55 }, confidence: 1, from: "tag" } as const;
const tagWord = { ...tag, word: "mellow" };
const genre = { point: { valence: -0.5, arousal: 0.5 }, confidence: 0.4, from: "genre" } as const;
const sound = { version: "1", point: { valence: 0, arousal: 0 }, confidence: 0.32, features: {} };

test("the first one holds, a plain word needs no share of sureness", () => {
  const { lines } = evidenceView({ evidence: [tagWord, genre], sound: null });
  expect(lines).toMatchObject([
    { who: "The file's tag", word: "mellow", text: "bright and lively", sure: "", holds: true },
    { who: "Its genre", word: "", text: "dark and driving", sure: "40 % sure", holds: false },
  ]);
});

test("what was heard is told once, after what outranks it", () => {
  const heard = { ...genre, from: "sound" as const };
  expect(evidenceView({ evidence: [tag], sound }).lines.map(({ who }) => who)).toEqual([
    "The file's tag",
    "Its sound",
  ]);
  expect(evidenceView({ evidence: [heard], sound }).lines).toHaveLength(1);
});

test("a sound that failed says why, and one that nobody has heard says nothing", () => {
  const failed = evidenceView({ evidence: [], sound: { version: "1", failed: "It is cut short." } });
  expect(failed).toEqual({ lines: [], soundFailure: "It is cut short." });
  expect(evidenceView({ evidence: [], sound: null })).toEqual({ lines: [], soundFailure: null });
});
