import { expect, test } from "vitest";
import { wallClock } from "./wall-clock.ts";

test.each([
  ["2026-07-03T23:30:00Z", "Europe/Berlin", "2026-07-04", 6, 90],
  ["2026-07-03T23:30:00Z", "America/New_York", "2026-07-03", 5, 19 * 60 + 30],
  ["2026-07-03T23:30:00Z", "Asia/Kolkata", "2026-07-04", 6, 5 * 60],
  ["2026-07-04T00:00:00Z", "UTC", "2026-07-04", 6, 0],
  ["2026-12-31T23:59:59Z", "Asia/Tokyo", "2027-01-01", 5, 9 * 60 - 1],
])("%s in %s is %s, weekday %s, minute %s", (instant, zone, date, day, minute) => {
  const wall = wallClock(Date.parse(instant), zone);
  expect([wall.today, wall.minute]).toEqual([{ date, day }, minute]);
  expect(wall.yesterday.day).toBe((day + 6) % 7);
});
