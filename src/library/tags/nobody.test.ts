import { expect, test } from "vitest";
import { isMereNumber, isNobody } from "./nobody.ts";

test.each([
  "Unknown Artist",
  "[unknown]",
  "<unknown>",
  "VARIOUS ARTISTS",
  "Unbekannter Interpret",
  "不明なアーティスト",
])("%s is nobody", (name) => {
  expect(isNobody(name)).toBe(true);
});

test.each([
  "Unknown Mortal Orchestra",
  "Various Cruelties",
  "Artist 7",
  "The Unknown",
  "Unknown Artist Band",
])("%s is somebody", (name) => {
  expect(isNobody(name)).toBe(false);
});

test.each(["Track 1", "track 07", "AudioTrack 03", "Titel 12", "Piste 4", "07", "トラック 2"])(
  "“%s” says nothing of a song",
  (title) => {
    expect(isMereNumber(title)).toBe(true);
  },
);

test.each(["99 Luftballons", "Track Star", "1979", "Seven", "Interlude 3", "Pista de baile"])(
  "“%s” is a title",
  (title) => {
    expect(isMereNumber(title)).toBe(false);
  },
);
