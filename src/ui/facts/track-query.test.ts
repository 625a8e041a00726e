import { expect, test } from "vitest";
import { type TrackQuery, trackAddress } from "./track-query.ts";

const all: TrackQuery = { search: "", filter: "all", order: "title" };

test("a search goes out without the blanks around it, and is safe in an address", () => {
  expect(trackAddress({ ...all, search: " ana & lúz " })).toBe(
    "/api/library/tracks?search=ana+%26+l%C3%BAz&order=title&limit=100",
  );
});

test("what has no mood, what a source says and what can't be played are asked for each in its way", () => {
  expect(trackAddress({ ...all, filter: "none" })).toContain("from=none");
  expect(trackAddress({ ...all, filter: "sound" })).toContain("from=sound");
  expect(trackAddress({ ...all, filter: "unplayable" })).toContain("?unplayable=true&");
});

test("later pages say from where on", () => {
  expect(trackAddress(all, { offset: 200 })).toBe("/api/library/tracks?order=title&limit=100&offset=200");
});
