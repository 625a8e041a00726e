import { expect, test } from "vitest";
import type { MoodFill } from "../../protocol/figures.ts";
import { fillShares, fillText, minutesText } from "./map-view.ts";

const calm: MoodFill = {
  label: "calm",
  tracks: 12,
  minutes: 44,
  fillsAnHour: false,
  fillsADay: false,
  missing: 5,
  missingForADay: 150,
  missingMinutes: 16,
  missingMinutesForADay: 556,
  genres: ["Ambient", "Piano"],
  around: { valence: 0.3, arousal: -0.5 },
};

test.each([
  [0, "0 min"],
  [44.4, "44 min"],
  [135, "2.3 h"],
  [9_600, "160 h"],
])("%i minutes are %s", (minutes, text) => {
  expect(minutesText(minutes)).toBe(text);
});

test("a mood that runs dry says how much to add, for an hour first, then for a day, and which genres are near", () => {
  const near = "Of your genres Ambient and Piano are near.";
  expect(fillText(calm)).toBe(`Runs dry within an hour. Add about 20 minutes (5 songs). ${near}`);
  expect(fillText({ ...calm, missing: 1, missingMinutes: 0.5, genres: [] })).toBe(
    "Runs dry within an hour. Add about 5 minutes (one song).",
  );
  const fillsAnHour = { ...calm, fillsAnHour: true, missing: 0 };
  expect(fillText({ ...fillsAnHour, genres: ["Dub"] })).toBe(
    "Fills an hour. Add about 9.5 hours (150 songs) to fill a day. Of your genres Dub is near.",
  );
  expect(fillText({ ...fillsAnHour, missingMinutesForADay: 1_441, genres: [] })).toContain("about 25 hours");
  expect(fillText({ ...fillsAnHour, fillsADay: true, missingForADay: 0 })).toBe(
    "Fills a day without repeating.",
  );
});

test("a meter shows how far a mood is on its way to a day, and where an hour lies on it", () => {
  expect(fillShares({ ...calm, minutes: 150, missingMinutesForADay: 450 })).toEqual({
    full: 0.25,
    hour: 0.1,
  });
  expect(fillShares({ ...calm, minutes: 900, missingMinutesForADay: 0 })).toEqual({ full: 1, hour: 1 });
  expect(fillShares({ ...calm, minutes: 0, missingMinutesForADay: 30 })).toEqual({ full: 0, hour: 1 });
});
