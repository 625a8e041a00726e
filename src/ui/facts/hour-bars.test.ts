import { expect, onTestFinished, test } from "vitest";
import { useTimeZone } from "../languages/tables.ts";
import { hourDrawing, playsByDay } from "./hour-bars.ts";

const HOUR_MS = 3_600_000;
const now = Date.UTC(2026, 10, 22, 12, 30);
const hour = (back: number, plays: number, asked = 0) => ({
  at: Math.floor(now / HOUR_MS) * HOUR_MS - back * HOUR_MS,
  ...{ plays, asked, skipped: 0 },
});

test("the present hour stands at the right end, and the highest bar below the highest line", () => {
  const { bars, plays, busiest } = hourDrawing([hour(1, 16, 4), hour(0, 8)], now, 7);
  expect(plays).toBe(24);
  expect(busiest).toBe(hour(1, 0).at);
  expect(bars.map(({ height, askedHeight }) => [height, askedHeight])).toEqual([
    [0.8, 0.2],
    [0.4, 0],
  ]);
  const last = bars[1];
  expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(1);
});

test("what is older than the span is left out, and nothing at all is a drawing too", () => {
  expect(hourDrawing([hour(24 * 7, 3)], now, 7)).toMatchObject({
    bars: [],
    plays: 0,
    busiest: null,
  });
});

test.each([
  [1, [0, 1]],
  [3, [0, 1, 2, 3]],
  [7, [0, 2, 4, 6, 8]],
  [16, [0, 5, 10, 15, 20]],
  [40, [0, 10, 20, 30, 40]],
  [125, [0, 50, 100, 150]],
])("a highest bar of %i has a scale of round numbers beside it, and stands below its last", (most, marks) => {
  const { bars, scale } = hourDrawing([hour(1, most)], now, 7);
  expect(scale.map(({ songs }) => songs)).toEqual(marks);
  for (const { songs, height } of scale) expect(height).toBeCloseTo(songs / (marks.at(-1) ?? 1));
  expect(bars[0]?.height).toBeCloseTo(most / (marks.at(-1) ?? 1));
});

test.each([
  ["UTC", 0],
  ["Europe/Berlin", 23],
  ["Asia/Kathmandu", 18.25],
])("each day has its beginning, in %s by its own clock", (zone, utcHour) => {
  useTimeZone(zone);
  onTestFinished(() => useTimeZone("UTC"));
  const { days } = hourDrawing([], now, 7);
  expect(days.length).toBe(7);
  for (const { at } of days) expect((at / HOUR_MS) % 24).toBe(utcHour);
});

test("in a day's last hour the drawing begins with a day, which is one of the seven", () => {
  const { days } = hourDrawing([], Date.UTC(2026, 10, 22, 23, 30), 7);
  expect(days.map(({ x }) => Math.round(x * 7))).toEqual([0, 1, 2, 3, 4, 5, 6]);
});

test("whoever hears the page is told of each day that had a song, and of what was asked for in it", () => {
  useTimeZone("UTC");
  const drawing = hourDrawing([hour(40, 5, 2), hour(14, 1), hour(13, 3), hour(1, 16, 4)], now, 7);
  expect(playsByDay(drawing).map(({ plays, asked }) => [plays, asked])).toEqual([
    [5, 2],
    [4, 0],
    [16, 4],
  ]);
});
