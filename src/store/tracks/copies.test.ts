import { afterEach, beforeEach, expect, test } from "vitest";
import type { Track, TrackAffect } from "../../protocol/music.ts";
import { openTestStore, scannedFile, type TestStore } from "../testing.ts";

let opened: TestStore;
beforeEach(async () => {
  opened = await openTestStore();
});
afterEach(() => opened.remove());

const tag: TrackAffect = { point: { valence: 0.5, arousal: 0 }, confidence: 0.6, from: "tag" };
const folder: TrackAffect = { point: { valence: -0.5, arousal: 0 }, confidence: 0.4, from: "folder" };

/** The same recording on its album and on a compilation. */
const album = scannedFile("/music/album/01.mp3", {
  contentHash: "same sound",
  track: { title: "Heroes", artists: ["David Bowie"], album: "Heroes", affects: [folder] },
});
const compilation = scannedFile("/music/best/17.mp3", {
  contentHash: "same sound",
  track: { title: "Heroes (2017 Remaster)", artists: ["David Bowie"], album: "Legacy", affects: [tag] },
});

const found = async (search: string | null): Promise<readonly Track[]> =>
  (await opened.store.library.list({ search, limit: 10, offset: 0 })).tracks;

async function put(...files: Parameters<typeof opened.store.library.put>[0]): Promise<Track> {
  await opened.store.library.put(files);
  const [track, ...others] = await found(null);
  if (track === undefined || others.length > 0) throw new Error("The copies are not one track.");
  return track;
}

test("an album's song and its copy on a compilation are one track, named by the one that came first", async () => {
  const first = await put(album);
  const both = await put(compilation);
  expect(both).toMatchObject({ id: first.id, title: "Heroes", album: "Heroes" });
  // However often either is read again.
  expect(await put(compilation)).toEqual(both);
  expect(await put(album)).toEqual(both);
  expect(await opened.store.library.path(first.id)).toBe("/music/album/01.mp3");
});

test("it is found by the words of either, and what either says of its mood counts", async () => {
  const { id } = await put(album, compilation);
  for (const words of ["heroes", "legacy", "2017 remaster bowie"])
    expect((await found(words)).map((track) => track.id)).toEqual([id]);
  expect(await opened.store.library.evidence(id)).toEqual([tag, folder]);
});

test("when the first is gone the other names it, and when it is back it does again", async () => {
  const both = await put(album, compilation);
  await opened.store.library.markMissing([album.path]);
  expect((await found(null))[0]).toMatchObject({
    id: both.id,
    title: "Heroes (2017 Remaster)",
    album: "Legacy",
  });
  expect(await opened.store.library.evidence(both.id)).toEqual([tag]);
  expect(await opened.store.library.path(both.id)).toBe(compilation.path);
  expect(await opened.store.library.markPresent([album.path])).toBe(1);
  expect((await found(null))[0]).toEqual(both);
  await opened.store.library.markMissing([compilation.path]);
  expect((await found(null))[0]).toMatchObject({ title: "Heroes", affect: folder });
  expect(await found("legacy")).toEqual([]);
});

test("either is retagged by itself", async () => {
  await put(album, compilation);
  await put({ ...compilation, track: { ...compilation.track, album: "Nothing Has Changed", affects: [] } });
  expect(await found("legacy")).toEqual([]);
  expect(await found("nothing has changed")).toHaveLength(1);
  const after = await put({ ...album, track: { ...album.track, title: "“Heroes”" } });
  expect(after).toMatchObject({ title: "“Heroes”", affect: folder });
});

test("a person's word and a block are for the song, whichever copy would play", async () => {
  const { id } = await put(album, compilation);
  const point = { valence: 0, arousal: 0.5 };
  await opened.store.library.correct([id], point);
  await opened.store.library.markMissing([album.path]);
  expect((await found(null))[0]?.affect).toEqual({ point, confidence: 1, from: "person" });
});

test("a thousand copies of the same silence are one track, and reading one more stays quick", async () => {
  const copy = (index: number) =>
    scannedFile(`/music/${index}.wav`, { contentHash: "silence", track: { title: `Silence ${index}` } });
  const track = await put(...Array.from({ length: 1000 }, (_, index) => copy(index)));
  expect(track.title).toBe("Silence 0");
  expect((await put(copy(1000))).id).toBe(track.id);
});
