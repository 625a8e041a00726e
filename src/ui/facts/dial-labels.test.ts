import { expect, test } from "vitest";
import { type Box, liesOver } from "./dial-geometry.ts";
import { type DialLabel, DialLabels, moved } from "./dial-labels.ts";

/** Words of this size at the rim of a dial, as its styles lay them. */
function wordsOn(width: number, wide: number, high: number): readonly DialLabel[] {
  const [middle, rim] = [width / 2, 0.06 * width];
  const beside = { top: middle - high / 2, bottom: middle + high / 2 };
  const over = { left: middle - wide / 2, right: middle + wide / 2 };
  return [
    { side: "up", box: { ...over, top: rim, bottom: rim + high } },
    { side: "right", box: { ...beside, left: width - rim - wide, right: width - rim } },
    { side: "down", box: { ...over, top: width - rim - high, bottom: width - rim } },
    { side: "left", box: { ...beside, left: rim, right: rim + wide } },
  ];
}

const puckAt = (x: number, y: number, width: number): Box => {
  const reach = Math.min(48, Math.max(30, 0.18 * width)) / 2;
  return {
    ...{ left: x * width - reach, right: x * width + reach },
    ...{ top: y * width - reach, bottom: y * width + reach },
  };
};

/** Everywhere on the disc. */
const places = Array.from(
  { length: 21 * 21 },
  (_, n) => [(n % 21) / 20, Math.floor(n / 21) / 20] as const,
).filter(([x, y]) => Math.hypot(x - 0.5, y - 0.5) <= 0.5);

test.each([
  [288, 60, 22],
  [440, 80, 26],
])(
  "on a dial of %i pixels no word is under the puck or over another, wherever the puck is",
  (width, wide, high) => {
    const words = wordsOn(width, wide, high);
    const labels = new DialLabels(words, width);
    for (const [x, y] of places) {
      const puck = puckAt(x, y, width);
      const boxes = labels.shifts(puck).map((shift, n) => {
        expect(shift).not.toBeNull();
        return moved(words[n]?.box as Box, shift);
      });
      for (const box of boxes) {
        expect(liesOver(puck, box, 4)).toBe(false);
        expect(Math.hypot(box.left + box.right - width, box.top + box.bottom - width) / 2).toBeLessThan(
          width / 2,
        );
      }
      const [up, right, down, left] = boxes as [Box, Box, Box, Box];
      expect(up.bottom + up.top).toBeLessThan(down.bottom + down.top);
      expect(left.left + left.right).toBeLessThan(right.left + right.right);
    }
  },
);

test("words that nothing comes over stay where they are, and so do all without a puck", () => {
  const labels = new DialLabels(wordsOn(288, 60, 22), 288);
  const rest = { x: 0, y: 0 };
  expect(labels.shifts(null)).toEqual([rest, rest, rest, rest]);
  const [up, right, down, left] = labels.shifts(puckAt(0.9, 0.5, 288));
  expect([up, down, left]).toEqual([rest, rest, rest]);
  expect(right).not.toEqual(rest);
});

test("on a dial that is too small a word that can't make way says so, to lie over the puck", () => {
  const labels = new DialLabels(wordsOn(96, 44, 16), 96);
  expect(labels.shifts(puckAt(0.5, 0.3, 96))).toContain(null);
});
