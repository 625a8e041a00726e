import { expect, test } from "vitest";
import { hourDrawing } from "./hour-bars.ts";

const HOUR_MS = 3_600_000;
const now = Date.UTC(2026, 10, 22, 12, 30);
const hour = (back: number, plays: number, asked = 0) => ({
  at: Math.floor(now / HOUR_MS) * HOUR_MS - back * HOUR_MS,
  ...{ plays, asked, skipped: 0 },
});

test("the present hour stands at the right end, and the highest bar is as high as the drawing", () => {
  const { bars, plays, most, busiest } = hourDrawing([hour(1, 16, 4), hour(0, 8)], now, 7);
  expect(plays).toBe(24);
  expect(most).toBe(16);
  expect(busiest).toBe(hour(1, 0).at);
  expect(bars.map(({ height, askedHeight }) => [height, askedHeight])).toEqual([
    [1, 0.25],
    [0.5, 0],
  ]);
  const last = bars[1];
  expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(1);
});

test("what is older than the span is left out, and nothing at all is a drawing too", () => {
  expect(hourDrawing([hour(24 * 7, 3)], now, 7)).toMatchObject({
    bars: [],
    plays: 0,
    most: 1,
    busiest: null,
  });
});

test("each day has its beginning", () => {
  expect(hourDrawing([], now, 7).days.length).toBe(7);
});
