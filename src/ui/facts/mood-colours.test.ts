import { expect, test } from "vitest";
import { dialGradient } from "./dial-gradient.ts";
import { INK, INK_SOFT, LEAST_CONTRAST, leastContrast, moodColours } from "./mood-colours.ts";
import { contrast, type Srgb } from "./oklab.ts";

const steps = Array.from({ length: 41 }, (_, index) => index / 20 - 1);
const grid = steps.flatMap((valence) => steps.map((arousal) => ({ valence, arousal })));
const ofHex = (text: string): Srgb =>
  [1, 3, 5].map((at) => Number.parseInt(text.slice(at, at + 2), 16) / 255) as unknown as Srgb;

test("text can be read on every colour of every mood", () => {
  for (const affect of grid) {
    const colours = moodColours(affect);
    expect(leastContrast(INK, colours)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
    expect(leastContrast(INK_SOFT, colours)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
  }
});

test("it can be read where two of them meet, too", () => {
  for (const affect of grid.filter((_, index) => index % 7 === 0)) {
    const { sky, mid, low, base } = moodColours(affect);
    for (const one of [sky, mid, low, base])
      for (const other of [sky, mid, low, base])
        for (const share of [0.25, 0.5, 0.75]) {
          const met = one.map((c, i) => c * share + (other[i] ?? 0) * (1 - share)) as unknown as Srgb;
          expect(contrast(INK_SOFT, met)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
        }
  }
});

test("the dial's labels can be read on the whole rim, and on its middle", () => {
  const colours = dialGradient().match(/#[0-9a-f]{6}/g) ?? [];
  expect(colours.length).toBeGreaterThan(8);
  for (const colour of colours) expect(contrast(INK, ofHex(colour))).toBeGreaterThanOrEqual(LEAST_CONTRAST);
});

test("the moods can be told apart: smiling is warm, gloom is blue", () => {
  const [red, , blue] = moodColours({ valence: 0.7, arousal: 0.55 }).mid;
  expect(red).toBeGreaterThan(blue + 0.3);
  const [gloomRed, , gloomBlue] = moodColours({ valence: -0.6, arousal: -0.4 }).mid;
  expect(gloomBlue).toBeGreaterThan(gloomRed + 0.1);
});

test("a small change of mood is a small change of colour", () => {
  for (const { valence, arousal } of grid) {
    const here = moodColours({ valence, arousal });
    const there = moodColours({ valence: valence + 0.02, arousal });
    for (const layer of ["sky", "mid", "low"] as const)
      here[layer].forEach((channel, i) => {
        expect(Math.abs(channel - (there[layer][i] ?? 0))).toBeLessThan(0.06);
      });
  }
});
