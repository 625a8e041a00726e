import { expect, test } from "vitest";
import { sameValue } from "./same-value.ts";

test.each<[unknown, unknown, boolean]>([
  [1, 1, true],
  [null, null, true],
  [null, {}, false],
  [[1, 2], [1, 2], true],
  [[1, 2], [2, 1], false],
  [{ a: 1, b: [{ c: "x" }] }, { b: [{ c: "x" }], a: 1 }, true],
  [{ a: 1 }, { a: 1, b: 2 }, false],
  [{ a: undefined }, { b: undefined }, false],
  [[], {}, false],
])("%j and %j: %s", (a, b, same) => {
  expect(sameValue(a, b)).toBe(same);
});
