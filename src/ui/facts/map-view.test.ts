import { expect, test } from "vitest";
import type { MoodFill } from "../../protocol/figures.ts";
import { fillText, minutesText } from "./map-view.ts";

const calm: MoodFill = {
  label: "calm",
  tracks: 12,
  minutes: 44,
  fillsAnHour: false,
  fillsADay: false,
  missing: 5,
  missingForADay: 150,
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

test("a mood that runs dry says how many songs to add, for an hour first, then for a day", () => {
  expect(fillText(calm)).toBe("Runs dry within an hour: add 5 songs like that.");
  expect(fillText({ ...calm, missing: 1 })).toBe("Runs dry within an hour: add one song like that.");
  expect(fillText({ ...calm, fillsAnHour: true, missing: 0 })).toBe(
    "Fills an hour. For a whole day without repeating, add 150 songs.",
  );
  expect(fillText({ ...calm, fillsAnHour: true, fillsADay: true, missing: 0, missingForADay: 0 })).toBe(
    "Fills a day without repeating.",
  );
});
