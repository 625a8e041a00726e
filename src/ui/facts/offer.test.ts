import { expect, test } from "vitest";
import type { PickReason, SixPick } from "../../protocol/music.ts";
import { somePick } from "../testing-state.ts";
import { fittingFirst, isFitting, offerHeading, offerReason, waiting } from "./offer.ts";

const six = (suit: number, of = 6): SixPick[] =>
  Array.from({ length: of }, (_, index) => ({ ...somePick(), suits: index < suit }));

const nothing = { languages: [], artists: [] };
const wished = { languages: ["ja", "pl"], artists: [] };
const inAnother: SixPick = { ...somePick([{ kind: "widened", rule: "language" }]), suits: true };

test.each([
  [6, 6, "Six that would suit"],
  [4, 6, "Four that suit, two others"],
  [5, 6, "Five that suit, one other"],
  [0, 6, "Six to choose from"],
  [0, 1, "One to choose from"],
  [1, 1, "One that would suit"],
  [3, 3, "Three that would suit"],
])("with %d of %d that suit the heading says so: %s", (suit, of, heading) => {
  expect(offerHeading(six(suit, of), nothing)).toBe(heading);
});

test("where none of the songs is as wished for, the heading says so though all suit the mood", () => {
  expect(offerHeading(Array(6).fill(inAnother), wished)).toBe("None in Japanese or Polish: six others");
});

test("one as wished for that does not suit the mood is told as what it is", () => {
  const [wanted] = six(0, 1);
  expect(offerHeading([...Array(5).fill(inAnother), ...(wanted ? [wanted] : [])], wished)).toBe(
    "One in Japanese or Polish, five others",
  );
});

test("what misses a wish stands apart from what suits, and says what it is", () => {
  expect(offerHeading([...six(2, 2), inAnother], wished)).toBe("Two that suit, one other");
  expect(isFitting(inAnother, wished)).toBe(false);
  expect(offerReason(inAnother, wished)).toBe("another language");
  expect(isFitting(inAnother, nothing)).toBe(true);
  expect(offerReason(inAnother, nothing)).toBe("bright and easy");
});

test("an artist that was wished for fits whatever the mood, and the heading tells the wish", () => {
  const artists = { languages: [], artists: ["Nina"] };
  const nina: PickReason = { kind: "preferred", what: "artist", value: "Nina", by: "guest" };
  const inOtherMood: SixPick = { ...somePick([{ kind: "widened", rule: "mood" }, nina]), suits: false };
  const byOther: SixPick = { ...somePick([{ kind: "widened", rule: "favourites" }]), suits: true };
  expect(isFitting(inOtherMood, artists)).toBe(true);
  expect(offerReason(inOtherMood, artists)).toBe("bright and easy");
  expect(offerHeading(Array(6).fill(inOtherMood), artists)).toBe("Six by Nina");
  const suiting: SixPick = { ...somePick([nina]), suits: true };
  expect(offerHeading([suiting, inOtherMood, byOther], artists)).toBe("Two by Nina, one other");
  expect(offerHeading([suiting, suiting], artists)).toBe("Two that would suit");
  // Once the wish is taken back it is another mood like any other.
  expect(isFitting(inOtherMood, nothing)).toBe(false);
});

test("a song that waits has its place, and a way out where somebody asked for it", () => {
  const asked = somePick([{ kind: "asked", by: { kind: "guest", sessionId: "s" } }], { id: "wanted" });
  const chosen = { ...somePick([], { id: "chosen" }), id: "pick-2" };
  expect(waiting("wanted", [asked, chosen])).toEqual({ place: 0, asked: "pick-1" });
  expect(waiting("chosen", [asked, chosen])).toEqual({ place: 1, asked: null });
  expect(waiting("another", [asked, chosen])).toBeNull();
});

test("what suits stands before what does not, and what misses a wish behind", () => {
  const [a, b, c] = six(0, 3).map((pick, n) => ({ ...pick, id: `${n}` }));
  if (!a || !b || !c) throw new Error("There are three.");
  const suiting = { ...c, suits: true };
  expect(fittingFirst([a, b, suiting], nothing)).toEqual([suiting, a, b]);
  expect(fittingFirst([inAnother, suiting, a], wished)).toEqual([suiting, inAnother, a]);
  const ordered = [suiting, a, b];
  expect(fittingFirst(ordered, nothing)).toBe(ordered);
  expect(fittingFirst([], nothing)).toEqual([]);
});
