import { expect, test } from "vitest";
import type { PickReason } from "../../protocol/music.ts";
import { somePick } from "../testing-state.ts";
import { whyShort } from "./why-short.ts";

const rested: PickReason = { kind: "rested", lastPlayedAt: null };

test("a song says how it sounds", () => {
  expect(whyShort(somePick([rested]))).toBe("bright and easy");
});

test("a wish is said first, then what had to be loosened", () => {
  const wish = { kind: "preferred", what: "language", value: "fr", by: "guest" } as const;
  expect(whyShort(somePick([{ kind: "widened", rule: "rest" }, wish]))).toBe("in French");
  expect(whyShort(somePick([{ ...wish, value: "zxx" }]))).toBe("instrumental");
  expect(whyShort(somePick([{ kind: "preferred", what: "artist", value: "Nina", by: "guest" }]))).toBe(
    "as wished for",
  );
  expect(whyShort(somePick([{ kind: "widened", rule: "rest" }]))).toBe("heard lately");
});

test("of a song that does not suit, what gave way is said first", () => {
  const wish = { kind: "preferred", what: "artist", value: "Nina", by: "guest" } as const;
  const pick = { ...somePick([wish, { kind: "widened", rule: "rest" }]), suits: false };
  expect(whyShort(pick)).toBe("heard lately");
});

test("of one in a wished language that does not suit, both are said: nothing else on it tells the language", () => {
  const wish = { kind: "preferred", what: "language", value: "pl", by: "guest" } as const;
  const pick = { ...somePick([{ kind: "widened", rule: "mood" }, wish]), suits: false };
  expect(whyShort(pick)).toBe("in Polish, another mood");
  // All six are in that language; this is what is told of this one.
  expect(whyShort(pick, [], true)).toBe("another mood");
});

test("a song that suits says how it sounds, though its artist was heard lately", () => {
  const pick = { ...somePick([{ kind: "widened", rule: "artist-rest" }]), suits: true };
  expect(whyShort(pick)).toBe("bright and easy");
});

test("of a song that stands nowhere on the map it says whether it is new here", () => {
  expect(whyShort(somePick([rested], { affect: null }))).toBe("never heard here");
  expect(whyShort(somePick([], { affect: null }))).toBe("");
});

test("what does not suit is of another mood only where the screen names another one as where the music heads", () => {
  const pick = { ...somePick([{ kind: "widened", rule: "mood" }]), suits: false };
  expect(whyShort(pick, ["calm"])).toBe("another mood");
  expect(whyShort(pick, ["calm", "content"])).toBe("suits less well");
  const rest = { ...somePick([{ kind: "widened", rule: "rest" }]), suits: false };
  expect(whyShort(rest, ["content"])).toBe("heard lately");
});
