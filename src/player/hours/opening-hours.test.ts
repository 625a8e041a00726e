import { describe, expect, test } from "vitest";
import { wallClock } from "../../protocol/wall-clock.ts";
import { isOpen, type OpeningSettings } from "./opening-hours.ts";

const always: OpeningSettings = { openingHours: [], holidays: [], temporaryStop: null };
const workdays = [1, 2, 3, 4, 5];
const cafe: OpeningSettings = {
  ...always,
  openingHours: [
    { days: workdays, from: "08:00", to: "14:00" },
    { days: workdays, from: "17:00", to: "22:30" },
    { days: [5, 6], from: "22:00", to: "03:00" },
  ],
  holidays: [
    { date: "2026-12-24", open: [{ from: "10:00", to: "12:00" }] },
    { date: "2026-12-25", open: [] },
  ],
};

/** At a time on a wall in Vienna. */
function openAt(settings: OpeningSettings, utc: string, trusted = true): boolean {
  const now = Date.parse(utc);
  return isOpen(settings, { now, wall: wallClock(now, "Europe/Vienna"), trusted });
}

describe("by the hours of the week", () => {
  test.each([
    ["Monday before it opens", "2026-11-23T06:59:00Z", false],
    ["Monday when it opens", "2026-11-23T07:00:00Z", true],
    ["the last minute before the break", "2026-11-23T12:59:00Z", true],
    ["in the break", "2026-11-23T13:00:00Z", false],
    ["in the evening", "2026-11-23T20:00:00Z", true],
    ["Monday night", "2026-11-23T21:30:00Z", false],
    ["Friday, past midnight", "2026-11-28T01:59:00Z", true],
    ["Friday's end on Saturday", "2026-11-28T02:00:00Z", false],
    ["Saturday by day", "2026-11-28T11:00:00Z", false],
    ["Saturday's night on Sunday", "2026-11-29T00:30:00Z", true],
    ["Sunday by day", "2026-11-29T11:00:00Z", false],
  ])("%s", (_, utc, open) => {
    expect(openAt(cafe, utc)).toBe(open);
  });

  test("without hours it is always open", () => {
    for (const utc of ["2026-11-23T00:00:00Z", "2026-11-29T03:33:00Z"])
      expect(openAt(always, utc)).toBe(true);
  });

  test("from a time to the same time is 24 hours", () => {
    const day = { ...always, openingHours: [{ days: [3], from: "10:00", to: "10:00" }] };
    expect(openAt(day, "2026-11-25T08:59:00Z")).toBe(false);
    expect(openAt(day, "2026-11-25T09:00:00Z")).toBe(true);
    expect(openAt(day, "2026-11-26T08:59:00Z")).toBe(true);
    expect(openAt(day, "2026-11-26T09:00:00Z")).toBe(false);
  });
});

describe("on holidays", () => {
  test.each([
    ["their own hours hold", "2026-12-24T09:30:00Z", true],
    ["and not those of the weekday", "2026-12-24T12:00:00Z", false],
    ["without any it is closed", "2026-12-25T10:00:00Z", false],
    ["and so is the night that would have begun on it", "2026-12-26T00:30:00Z", false],
  ])("%s", (_, utc, open) => {
    expect(openAt(cafe, utc)).toBe(open);
  });

  test("the night that began the day before goes on", () => {
    const settings = { ...cafe, holidays: [{ date: "2026-11-28", open: [] }] };
    expect(openAt(settings, "2026-11-28T01:00:00Z")).toBe(true);
    expect(openAt(settings, "2026-11-28T23:30:00Z")).toBe(false);
  });

  test("they hold also where it is open always otherwise", () => {
    const settings = { ...always, holidays: [{ date: "2026-12-25", open: [] }] };
    expect(openAt(settings, "2026-12-24T22:59:00Z")).toBe(true);
    expect(openAt(settings, "2026-12-24T23:00:00Z")).toBe(false);
    expect(openAt(settings, "2026-12-25T23:00:00Z")).toBe(true);
  });
});

describe("a temporary stop", () => {
  const noon = Date.parse("2026-11-23T11:00:00Z");

  test("outranks the hours until it ends, or until it is taken back", () => {
    const stopped = { ...cafe, temporaryStop: { until: noon } };
    expect(openAt(stopped, "2026-11-23T10:59:59Z")).toBe(false);
    expect(openAt(stopped, "2026-11-23T11:00:00Z")).toBe(true);
    expect(openAt({ ...cafe, temporaryStop: { until: null } }, "2026-11-23T11:00:00Z")).toBe(false);
  });

  test("outranks a holiday that has hours", () => {
    const within = "2026-12-24T09:30:00Z";
    expect(openAt(cafe, within)).toBe(true);
    expect(openAt({ ...cafe, temporaryStop: { until: null } }, within)).toBe(false);
    const stopped = { ...cafe, temporaryStop: { until: Date.parse(within) } };
    expect(openAt(stopped, "2026-12-24T09:29:59Z")).toBe(false);
    expect(openAt(stopped, within)).toBe(true);
  });

  test("holds also while the time is not known", () => {
    expect(openAt({ ...cafe, temporaryStop: { until: null } }, "1970-01-01T00:00:00Z", false)).toBe(false);
  });
});

test("while the time is not known it counts as open", () => {
  expect(openAt(cafe, "1970-01-01T03:00:00Z", false)).toBe(true);
});

describe("when clocks are set", () => {
  const night = { ...always, openingHours: [{ days: [6], from: "22:00", to: "04:00" }] };

  test("forward, a night ends by the clock on the wall, an hour earlier", () => {
    expect(openAt(night, "2026-03-28T21:00:00Z")).toBe(true);
    expect(openAt(night, "2026-03-29T01:59:00Z")).toBe(true);
    expect(openAt(night, "2026-03-29T02:00:00Z")).toBe(false);
  });

  test("back, it lasts an hour longer", () => {
    expect(openAt(night, "2026-10-25T02:59:00Z")).toBe(true);
    expect(openAt(night, "2026-10-25T03:00:00Z")).toBe(false);
  });

  test("a span within the skipped hour is left out, and one in the repeated hour comes twice", () => {
    const early = { ...always, openingHours: [{ days: [0], from: "02:15", to: "02:45" }] };
    for (let minute = 0; minute < 180; minute += 5)
      expect(openAt(early, new Date(Date.UTC(2026, 2, 29, 0, minute)).toISOString())).toBe(false);
    expect(openAt(early, "2026-10-25T00:30:00Z")).toBe(true);
    expect(openAt(early, "2026-10-25T01:00:00Z")).toBe(false);
    expect(openAt(early, "2026-10-25T01:30:00Z")).toBe(true);
  });
});
