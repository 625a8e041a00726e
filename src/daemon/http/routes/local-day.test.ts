import { afterEach, expect, test } from "vitest";
import { dayAfter, dayOf, firstOfMonth, startOfDay, utcTime, wallTime } from "./local-day.ts";

const zone = process.env.TZ;
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

const hours = (day: string) => ((dayAfter(day) ?? 0) - (startOfDay(day) ?? 0)) / 3_600_000;

test("a day begins at local midnight and has the hours that the clocks gave it", () => {
  process.env.TZ = "Europe/Berlin";
  expect(wallTime(startOfDay("2026-11-21") ?? 0)).toBe("2026-11-21 00:00:00");
  expect(hours("2026-11-21")).toBe(24);
  expect(hours("2026-03-29")).toBe(23);
  expect(hours("2026-10-25")).toBe(25);
  expect(wallTime(dayAfter("2026-12-31") ?? 0)).toBe("2027-01-01 00:00:00");
});

test("a time is told as the clock on the wall has it, and by UTC", () => {
  const at = Date.UTC(2026, 5, 30, 23, 0, 59, 999);
  process.env.TZ = "Asia/Kathmandu";
  expect(wallTime(at)).toBe("2026-07-01 04:45:59");
  expect(dayOf(at)).toBe("2026-07-01");
  process.env.TZ = "America/St_Johns";
  expect(wallTime(at)).toBe("2026-06-30 20:30:59");
  expect(firstOfMonth(dayOf(at))).toBe("2026-06-01");
  expect(utcTime(at)).toBe("2026-06-30T23:00:59Z");
});

test.each(["2026-02-30", "2026-13-01", "2026-00-10", "2026-11-31"])("%s is no day", (day) => {
  expect(startOfDay(day)).toBeNull();
  expect(dayAfter(day)).toBeNull();
});
