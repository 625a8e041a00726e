import { afterEach, beforeEach, expect, test } from "vitest";
import type { SoundEstimate } from "../../protocol/library.ts";
import type { Track } from "../../protocol/music.ts";
import { openTestStore, scannedFile, type TestStore } from "../testing.ts";

let opened: TestStore;
let ids: Map<string, string>;
beforeEach(async () => {
  opened = await openTestStore();
  const point = { valence: 0.5, arousal: 0.5 };
  const song = (title: string, track: Parameters<typeof scannedFile>[1]) =>
    scannedFile(`/music/${title}.mp3`, { track: { title, ...track?.track } });
  await opened.store.library.put([
    song("tagged", { track: { affect: { point, confidence: 1, from: "tag" }, cover: "embedded" } }),
    song("by genre", { track: { affect: { point, confidence: 0.3, from: "genre" }, cover: "folder" } }),
    song("unknown", { track: { affect: null, durationMs: 61_000.5 } }),
    song("broken", { track: { affect: null, cover: "embedded", unplayable: "It is empty." } }),
    song("gone", { track: { affect: null, cover: "embedded" } }),
  ]);
  ids = new Map((await opened.store.library.page(0, 10)).map(({ track }) => [track.title, track.id]));
  await opened.store.library.markMissing(["/music/gone.mp3"]);
});
afterEach(() => opened.remove());

const id = (title: string): string => ids.get(title) ?? "";
const titleOf = (track: string): string => [...ids].find(([, id]) => id === track)?.[0] ?? "";
const estimate: SoundEstimate = {
  version: "2",
  point: { valence: -0.5, arousal: 0.25 },
  confidence: 0.4,
  features: { bpm: 92.5, brightness: 0.3 },
};

test("songs of which least is known are listened to first, broken and missing ones not at all", async () => {
  const { library } = opened.store;
  const waiting = await library.awaitingSound({ version: "2", limit: 10, without: null });
  expect(waiting.map(({ track }) => titleOf(track))).toEqual(["unknown", "by genre", "tagged"]);
  expect(waiting[0]).toEqual({ track: id("unknown"), path: "/music/unknown.mp3", durationMs: 61_000.5 });
  expect(await library.awaitingSound({ version: "2", limit: 1, without: null })).toHaveLength(1);
  expect(await library.awaitingSound({ version: "2", limit: 0, without: null })).toEqual([]);
  expect(await library.soundCounts({ version: "2", without: null })).toEqual({ done: 0, of: 3 });
});

test("what was listened to is not asked for again, until a newer version asks, or an older one", async () => {
  const { library } = opened.store;
  await library.putSound(id("unknown"), estimate);
  await library.putSound(id("tagged"), { version: "2", failed: "mpv can't decode it." });
  await library.putSound("no such track", estimate);
  const waiting = async (version: string) =>
    (await library.awaitingSound({ version, limit: 10, without: null })).map(({ track }) => titleOf(track));
  expect(await waiting("2")).toEqual(["by genre"]);
  expect(await library.soundCounts({ version: "2", without: null })).toEqual({ done: 2, of: 3 });
  for (const other of ["1", "3"]) {
    expect(await waiting(other)).toEqual(["unknown", "by genre", "tagged"]);
    expect(await library.soundCounts({ version: other, without: null })).toEqual({ done: 0, of: 3 });
  }
});

test("an estimate can be explained, and one that failed says why", async () => {
  const { library } = opened.store;
  await library.putSound(id("unknown"), estimate);
  expect(await library.sound(id("unknown"))).toEqual(estimate);
  await library.putSound(id("unknown"), { version: "3", failed: "It is too short." });
  expect(await library.sound(id("unknown"))).toEqual({ version: "3", failed: "It is too short." });
  expect((await library.track(id("unknown")))?.affect).toBeNull();
  expect(await library.sound(id("tagged"))).toBeNull();
});

test("pictures without thumbnails of this version are asked for, of songs that are there and sound", async () => {
  const { library } = opened.store;
  const waiting = await library.awaitingCovers(10, "1");
  expect(waiting).toEqual([
    { track: id("tagged"), path: "/music/tagged.mp3", cover: "embedded" },
    { track: id("by genre"), path: "/music/by genre.mp3", cover: "folder" },
  ]);
  const covers = [
    { track: id("tagged"), hash: "abc" },
    { track: id("by genre"), hash: null },
    { track: "no such track", hash: "abc" },
  ];
  await library.putCovers(covers, "1");
  expect(await library.awaitingCovers(10, "1")).toEqual([]);
  expect(await library.coverCounts("1")).toEqual({ done: 2, of: 2 });
  expect(await library.coverHash(id("tagged"))).toBe("abc");
  expect(await library.coverHash(id("by genre"))).toBeNull();
  expect(await library.awaitingCovers(1, "2")).toHaveLength(1);
  expect(await library.coverCounts("2")).toEqual({ done: 0, of: 2 });
});

test("a file that has changed has its picture looked at again", async () => {
  const { library } = opened.store;
  await library.putCovers([{ track: id("tagged"), hash: "abc" }], "1");
  const track: Partial<Track> = { title: "tagged", cover: "embedded" };
  await library.put([scannedFile("/music/tagged.mp3", { modifiedAt: 2, track })]);
  expect((await library.awaitingCovers(10, "1")).map((each) => titleOf(each.track))).toContain("tagged");
  expect(await library.coverHash(id("tagged"))).toBe("abc");
});

test("every hash that is in use is told once, in pages", async () => {
  const { library } = opened.store;
  const hashes = Object.entries({ tagged: "b", "by genre": "a", unknown: "b", gone: "c" });
  await library.putCovers(
    hashes.map(([title, hash]) => ({ track: id(title), hash })),
    "1",
  );
  expect(await library.coverHashes("", 2)).toEqual(["a", "b"]);
  expect(await library.coverHashes("b", 2)).toEqual(["c"]);
  expect(await library.coverHashes("c", 2)).toEqual([]);
});
