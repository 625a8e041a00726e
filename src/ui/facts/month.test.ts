import { expect, test } from "vitest";
import { isBackwards, lastMonth, playsAddress, playsFile, thisMonth } from "./month.ts";

test("last month is whole, also over the end of a year and in a leap year", () => {
  expect(lastMonth(new Date(2026, 10, 21))).toEqual({ from: "2026-10-01", to: "2026-10-31" });
  expect(lastMonth(new Date(2026, 0, 31))).toEqual({ from: "2025-12-01", to: "2025-12-31" });
  expect(lastMonth(new Date(2028, 2, 31))).toEqual({ from: "2028-02-01", to: "2028-02-29" });
});

test("a day that is not named has no limit", () => {
  expect(playsAddress({ from: "2026-10-01", to: "2026-10-31" })).toBe(
    "/api/plays.csv?from=2026-10-01&to=2026-10-31",
  );
  expect(playsAddress({ from: "", to: "2026-10-31" })).toBe("/api/plays.csv?to=2026-10-31");
  expect(playsAddress({ from: "", to: "" })).toBe("/api/plays.csv");
});

test("a span whose end comes first is told from one day and from one without an end", () => {
  expect(isBackwards({ from: "2026-11-02", to: "2026-11-01" })).toBe(true);
  expect(isBackwards({ from: "2026-11-01", to: "2026-11-01" })).toBe(false);
  expect(isBackwards({ from: "2026-11-02", to: "" })).toBe(false);
});

test("this month goes from its first day to today", () => {
  expect(thisMonth(new Date(2026, 10, 21))).toEqual({ from: "2026-11-01", to: "2026-11-21" });
  expect(thisMonth(new Date(2027, 0, 1))).toEqual({ from: "2027-01-01", to: "2027-01-01" });
});

test("the file is called by its days", () => {
  expect(playsFile({ from: "2026-11-01", to: "2026-11-21" })).toBe("plays-2026-11-01-to-2026-11-21.csv");
  expect(playsFile({ from: "", to: "2026-11-21" })).toBe("plays-2026-11-21.csv");
  expect(playsFile({ from: "", to: "" })).toBe("plays.csv");
});
