import { expect, test } from "vitest";
import { nextOpening } from "./next-opening.ts";
import type { OpeningSettings } from "./opening-hours.ts";

const zone = "Europe/Berlin";
const at = (text: string): number => Date.parse(text);
const weekdays: OpeningSettings = {
  openingHours: [
    { days: [1, 2, 3, 4, 5], from: "09:00", to: "12:30" },
    { days: [1, 2, 3, 4, 5], from: "14:00", to: "18:00" },
  ],
  holidays: [],
  temporaryStop: null,
};

test.each([
  ["at night", "2026-11-20T05:00+01:00", "2026-11-20T09:00+01:00"],
  ["at noon", "2026-11-20T13:00+01:00", "2026-11-20T14:00+01:00"],
  ["over a weekend", "2026-11-20T18:30+01:00", "2026-11-23T09:00+01:00"],
  ["over a night when clocks are set back", "2026-10-24T12:00+02:00", "2026-10-26T09:00+01:00"],
  ["over a night when clocks are set forward", "2026-03-28T12:00+01:00", "2026-03-30T09:00+02:00"],
])("closed %s, it opens with the next span", (_, now, opens) => {
  expect(nextOpening(weekdays, at(now), zone)).toBe(at(opens));
});

test("a holiday is left out, and its own hours count", () => {
  const holidays = [
    { date: "2026-11-23", open: [] },
    { date: "2026-11-24", open: [{ from: "11:00", to: "12:00" }] },
  ];
  expect(nextOpening({ ...weekdays, holidays }, at("2026-11-20T19:00+01:00"), zone)).toBe(
    at("2026-11-24T11:00+01:00"),
  );
});

test("where there are no hours, a holiday ends at midnight", () => {
  const always = { ...weekdays, openingHours: [], holidays: [{ date: "2026-12-25", open: [] }] };
  expect(nextOpening(always, at("2026-12-25T10:00+01:00"), zone)).toBe(at("2026-12-26T00:00+01:00"));
});

test("a temporary stop ends where it says, or with the hours after it; one without an end has none", () => {
  const stopped = (until: number | null) => ({ ...weekdays, temporaryStop: { until } });
  const now = at("2026-11-20T10:00+01:00");
  const soon = at("2026-11-20T11:15+01:00");
  expect(nextOpening(stopped(soon), now, zone)).toBe(soon);
  expect(nextOpening(stopped(at("2026-11-20T13:00+01:00")), now, zone)).toBe(at("2026-11-20T14:00+01:00"));
  expect(nextOpening(stopped(null), now, zone)).toBeNull();
});

test("who never opens has no hour to tell", () => {
  const never = { ...weekdays, openingHours: [{ days: [], from: "09:00", to: "09:00" }] };
  expect(nextOpening(never, at("2026-11-20T10:00+01:00"), zone)).toBeNull();
});
