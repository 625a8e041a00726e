import { expect, test } from "vitest";
import { someState } from "../testing-state.ts";
import { leftText, workNotes } from "./work-notes.ts";

const { library } = someState();

test("nothing is said while there is no long work", () => {
  expect(workNotes(library)).toEqual([]);
});

test("a scan says how far it is and how long to go, and what follows it waits", () => {
  const scan = { done: 1_204, of: 56_000, leftMs: 190_000 };
  expect(workNotes({ ...library, scan, analysis: { done: 1, of: 2, leftMs: null } })).toEqual([
    "Reading your music: 1,204 of 56,000 files, about 3 minutes left",
  ]);
});

test("covers and listening go on side by side; a time that can't be told is left out", () => {
  expect(
    workNotes({
      ...library,
      covers: { done: 10, of: 12, leftMs: 4_000 },
      analysis: { done: 3, of: 900, leftMs: null },
    }),
  ).toEqual(["Covers: 10 of 12, less than a minute left", "Listening for moods: 3 of 900 songs"]);
});

test.each([
  [0, "less than a minute left"],
  [60_000, "about a minute left"],
  [44 * 60_000, "about 44 minutes left"],
  [119 * 60_000, "about 2 hours left"],
  [47 * 3_600_000, "about 47 hours left"],
  [72 * 3_600_000, "about 3 days left"],
])("%i ms are %s", (ms, text) => {
  expect(leftText(ms)).toBe(text);
});
