import { expect, test } from "vitest";
import { INK_SOFT, LEAST_CONTRAST, leastContrast, moodColours } from "../../facts/mood-colours.ts";
import { becoming, distance, fieldsAt, PHASE_A_STEP, stepEveryMs } from "./mood-weather-course.ts";

const noon = moodColours({ valence: 0.65, arousal: 0.6 });
const rain = moodColours({ valence: -0.65, arousal: -0.45 });

test("a lively mood's weather goes on more often than a calm one's, never oftener than every 0.7 s", () => {
  const paces = [-2, -1, -0.5, 0, 0.5, 1, 2].map(stepEveryMs);
  expect(paces).toEqual(paces.toSorted((one, other) => other - one));
  expect(paces.at(0)).toBeCloseTo(2_100);
  expect(paces.at(-1)).toBeCloseTo(700);
});

test("no field goes on by more than a few pixels of the screen at once, and none goes far from its place", () => {
  const home = fieldsAt(0);
  for (let phase = 0; phase < 60; phase += PHASE_A_STEP) {
    const [here, there] = [fieldsAt(phase), fieldsAt(phase + PHASE_A_STEP)];
    here.forEach((field, i) => {
      expect(Math.abs(field.x - (there[i]?.x ?? 9)) * 1_280).toBeLessThan(10);
      expect(Math.abs(field.y - (there[i]?.y ?? 9)) * 800).toBeLessThan(10);
      expect(Math.hypot(field.x - (home[i]?.x ?? 9), field.y - (home[i]?.y ?? 9))).toBeLessThan(0.2);
    });
  }
});

test("one mood becomes another, the same however often it is looked at, and text can be read all the way", () => {
  const once = becoming(noon, rain, 1_000);
  const twice = becoming(becoming(noon, rain, 400), rain, 600);
  expect(distance(once, twice)).toBeLessThan(1e-9);
  for (let ms = 0; ms <= 4_000; ms += 100)
    expect(leastContrast(INK_SOFT, becoming(noon, rain, ms))).toBeGreaterThanOrEqual(LEAST_CONTRAST);
  expect(distance(becoming(noon, rain, 4_000), rain)).toBeLessThan(2 / 255);
  expect(distance(noon, noon)).toBe(0);
});
