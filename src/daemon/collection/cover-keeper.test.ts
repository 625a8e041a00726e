import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { CoverMaker } from "../../library/covers/cover-maker.ts";
import { makeMusic, makePicture, temporaryFolder } from "../../library/testing-music.ts";
import type { Track } from "../../protocol/music.ts";
import type { Progress } from "../../protocol/state.ts";
import { StoreError } from "../../store/store.ts";
import { openTestStore, scannedFile, type TestStore } from "../../store/testing.ts";
import { systemClock } from "../clock.ts";
import { silentLog } from "../testing.ts";
import { CoverKeeper } from "./cover-keeper.ts";

const music = await temporaryFolder();
const picture = await makePicture(join(music, "picture.png"));
const withCover = await makeMusic(join(music, "with.mp3"), { cover: picture });
const damaged = await makeMusic(join(music, "damaged.mp3"));

let kept: TestStore;
let folder: string;
let keeper: CoverKeeper;
let told: (Progress | null)[];
beforeEach(async () => {
  kept = await openTestStore();
  folder = join(await temporaryFolder(), "covers");
  told = [];
  keeper = makeKeeper();
});
afterEach(async () => {
  await keeper.stop();
  await kept.remove();
});

// Thumbnails are made by a process of its own, which takes its time to start on a machine that is busy.
const askedWithinMs = 60_000;

function makeKeeper(log = silentLog): CoverKeeper {
  const made: CoverKeeper = new CoverKeeper({
    library: kept.store.library,
    folder,
    clock: systemClock,
    log,
    askedWithinMs,
    onChange: () => told.push(made.progress),
  });
  return made;
}

async function putSongs(count: number, path = withCover): Promise<readonly Track[]> {
  const { library } = kept.store;
  await library.put(
    Array.from({ length: count }, (_, index) =>
      // One file by many paths: the store goes by how they are written.
      scannedFile(
        path.replace(/[^/]+$/, (name) => "./".repeat(index) + name),
        {
          contentHash: `song ${path} ${index}`,
          track: { title: `Song ${index}`, cover: "embedded" },
        },
      ),
    ),
  );
  return (await library.list({ search: null, limit: 100, offset: 0 })).tracks;
}

const firstOf = ([track]: readonly Track[]): Track => {
  if (!track) throw new Error("There is no track.");
  return track;
};

const pictures = async () =>
  (await readdir(folder, { recursive: true }).catch(() => [])).filter((name) => name.endsWith(".webp"));

test("after a scan all covers are made, and it is told how far that has come", async () => {
  const tracks = await putSongs(20);
  keeper.follow({ scan: { done: 1, of: 20, leftMs: null } });
  expect(told).toEqual([]);
  keeper.follow({ scan: null });
  await expect.poll(() => told.at(-1)).toBeNull();
  expect(told.map((progress) => progress && `${progress.done} of ${progress.of}`)).toEqual([
    "0 of 20",
    "8 of 20",
    "16 of 20",
    null,
  ]);
  expect(await pictures()).toHaveLength(2);
  for (const track of tracks)
    expect((await keeper.thumbnail(track, "small"))?.bytes.subarray(8, 12).toString()).toBe("WEBP");
});

test("what was made is not made again by the next one", async () => {
  const tracks = await putSongs(3);
  await keeper.work();
  await keeper.stop();
  keeper = makeKeeper();
  told = [];
  await keeper.work();
  expect(told).toEqual([]);
  expect(await keeper.thumbnail(firstOf(tracks), "large")).not.toBeNull();
});

test("the one that is looked at is made at once, once for all who look", async () => {
  const track = firstOf(await putSongs(1));
  const seen = await Promise.all([1, 2, 3].map(() => keeper.thumbnail(track, "small")));
  expect(new Set(seen.map((thumbnail) => thumbnail?.hash)).size).toBe(1);
  expect(seen[0]).not.toBeNull();
  expect(await kept.store.library.coverHash(track.id)).toBe(seen[0]?.hash);
});

test("thumbnails that were deleted or damaged are made again when somebody looks", async () => {
  const track = firstOf(await putSongs(1));
  await keeper.work();
  for (const name of await pictures()) await writeFile(join(folder, name), "");
  expect(await keeper.thumbnail(track, "small")).not.toBeNull();
  await rm(folder, { recursive: true });
  expect(await keeper.thumbnail(track, "large")).not.toBeNull();
});

test("a picture that can't be shown is none, and is not tried again and again", async () => {
  const track = firstOf(await putSongs(1, damaged));
  expect(await keeper.thumbnail(track, "small")).toBeNull();
  const made = vi.spyOn(CoverMaker.prototype, "make");
  for (let looks = 0; looks < 20; looks++) expect(await keeper.thumbnail(track, "small")).toBeNull();
  expect(made).not.toHaveBeenCalled();
  made.mockRestore();
  await keeper.work();
  expect(await kept.store.library.coverCounts("1")).toEqual({ done: 1, of: 1 });
});

test("a song without a picture asks for none", async () => {
  expect(await keeper.thumbnail({ id: "anything", cover: null }, "small")).toBeNull();
});

test("pictures that no song needs any more go after the next round", async () => {
  await putSongs(1);
  await keeper.work();
  const stray = join(folder, "v1", "ab");
  keeper = makeKeeper();
  await mkdir(stray, { recursive: true });
  await writeFile(join(stray, "abcd.small.webp"), "a song of long ago");
  await keeper.work();
  expect(await pictures()).toHaveLength(2);
});

test("a folder that can't be written ends the round with a reason, and the songs play on with drawn ones", async () => {
  await writeFile(folder, "a file where the folder should be");
  const track = firstOf(await putSongs(1));
  await keeper.work();
  expect(keeper.progress).toBeNull();
  expect(await keeper.thumbnail(track, "small")).toBeNull();
});

test("a folder that can't be looked through afterwards is a reason, too, and no bug", async () => {
  await writeFile(folder, "a file where the folder should be");
  const warn = vi.fn();
  keeper = makeKeeper({ ...silentLog, warn });
  await keeper.work();
  expect(warn.mock.calls).toEqual([[{}, expect.stringMatching(/can't be used \(ENOTDIR\)/)]]);
});

test("songs that come while it works are not forgotten", async () => {
  await putSongs(1);
  const first = keeper.work();
  await putSongs(12);
  await Promise.all([first, keeper.work()]);
  expect(await kept.store.library.coverCounts("1")).toEqual({ done: 12, of: 12 });
});

test("stopped, it asks the store nothing more, whatever is still looked at", async () => {
  const track = firstOf(await putSongs(1));
  // Heard from the beginning on: it may be refused while the store closes.
  const looking = keeper
    .thumbnail(track, "small")
    .catch((error: unknown) => expect(error).toBeInstanceOf(StoreError));
  await keeper.stop();
  await kept.store.close();
  await expect(keeper.work()).resolves.toBeUndefined();
  await looking;
});
