import { expect, test } from "vitest";
import type { SixPick } from "../../protocol/music.ts";
import { somePick } from "../state-for-tests.ts";
import { offerHeading, waiting } from "./offer.ts";

const six = (suit: number, of = 6): SixPick[] =>
  Array.from({ length: of }, (_, index) => ({ ...somePick(), suits: index < suit }));

test.each([
  [6, 6, "Six that would suit"],
  [4, 6, "Four that suit, two others"],
  [5, 6, "Five that suit, one other"],
  [0, 6, "None quite suits: six others"],
  [0, 1, "One that comes near"],
  [1, 1, "One that would suit"],
  [3, 3, "Three that would suit"],
])("with %d of %d that suit the heading says so: %s", (suit, of, heading) => {
  expect(offerHeading(six(suit, of))).toBe(heading);
});

test("a song that waits has its place, and a way out where somebody asked for it", () => {
  const asked = somePick([{ kind: "asked", by: { kind: "guest", sessionId: "s" } }], { id: "wanted" });
  const chosen = { ...somePick([], { id: "chosen" }), id: "pick-2" };
  expect(waiting("wanted", [asked, chosen])).toEqual({ place: 0, asked: "pick-1" });
  expect(waiting("chosen", [asked, chosen])).toEqual({ place: 1, asked: null });
  expect(waiting("another", [asked, chosen])).toBeNull();
});
