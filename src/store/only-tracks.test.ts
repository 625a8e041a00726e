import { afterEach, beforeEach, expect, test } from "vitest";
import { anyCandidate, openTestStore, scannedFile, type TestStore } from "./testing.ts";

let opened: TestStore;
beforeEach(async () => {
  opened = await openTestStore();
  await opened.store.library.put(
    ["a", "b", "c"].map((title) =>
      scannedFile(`/${title}.mp3`, { track: { title, explicit: title === "c" } }),
    ),
  );
});
afterEach(() => opened.remove());

test("asked about single songs the store answers those alone, and by the same rules", async () => {
  const { library } = opened.store;
  const { tracks } = await library.list({ search: null, limit: 3, offset: 0 });
  const idOf = (title: string) => tracks.find((track) => track.title === title)?.id ?? "";
  const titles = async (given: Parameters<typeof anyCandidate>[0]) =>
    (await library.candidates(anyCandidate(given))).map(({ track }) => track.title).toSorted();
  const onlyTracks = [idOf("b"), idOf("c"), "no song"];
  expect(await titles({ onlyTracks })).toEqual(["b", "c"]);
  expect(await titles({ onlyTracks, allowExplicit: false })).toEqual(["b"]);
  expect(await titles({ onlyTracks, notTracks: [idOf("b")] })).toEqual(["c"]);
  expect(await titles({ onlyTracks: [] })).toEqual([]);
  expect(await titles({})).toEqual(["a", "b", "c"]);
});
