import { expect, test } from "vitest";
import type { Daypart } from "../protocol/mood.ts";
import { type WallClock, wallClock } from "../protocol/wall-clock.ts";
import { daypartAt } from "./daypart.ts";

const part = (name: string, days: number[], from: string, to: string): Daypart => ({
  name,
  days,
  from,
  to,
  affect: null,
  policy: null,
  policyByMood: {},
  allowExplicit: null,
  highestArousal: null,
});

const everyDay = [0, 1, 2, 3, 4, 5, 6];
const week = [
  part("day", everyDay, "08:00", "18:00"),
  part("lunch", [1, 2, 3, 4, 5], "12:00", "14:00"),
  part("late", [5, 6], "22:00", "02:30"),
  part("sunday", [0], "06:00", "06:00"),
];
const names = "Sun Mon Tue Wed Thu Fri Sat".split(" ");

const wallAt = (day: number, minute: number): WallClock => ({
  today: { date: "", day },
  yesterday: { date: "", day: (day + 6) % 7 },
  minute,
});

test.each<[string, string, string | null]>([
  ["Mon", "07:59", null],
  ["Mon", "08:00", "day"],
  ["Mon", "11:59", "day"],
  ["Mon", "12:00", "lunch"],
  ["Mon", "14:00", "day"],
  ["Mon", "18:00", null],
  ["Sat", "12:30", "day"],
  ["Fri", "21:59", null],
  ["Fri", "22:00", "late"],
  ["Fri", "00:00", null],
  ["Sat", "00:00", "late"],
  ["Sat", "02:29", "late"],
  ["Sat", "02:30", null],
  ["Sat", "23:00", "late"],
  ["Sun", "02:00", "late"],
  ["Sun", "05:59", null],
  ["Sun", "06:00", "sunday"],
  ["Sun", "12:00", "sunday"],
  ["Mon", "05:59", "sunday"],
  ["Mon", "06:00", null],
])("on %s at %s it is %s", (day, time, expected) => {
  const [hours, minutes] = time.split(":").map(Number);
  expect(daypartAt(week, wallAt(names.indexOf(day), (hours ?? 0) * 60 + (minutes ?? 0)))?.name ?? null).toBe(
    expected,
  );
});

test("without parts of the day none holds", () => {
  expect(daypartAt([], wallAt(3, 700))).toBeNull();
});

test.each([
  // Forward: after 01:59 the clock shows 03:00, so this part has no minute that night.
  ["2026-03-29T00:59:00Z", null],
  ["2026-03-29T01:00:00Z", null],
  // Any other night it holds.
  ["2026-03-30T00:30:00Z", "small hours"],
  // Back: 02:30 is shown twice, and it holds both times.
  ["2026-10-25T00:30:00Z", "small hours"],
  ["2026-10-25T01:30:00Z", "small hours"],
  ["2026-10-25T02:30:00Z", null],
])("in the small hours of %s, when Berlin's clocks may change, %s holds", (instant, expected) => {
  const parts = [part("small hours", everyDay, "02:00", "03:00")];
  expect(daypartAt(parts, wallClock(Date.parse(instant), "Europe/Berlin"))?.name ?? null).toBe(expected);
});

test("a night that the clocks change in ends when the clock on the wall says so", () => {
  const night = [part("night", [6], "22:00", "06:00")];
  const at = (instant: string) => daypartAt(night, wallClock(Date.parse(instant), "Europe/Berlin"))?.name;
  expect([at("2026-03-28T21:00:00Z"), at("2026-03-29T03:59:00Z"), at("2026-03-29T04:00:00Z")]).toEqual([
    "night",
    "night",
    undefined,
  ]);
  expect([at("2026-10-25T04:59:00Z"), at("2026-10-25T05:00:00Z")]).toEqual(["night", undefined]);
});
