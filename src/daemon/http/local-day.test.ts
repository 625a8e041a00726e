import { afterEach, expect, test } from "vitest";
import { dayAfter, localTime, startOfDay } from "./local-day.ts";

const zone = process.env.TZ;
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

const hours = (day: string) => ((dayAfter(day) ?? 0) - (startOfDay(day) ?? 0)) / 3_600_000;

test("a day begins at local midnight and has the hours that the clocks gave it", () => {
  process.env.TZ = "Europe/Berlin";
  expect(localTime(startOfDay("2026-11-21") ?? 0)).toBe("2026-11-21T00:00:00+01:00");
  expect(hours("2026-11-21")).toBe(24);
  expect(hours("2026-03-29")).toBe(23);
  expect(hours("2026-10-25")).toBe(25);
  expect(localTime(dayAfter("2026-12-31") ?? 0)).toBe("2027-01-01T00:00:00+01:00");
});

test("the offset is told to the minute, east and west", () => {
  const at = Date.UTC(2026, 5, 1, 12, 0, 59, 999);
  process.env.TZ = "Asia/Kathmandu";
  expect(localTime(at)).toBe("2026-06-01T17:45:59+05:45");
  process.env.TZ = "America/St_Johns";
  expect(localTime(at)).toBe("2026-06-01T09:30:59-02:30");
  process.env.TZ = "UTC";
  expect(localTime(at)).toBe("2026-06-01T12:00:59+00:00");
});

test.each(["2026-02-30", "2026-13-01", "2026-00-10", "2026-11-31"])("%s is no day", (day) => {
  expect(startOfDay(day)).toBeNull();
  expect(dayAfter(day)).toBeNull();
});
