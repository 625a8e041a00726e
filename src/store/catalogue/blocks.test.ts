import { afterEach, beforeEach, expect, test } from "vitest";
import { anyCandidate, openTestStore, scannedFile, type TestStore } from "../testing.ts";

let opened: TestStore;
beforeEach(async () => {
  opened = await openTestStore();
  await opened.store.library.put([
    scannedFile("/music/a.mp3", { track: { title: "A", artists: ["Björk"] } }),
    scannedFile("/music/b.mp3", { track: { title: "B", artists: ["Someone", "BJÖRK"] } }),
    scannedFile("/music/c.mp3", { track: { title: "C", artists: ["Someone"] } }),
  ]);
});
afterEach(() => opened.remove());

/** By title: equals come in no order of their own. */
const chosen = async (): Promise<string[]> =>
  (await opened.store.library.candidates(anyCandidate())).map(({ track }) => track.title).toSorted();

const idOf = async (title: string): Promise<string> =>
  (await opened.store.library.list({ search: title, limit: 1, offset: 0 })).tracks[0]?.id ?? "";

test("a blocked song is never chosen, is named among the blocked, and is there again when it is unblocked", async () => {
  const { library } = opened.store;
  const track = await idOf("A");
  await library.block({ track }, true);
  await library.block({ track }, true);
  expect(await chosen()).toEqual(["B", "C"]);
  expect(await library.blocks()).toEqual({
    tracks: [{ id: track, title: "A", artists: ["Björk"], until: null }],
    artists: [],
  });
  expect((await library.list({ search: null, limit: 5, offset: 0 })).total).toBe(3);
  await library.block({ track }, false);
  expect(await chosen()).toEqual(["A", "B", "C"]);
  expect(await library.blocks()).toEqual({ tracks: [], artists: [] });
});

test("a blocked artist's songs are never chosen, whoever else plays on them and however the name is written", async () => {
  const { library } = opened.store;
  await library.block({ artist: "bjo\u0308rk " }, true);
  expect(await chosen()).toEqual(["C"]);
  expect((await library.blocks()).artists).toEqual([{ name: "bjo\u0308rk ", until: null }]);
  expect(await library.artists({ search: null, limit: 5 })).toEqual([{ name: "Someone", tracks: 1 }]);
  await library.block({ artist: "BJÖRK" }, false);
  expect(await chosen()).toEqual(["A", "B", "C"]);
});

test("an artist blocked before there is a song of theirs is blocked when one comes", async () => {
  const { library } = opened.store;
  await library.block({ artist: "Nickelback" }, true);
  await library.put([scannedFile("/music/n.mp3", { track: { title: "N", artists: ["nickelback"] } })]);
  expect(await chosen()).toEqual(["A", "B", "C"]);
});

test("blocks outlast a restart and a file that comes and goes", async () => {
  const { library } = opened.store;
  await library.block({ track: await idOf("A") }, true);
  await library.block({ artist: "Someone" }, true);
  await library.markMissing(["/music/a.mp3", "/music/c.mp3"]);
  await library.forgetMissing(Number.MAX_SAFE_INTEGER);
  await library.put([
    scannedFile("/elsewhere/a.mp3", {
      contentHash: "hash of /music/a.mp3",
      track: { title: "A", artists: ["Björk"] },
    }),
    scannedFile("/music/c.mp3", { track: { title: "C", artists: ["Someone"] } }),
  ]);
  expect(await chosen()).toEqual([]);
  opened = await opened.reopen();
  expect(await chosen()).toEqual([]);
});

test("a block with an end is lifted then, and not before; of two the longer one holds", async () => {
  const { library } = opened.store;
  const track = await idOf("A");
  await library.block({ track }, true, 1_000);
  await library.block({ track }, true, 2_000);
  await library.block({ track }, true, 500);
  await library.block({ track: await idOf("C") }, true, 1_000);
  await library.block({ track: await idOf("C") }, true);
  await library.block({ artist: "Björk" }, true, 1_500);
  expect(await library.liftBlocks(1_499)).toBe(0);
  expect(await library.blocks()).toMatchObject({
    tracks: [{ id: track, until: 2_000 }, { until: null }],
    artists: [{ name: "Björk", until: 1_500 }],
  });
  expect(await library.liftBlocks(1_500)).toBe(1);
  expect(await chosen()).toEqual(["B"]);
  expect(await library.liftBlocks(2_000)).toBe(1);
  expect(await chosen()).toEqual(["A", "B"]);
  await library.block({ track: await idOf("C") }, true, 3_000);
  expect(await library.liftBlocks(4_000)).toBe(0);
});

test("blocking a song that is not there is no error", async () => {
  await opened.store.library.block({ track: "unknown" }, true);
  expect(await chosen()).toEqual(["A", "B", "C"]);
});
