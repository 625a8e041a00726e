import { expect, test } from "vitest";
import { contrast, hex, luminance, oklch, toSrgb } from "./oklab.ts";

// As Chromium's own oklch() paints them.
test.each([
  [1, 0, 0, "#ffffff"],
  [0, 0, 0, "#000000"],
  [0.628, 0.2577, 29.23, "#ff0000"],
  [0.6, 0.1, 165, "#3a9371"],
  [0.5, 0.1, 285, "#5e5a9a"],
  [0.44, 0.13, 12, "#8b2b3f"],
])("oklch(%s %s %s) is %s", (lightness, chroma, hue, text) => {
  expect(hex(toSrgb(oklch(lightness, chroma, hue)))).toBe(text);
});

test("a colour that no screen has keeps its lightness and loses chroma", () => {
  const colour = toSrgb(oklch(0.6, 0.4, 165));
  expect(colour.every((channel) => channel >= 0 && channel <= 1)).toBe(true);
  expect(luminance(colour)).toBeCloseTo(luminance(toSrgb(oklch(0.6, 0.1, 165))), 1);
});

test("contrast is WCAG's: 21 between black and white, 1 between equals, and the same both ways", () => {
  expect(contrast([0, 0, 0], [1, 1, 1])).toBeCloseTo(21, 5);
  expect(contrast([0.4, 0.5, 0.6], [0.4, 0.5, 0.6])).toBe(1);
  expect(contrast([1, 0, 0], [1, 1, 1])).toBeCloseTo(contrast([1, 1, 1], [1, 0, 0]), 10);
});
