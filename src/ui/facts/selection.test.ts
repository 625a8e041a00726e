import { expect, test } from "vitest";
import { among, extend, nothingSelected, only, toggle } from "./selection.ts";

const list = ["a", "b", "c", "d", "e"];
const chosen = ({ ids }: { ids: ReadonlySet<string> }) => [...ids].sort();

test("one more, one less", () => {
  const two = toggle(toggle(nothingSelected, "b"), "d");
  expect(chosen(two)).toEqual(["b", "d"]);
  expect(chosen(toggle(two, "b"))).toEqual(["d"]);
});

test("a range runs from the last touch, both ways, and adds to what was chosen", () => {
  expect(chosen(extend(only("d"), "b", list))).toEqual(["b", "c", "d"]);
  expect(chosen(extend(toggle(only("a"), "d"), "e", list))).toEqual(["a", "d", "e"]);
});

test("a range from nowhere, or from what has gone, is that one alone", () => {
  expect(chosen(extend(nothingSelected, "c", list))).toEqual(["c"]);
  expect(chosen(extend(only("gone"), "c", list))).toEqual(["c", "gone"]);
});

test("what the list no longer has is not chosen any more", () => {
  expect(chosen(among(extend(only("a"), "c", list), ["b", "c", "d"]))).toEqual(["b", "c"]);
  const same = only("a");
  expect(among(same, list)).toBe(same);
});
