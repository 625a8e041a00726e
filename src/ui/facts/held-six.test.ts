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

test("where there were none, those that come are shown", () => {
  const held = new HeldSix();
  held.shown([], quiet, 0);
  expect(held.shown(one, quiet, 100_000)).toBe(one);
});
