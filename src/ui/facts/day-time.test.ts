import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { onTimeZone, useTimeZone } from "../languages/tables.ts";
import { momentText, timeText, untilText } from "./day-time.ts";

const at = (day: number, hour: number): number => new Date(2026, 10, day, hour, 7).getTime();

beforeEach(() => void vi.stubGlobal("navigator", { languages: ["en-US"] }));
afterEach(() => void vi.unstubAllGlobals());

test("a time is said as shortly as it can be told from others", () => {
  const now = at(21, 9);
  expect(timeText(now)).toBe("09:07");
  expect(untilText(at(21, 14), now)).toBe("14:07");
  expect(untilText(at(22, 9), now)).toBe("Sun 09:07");
  expect(untilText(new Date(2026, 11, 3).getTime(), now)).toBe("Dec 3");
});

test("a date is told as this browser's kind of English does", () => {
  const now = at(21, 9);
  for (const [own, moment, date] of [
    [["de-CH", "en-GB", "en"], "Sat 21 Nov, 09:07", "3 Dec"],
    [["en-US"], "Sat, Nov 21, 09:07", "Dec 3"],
    // What Intl knows nothing of, or is another language.
    [["en-US@posix"], "Sat, Nov 21, 09:07", "Dec 3"],
    [["de"], "Sat, Nov 21, 09:07", "Dec 3"],
  ] as const) {
    vi.stubGlobal("navigator", { languages: own });
    expect([momentText(now), untilText(new Date(2026, 11, 3).getTime(), now)]).toEqual([moment, date]);
  }
});

test("times are told by the appliance's clock, wherever the page is", () => {
  const noon = Date.UTC(2026, 10, 22, 12);
  for (const [zone, time] of [
    ["Europe/Berlin", "13:00"],
    ["Asia/Kolkata", "17:30"],
    ["UTC", "12:00"],
  ] as const) {
    useTimeZone(zone);
    expect(timeText(noon)).toBe(time);
  }
  // What no browser knows is told by its own clock.
  useTimeZone("Moon/Tranquillity");
  expect(timeText(noon)).toBe(new Intl.DateTimeFormat("en-GB", { timeStyle: "short" }).format(noon));
});

test("what has told a time before the zone was known tells it anew, once", () => {
  let told = 0;
  onTimeZone(() => told++);
  for (const zone of ["Asia/Tokyo", "Asia/Tokyo", "Moon/Tranquillity", "Moon/Tranquillity"])
    useTimeZone(zone);
  expect(told).toBe(2);
});
