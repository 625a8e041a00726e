import { expect, onTestFinished, test } from "vitest";
import { useTimeZone } from "../languages/tables.ts";
import { wallDate, wallMoment, wallText } from "./wall-date.ts";

test.each([
  ["UTC", 22],
  ["Asia/Tokyo", 23],
  ["America/Los_Angeles", 22],
])("the day is the one that it is at the appliance: %s", (zone, day) => {
  useTimeZone(zone);
  onTestFinished(() => useTimeZone("UTC"));
  const date = wallDate(Date.UTC(2026, 10, 22, 20));
  expect([date.getFullYear(), date.getMonth(), date.getDate()]).toEqual([2026, 10, day]);
});

test.each([
  ["UTC", "2026-11-22T18:00", "2026-11-22T18:00Z"],
  ["Europe/Berlin", "2026-11-22T18:00", "2026-11-22T17:00Z"],
  ["Asia/Kathmandu", "2026-11-22T00:05", "2026-11-21T18:20Z"],
  ["America/New_York", "2026-03-08T01:59", "2026-03-08T06:59Z"],
  ["America/New_York", "2026-03-08T03:00", "2026-03-08T07:00Z"],
  ["Europe/Berlin", "2026-03-29T01:59", "2026-03-29T00:59Z"],
  ["Europe/Berlin", "2026-03-29T03:00", "2026-03-29T01:00Z"],
  ["Europe/Berlin", "2026-10-25T03:00", "2026-10-25T02:00Z"],
])("a moment is put in and told by the appliance's clock: in %s it is %s", (zone, text, utc) => {
  useTimeZone(zone);
  onTestFinished(() => useTimeZone("UTC"));
  expect(wallMoment(text)).toBe(Date.parse(utc));
  expect(wallText(Date.parse(utc) + 59_999)).toBe(text);
});

test("an hour that is skipped is taken for one beside it, and what is no time for none", () => {
  useTimeZone("Europe/Berlin");
  onTestFinished(() => useTimeZone("UTC"));
  expect(wallMoment("2026-03-29T02:30")).toBe(Date.parse("2026-03-29T01:30Z"));
  expect(wallMoment("")).toBeNull();
});
