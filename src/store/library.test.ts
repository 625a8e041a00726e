import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { ScannedFile } from "../protocol/library.ts";
import type { Track } from "../protocol/music.ts";
import { anyCandidate, openTestStore, playBegun, scannedFile, type TestStore } from "./testing.ts";

let opened: TestStore;
beforeEach(async () => {
  opened = await openTestStore();
});
afterEach(() => opened.remove());

const tracks = async (search: string | null = null): Promise<readonly Track[]> =>
  (await opened.store.library.list({ search, limit: 100, offset: 0 })).tracks;

/** Puts one file and answers its track. */
async function put(file: ScannedFile): Promise<Track> {
  await opened.store.library.put([file]);
  const found = (await tracks()).find(({ title }) => title === file.track.title);
  if (found === undefined) throw new Error(`${file.path} made no track.`);
  return found;
}

describe("files become tracks", () => {
  test("everything that a scan tells comes back", async () => {
    const file = scannedFile("/music/élan.flac", {
      track: {
        title: "Élan",
        artists: ["Björk", "Sigur Rós"],
        album: "Live",
        year: 1998,
        genres: ["Pop", "Ambient"],
        languages: ["is", "en-GB"],
        durationMs: 201_333.25,
        explicit: true,
        gainDb: -7.25,
        cover: "embedded",
        bpm: 122.5,
        isrc: "ISXXX9800001",
        affects: [{ point: { valence: -0.25, arousal: 0.125 }, confidence: 0.75, from: "genre" }],
      },
    });
    expect(await opened.store.library.put([file])).toEqual({ added: 1, changed: 0, moved: 0 });
    const [track] = await tracks();
    const { affects, ...told } = file.track;
    expect(track).toEqual({ ...told, affect: affects[0], id: track?.id, uri: `local:${track?.id}` });
    expect(track?.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(await opened.store.library.track(track?.id ?? "")).toEqual(track);
    expect(await opened.store.library.path(track?.id ?? "")).toBe("/music/élan.flac");
  });

  test("an unknown track is null, and so is its path", async () => {
    expect(await opened.store.library.track("no such id")).toBeNull();
    expect(await opened.store.library.path("no such id")).toBeNull();
  });

  test("a retagged file keeps its track and its history", async () => {
    const before = await put(scannedFile("/music/a.mp3", { track: { title: "Old name" } }));
    await opened.store.plays.begin(playBegun("pick-1", before));
    const retagged = scannedFile("/music/a.mp3", {
      modifiedAt: 2,
      track: { title: "New name", artists: ["Abba"] },
    });
    expect(await opened.store.library.put([retagged])).toEqual({ added: 0, changed: 1, moved: 0 });
    expect(await tracks()).toEqual([{ ...before, title: "New name", artists: ["Abba"] }]);
    expect(await tracks("old")).toEqual([]);
    const [candidate] = await opened.store.library.candidates(anyCandidate());
    expect(candidate?.plays).toBe(1);
    expect(await opened.store.library.candidates(anyCandidate({ notArtists: ["ABBA"] }))).toEqual([]);
    expect(
      await opened.store.library.candidates(anyCandidate({ notArtists: ["The Examples"] })),
    ).toHaveLength(1);
  });

  test("a better recording put in a file's place keeps its track", async () => {
    const before = await put(scannedFile("/music/a.mp3", { track: { title: "Song" } }));
    await opened.store.library.put([
      scannedFile("/music/a.mp3", { contentHash: "better", track: { title: "Song" } }),
    ]);
    expect(await tracks()).toEqual([before]);
  });

  test("a moved file keeps its track, whether the old path was marked missing before or is after", async () => {
    for (const early of [true, false]) {
      const hash = `moved ${early}`;
      const before = await put(
        scannedFile(`/music/${early}/old.mp3`, { contentHash: hash, track: { title: hash } }),
      );
      if (early) await opened.store.library.markMissing([`/music/${early}/old.mp3`]);
      const moved = scannedFile(`/music/${early}/new.mp3`, { contentHash: hash, track: { title: hash } });
      expect(await opened.store.library.put([moved])).toEqual({ added: 0, changed: 0, moved: 1 });
      if (!early) await opened.store.library.markMissing([`/music/${early}/old.mp3`]);
      expect((await tracks()).filter(({ title }) => title === hash)).toEqual([before]);
      expect(await opened.store.library.path(before.id)).toBe(`/music/${early}/new.mp3`);
    }
  });

  test("files renamed in a row each keep their own track", async () => {
    const one = await put(scannedFile("/music/01.mp3", { contentHash: "one", track: { title: "One" } }));
    const two = await put(scannedFile("/music/02.mp3", { contentHash: "two", track: { title: "Two" } }));
    await opened.store.library.put([
      scannedFile("/music/02.mp3", { contentHash: "one", track: { title: "One" } }),
      scannedFile("/music/03.mp3", { contentHash: "two", track: { title: "Two" } }),
    ]);
    await opened.store.library.markMissing(["/music/01.mp3"]);
    expect(await opened.store.library.path(one.id)).toBe("/music/02.mp3");
    expect(await opened.store.library.path(two.id)).toBe("/music/03.mp3");
    expect(await tracks()).toEqual([one, two]);
  });

  test("two copies are one track, which stays while one of them is there", async () => {
    const track = await put(scannedFile("/music/a.mp3", { contentHash: "same", track: { title: "Song" } }));
    await opened.store.library.put([
      scannedFile("/music/b.mp3", { contentHash: "same", track: { title: "Song" } }),
    ]);
    expect(await tracks()).toEqual([track]);
    await opened.store.library.markMissing(["/music/a.mp3"]);
    expect(await opened.store.library.path(track.id)).toBe("/music/b.mp3");
    expect(await opened.store.library.candidates(anyCandidate())).toHaveLength(1);
  });

  test("a new song put over one of two copies leaves the other copy's track alone", async () => {
    const track = await put(scannedFile("/music/a.mp3", { contentHash: "same", track: { title: "Song" } }));
    await opened.store.library.put([
      scannedFile("/music/b.mp3", { contentHash: "same", track: { title: "Song" } }),
    ]);
    await opened.store.library.put([
      scannedFile("/music/b.mp3", { contentHash: "new", track: { title: "Another" } }),
    ]);
    expect((await tracks()).map(({ title }) => title)).toEqual(["Another", "Song"]);
    expect(await opened.store.library.track(track.id)).toEqual(track);
  });

  test("broken files that are alike stay apart, and are no candidates", async () => {
    const broken = { contentHash: "of nothing", track: { unplayable: "The file is empty." } };
    await opened.store.library.put([
      scannedFile("/music/a.mp3", broken),
      scannedFile("/music/b.mp3", broken),
    ]);
    expect(await opened.store.library.counts()).toEqual({ tracks: 2, unplayable: 2 });
    expect(await opened.store.library.candidates(anyCandidate())).toEqual([]);
    await opened.store.library.put([scannedFile("/music/b.mp3")]);
    expect(await opened.store.library.counts()).toEqual({ tracks: 2, unplayable: 1 });
  });

  test("a track found unplayable is none until its file is put again", async () => {
    const track = await put(scannedFile("/music/a.mp3"));
    await opened.store.library.markUnplayable(track.id, "mpv can't decode it.");
    expect((await opened.store.library.track(track.id))?.unplayable).toBe("mpv can't decode it.");
    expect(await opened.store.library.candidates(anyCandidate())).toEqual([]);
    expect(await opened.store.library.counts()).toEqual({ tracks: 1, unplayable: 1 });
    await put(scannedFile("/music/a.mp3", { modifiedAt: 2 }));
    expect(await opened.store.library.candidates(anyCandidate())).toHaveLength(1);
  });

  test("of a batch that fails nothing is kept", async () => {
    const bad = scannedFile("/music/b.mp3", { track: { title: null as unknown as string } });
    await expect(opened.store.library.put([scannedFile("/music/a.mp3"), bad])).rejects.toThrow();
    expect(await opened.store.library.counts()).toEqual({ tracks: 0, unplayable: 0 });
  });
});

describe("files come and go", () => {
  test("a file marked missing leaves its track to the history alone, and comes back as it was", async () => {
    const track = await put(scannedFile("/music/a.mp3"));
    expect(await opened.store.library.markMissing(["/music/a.mp3", "/music/never.mp3"])).toBe(1);
    expect(await opened.store.library.markMissing(["/music/a.mp3"])).toBe(0);
    expect(await opened.store.library.track(track.id)).toEqual(track);
    expect(await opened.store.library.path(track.id)).toBeNull();
    expect(await opened.store.library.candidates(anyCandidate())).toEqual([]);
    expect(await tracks()).toEqual([]);
    expect(await tracks("music")).toEqual([]);
    expect(await opened.store.library.stamps("/music", "", 10)).toMatchObject([{ isMissing: true }]);
    expect(await put(scannedFile("/music/a.mp3"))).toEqual(track);
    expect(await tracks("music")).toEqual([track]);
  });

  test("more paths than one message holds are all marked", async () => {
    const paths = Array.from({ length: 4500 }, (_, index) => `/music/${index}.mp3`);
    await opened.store.library.put(paths.map((path) => scannedFile(path)));
    expect(await opened.store.library.markMissing(paths)).toBe(4500);
    expect(await opened.store.library.counts()).toEqual({ tracks: 0, unplayable: 0 });
  });

  test("files outside the roots are missing until their root comes back", async () => {
    const inside = await put(scannedFile("/music/a.mp3", { track: { title: "a" } }));
    await put(scannedFile("/music box/b.mp3", { root: "/music box", track: { title: "b" } }));
    await put(scannedFile("/usb/50%_off/c.mp3", { root: "/usb", track: { title: "c" } }));
    await put(scannedFile("/usb/gone.mp3", { root: "/usb", track: { title: "gone" } }));
    await opened.store.library.markMissing(["/usb/gone.mp3"]);
    expect(await opened.store.library.keepOnly(["/music"])).toBe(2);
    expect(await tracks()).toEqual([inside]);
    expect(await opened.store.library.keepOnly(["/music/", "/usb/50%_off"])).toBe(0);
    expect((await tracks()).map(({ title }) => title)).toEqual(["a", "c"]);
    expect(await opened.store.library.keepOnly(["/"])).toBe(0);
    expect((await tracks()).map(({ title }) => title)).toEqual(["a", "b", "c"]);
    expect(await opened.store.library.keepOnly([])).toBe(3);
    expect(await tracks()).toEqual([]);
  });

  test("stamps come in pages by path, below their root alone", async () => {
    const stamp = (path: string, size: number) => ({
      ...{ path, size, modifiedAt: 1_700_000_000_000.5, readWith: "2", isMissing: false },
    });
    const inside = [stamp("/music/a/1.mp3", 1), stamp("/music/a/2.mp3", 2), stamp("/music/ä.mp3", 3)];
    const outside = [stamp("/music", 4), stamp("/music0/x.mp3", 5), stamp("/music-2/x.mp3", 6)];
    await opened.store.library.put([...inside, ...outside].map((file) => scannedFile(file.path, file)));
    expect(await opened.store.library.stamps("/music", "", 2)).toEqual(inside.slice(0, 2));
    expect(await opened.store.library.stamps("/music/", "/music/a/2.mp3", 2)).toEqual(inside.slice(2));
    expect(await opened.store.library.stamps("/", "", 10)).toHaveLength(6);
    await opened.store.library.keepOnly(["/elsewhere"]);
    expect(await opened.store.library.stamps("/music", "", 2)).toEqual(inside.slice(0, 2));
  });
});
