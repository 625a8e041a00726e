import { expect, test } from "vitest";
import type { SixPick } from "../../protocol/music.ts";
import { someCorrection, somePick, someState } from "../testing-state.ts";
import { HeldSix, saidBy } from "./held-six.ts";

const six = (id: string): readonly SixPick[] => [{ ...somePick([], { id }), id, suits: true }];
const [one, other, third] = [six("one"), six("other"), six("third")];
const quiet = saidBy(someState());

test("the six stay for as long as they are looked at, whatever song begins and however the room changes", () => {
  const held = new HeldSix();
  for (const picks of [one, other, third]) expect(held.shown(picks, quiet, 1_000_000)).toBe(one);
});

test("before anybody looks at them, the newest take their place", () => {
  const held = new HeldSix();
  held.shown(one, quiet, 0);
  held.forget();
  expect(held.shown(other, quiet, 1)).toBe(other);
  expect(held.shown(third, quiet, 2)).toBe(other);
});

test("who asks for others sees what comes of it, also a moment later, and then those stay", () => {
  const held = new HeldSix();
  held.shown(one, quiet, 0);
  held.release(100_000);
  expect(held.shown(other, quiet, 100_001)).toBe(other);
  expect(held.shown(third, quiet, 105_000)).toBe(third);
  expect(held.shown(one, quiet, 200_000)).toBe(third);
});

test("a wish, a correction and the dial ask for others, at whichever screen they were said", () => {
  const { preferences, mood } = someState();
  const said = [
    someState({ preferences: { ...preferences, languages: ["pl"], until: 5 } }),
    someState({ corrections: [someCorrection()] }),
    someState({ mood: { ...mood, basis: "manual" } }),
  ];
  for (const state of said) {
    const held = new HeldSix();
    held.shown(one, quiet, 0);
    expect(held.shown(other, saidBy(state), 100_000)).toBe(other);
  }
});

test("that a wish holds on, or the room looks otherwise, is nobody's word", () => {
  const { preferences, mood } = someState();
  expect(saidBy(someState({ preferences: { ...preferences, until: 9 } }))).toBe(quiet);
  expect(saidBy(someState({ mood: { ...mood, affect: { valence: 0.9, arousal: 0 } } }))).toBe(quiet);
});

test("a song that has played meanwhile makes room for another one, and nothing else moves", () => {
  const held = new HeldSix();
  const [a, b, c, d] = ["a", "b", "c", "d"].map((id) => six(id)[0] as SixPick) as [
    SixPick,
    SixPick,
    SixPick,
    SixPick,
  ];
  expect(held.shown([a, b, c], quiet, 1, "x")).toEqual([a, b, c]);
  // While it plays it says so, in its place.
  expect(held.shown([c, d, a], quiet, 2, "b")).toEqual([a, b, c]);
  expect(held.shown([c, d, a], quiet, 3, "y")).toEqual([a, d, c]);
  expect(held.shown([b], quiet, 4, "z")).toEqual([a, d, c]);
});

test("what was refused makes room, and stays where nothing else is on offer", () => {
  const held = new HeldSix();
  const [a, b, c] = ["a", "b", "c"].map((id) => six(id)[0] as SixPick) as [SixPick, SixPick, SixPick];
  held.shown([a, b], quiet, 1);
  held.refused("a");
  expect(held.shown([b], quiet, 2)).toEqual([a, b]);
  expect(held.shown([b, c], quiet, 3)).toEqual([c, b]);
});

test("where there were none, those that come are shown", () => {
  const held = new HeldSix();
  held.shown([], quiet, 0);
  expect(held.shown(one, quiet, 100_000)).toBe(one);
});

test("put in another order they stay in that", () => {
  const held = new HeldSix();
  const [a, b] = [one[0], other[0]];
  if (!a || !b) throw new Error("There are two.");
  held.shown([a, b], quiet, 0);
  held.reorder([b, a]);
  expect(held.shown(third, quiet, 1)).toEqual([b, a]);
});
