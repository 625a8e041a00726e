import { expect, test } from "vitest";
import type { Affect } from "../../protocol/mood.ts";
import type { PickReason, SixPick } from "../../protocol/music.ts";
import { somePick } from "../testing-state.ts";
import { offerHeading, offerReason } from "./offer.ts";
import { sixNow } from "./six-now.ts";

const bright: Affect = { valence: 0.6, arousal: 0.5 };
const steady: Affect = { valence: 0, arousal: 0 };
const toBright = { target: bright, reach: 0.45 };
const toSteady = { target: steady, reach: 0.45 };
const nothing = { languages: [], artists: [] };

const song = (id: string, point: Affect, target: Affect, ...more: readonly PickReason[]): SixPick => ({
  ...somePick([{ kind: "suits", target, distance: 0 }, ...more], {
    id,
    affect: { point, confidence: 1, from: "tag" },
  }),
  id: `pick-${id}`,
  suits: true,
});
const calmOnes = ["a", "b", "c"].map((id) => song(id, steady, steady));

test("songs that stay before somebody's eyes while the room brightens are no longer said to suit", () => {
  const now = sixNow(calmOnes, [song("d", bright, bright)], toBright);
  expect(now.map(({ id }) => id)).toEqual(calmOnes.map(({ id }) => id));
  expect(offerHeading(now, nothing)).toBe("Three to choose from");
  expect(now.map((pick) => offerReason(pick, nothing))).toEqual(Array(3).fill("another mood"));
});

test("once the room is as it was, they suit again; what was heard lately does not", () => {
  const resting = { ...song("r", steady, steady, { kind: "widened", rule: "rest" }), suits: false };
  const gone = sixNow([...calmOnes, resting], [], toBright);
  const back = sixNow(gone, [], toSteady);
  expect(offerHeading(back, nothing)).toBe("Three that suit, one other");
  expect(offerReason(back[3] as SixPick, nothing)).toBe("heard lately");
});

test("of what is still offered the newest word counts, under the finger that may be on its way", () => {
  const newest = {
    ...song("a", steady, steady, { kind: "widened", rule: "rest" }),
    id: "newer",
    suits: false,
  };
  const [first] = sixNow(calmOnes, [newest], toSteady);
  expect(first).toMatchObject({ id: "pick-a", suits: false });
});

test("a glide offers what suits its next step, and so those that stay are judged", () => {
  const now = sixNow(calmOnes, [song("d", bright, bright)], toSteady);
  expect(now.every(({ suits }) => !suits)).toBe(true);
});

test("where nothing is otherwise they are the same list", () => {
  expect(sixNow(calmOnes, calmOnes, toSteady)).toBe(calmOnes);
  expect(sixNow(calmOnes, [], toSteady)).toBe(calmOnes);
});
