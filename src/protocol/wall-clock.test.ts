import { afterEach, expect, test } from "vitest";
import { wallClock } from "./wall-clock.ts";

const machineZone = process.env.TZ;
afterEach(() => {
  if (machineZone === undefined) delete process.env.TZ;
  else process.env.TZ = machineZone;
});

const places = [
  ["2026-07-03T23:30:00Z", "Europe/Berlin", "2026-07-04", 6, 90],
  ["2026-07-03T23:30:00Z", "America/New_York", "2026-07-03", 5, 19 * 60 + 30],
  ["2026-07-03T23:30:00Z", "Asia/Kolkata", "2026-07-04", 6, 5 * 60],
  ["2026-07-04T00:00:00Z", "UTC", "2026-07-04", 6, 0],
  ["2026-12-31T23:59:59Z", "Asia/Tokyo", "2027-01-01", 5, 9 * 60 - 1],
] as const;

test.each(places)("%s in %s is %s, weekday %s, minute %s", (instant, zone, date, day, minute) => {
  const wall = wallClock(Date.parse(instant), zone);
  expect([wall.today, wall.minute]).toEqual([{ date, day }, minute]);
  expect(wall.yesterday.day).toBe((day + 6) % 7);
});

test("a zone that is set while it runs holds at once", () => {
  for (const [instant, zone] of places) {
    process.env.TZ = zone;
    expect(wallClock(Date.parse(instant))).toEqual(wallClock(Date.parse(instant), zone));
  }
});
