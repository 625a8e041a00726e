import { appendFile, copyFile, mkdir, rename, rm, utimes, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeMusic, temporaryFolder } from "../testing-music.ts";
import { Scanner } from "./scanner.ts";
import { RememberedFiles } from "./testing-remembered.ts";

const songs = await temporaryFolder();
const [songA, songB] = await Promise.all([
  makeMusic(join(songs, "a.mp3"), { tone: 440 }),
  makeMusic(join(songs, "b.ogg"), { tone: 550 }),
]);

let root: string;
let store: RememberedFiles;
let scanner: Scanner;
let changed: Set<string>;

beforeEach(async () => {
  root = await temporaryFolder();
  store = new RememberedFiles();
  changed = new Set();
  scanner = newScanner();
});
afterEach(() => scanner.stop());

function newScanner(settleMs = 0): Scanner {
  return new Scanner({
    store,
    log: { warn: () => undefined },
    onProgress: () => undefined,
    onChanged: (folders) => {
      for (const folder of folders ?? ["all"]) changed.add(relative(root, folder) || ".");
    },
    settleMs,
  });
}

const present = () =>
  [...store.rows.keys()]
    .filter((path) => !store.missing.has(path))
    .map((path) => relative(root, path))
    .sort();

/** Resolves when changes in these folders were told, and scans them. */
async function scanChanged(...folders: string[]): Promise<Awaited<ReturnType<Scanner["scan"]>>> {
  await expect.poll(() => [...changed].sort()).toEqual(expect.arrayContaining(folders));
  const told = [...changed].map((folder) => join(root, folder));
  changed.clear();
  return scanner.scan([root], told);
}

test("a song that is put into a folder is told and read, and nothing else is looked at", async () => {
  await mkdir(join(root, "a"));
  await mkdir(join(root, "b"));
  await copyFile(songA, join(root, "a/1.mp3"));
  await scanner.scan([root]);
  await copyFile(songB, join(root, "b/2.ogg"));
  expect(await scanChanged("b")).toMatchObject({ found: 1, read: 1, added: 1, missing: 0 });
  expect(present()).toEqual(["a/1.mp3", "b/2.ogg"]);
});

test("a song that is deleted is missing, one that is renamed is the same song", async () => {
  await copyFile(songA, join(root, "1.mp3"));
  await copyFile(songB, join(root, "2.ogg"));
  await scanner.scan([root]);
  await rm(join(root, "1.mp3"));
  await rename(join(root, "2.ogg"), join(root, "3.ogg"));
  expect(await scanChanged(".")).toMatchObject({ missing: 2, moved: 1, added: 0 });
  expect(present()).toEqual(["3.ogg"]);
});

test("a folder that comes with songs in it is read, and changes in it are told from then on", async () => {
  await scanner.scan([root]);
  const away = await temporaryFolder();
  await mkdir(join(away, "album/disc 1"), { recursive: true });
  await copyFile(songA, join(away, "album/disc 1/1.mp3"));
  await rename(join(away, "album"), join(root, "album"));
  expect(await scanChanged(".")).toMatchObject({ added: 1 });
  await copyFile(songB, join(root, "album/disc 1/2.ogg"));
  expect(await scanChanged("album/disc 1")).toMatchObject({ found: 2, added: 1 });
  await rename(join(root, "album"), join(root, "renamed"));
  expect(await scanChanged(".")).toMatchObject({ moved: 2, missing: 2 });
  await rm(join(root, "renamed"), { recursive: true });
  expect(await scanChanged(".")).toMatchObject({ missing: 2 });
  expect(present()).toEqual([]);
});

test("a file that is still being copied is left for later, and counts as neither broken nor gone", async () => {
  await scanner.stop();
  scanner = newScanner(60_000);
  await scanner.scan([root]);
  await writeFile(join(root, "1.mp3"), "half a ");
  const report = await scanChanged(".");
  expect(report).toMatchObject({ found: 1, read: 0, unsettled: [root] });
  await appendFile(join(root, "1.mp3"), "song");
  await copyFile(songA, join(root, "1.mp3"));
  const aMinuteAgo = new Date(Date.now() - 61_000);
  await utimes(join(root, "1.mp3"), aMinuteAgo, aMinuteAgo);
  expect(await scanner.scan([root], report.unsettled)).toMatchObject({ read: 1, unsettled: [] });
  expect(store.rows.get(join(root, "1.mp3"))?.track.unplayable).toBeNull();
});

test("a playlist that is named for a mood has its songs read again when it comes, changes and goes", async () => {
  await mkdir(join(root, "a"));
  await copyFile(songA, join(root, "a/1.mp3"));
  await copyFile(songB, join(root, "a/2.ogg"));
  await scanner.scan([root]);
  const sources = (path: string) => store.rows.get(join(root, path))?.track.affects.map(({ from }) => from);
  expect(sources("a/1.mp3")).toEqual([]);
  await writeFile(join(root, "Calm.m3u"), "a/1.mp3\n");
  expect(await scanChanged(".")).toMatchObject({ read: 1, changed: 1 });
  expect(store.rows.get(join(root, "a/1.mp3"))?.track.unplayable).toBeNull();
  expect(sources("a/1.mp3")).toEqual(["playlist"]);
  await writeFile(join(root, "Calm.m3u"), "a\\2.ogg\r\n");
  expect(await scanChanged(".")).toMatchObject({ read: 2 });
  expect([sources("a/1.mp3"), sources("a/2.ogg")]).toEqual([[], ["playlist"]]);
  await rm(join(root, "Calm.m3u"));
  expect(await scanChanged(".")).toMatchObject({ read: 1 });
  expect(sources("a/2.ogg")).toEqual([]);
  expect(await newScanner().scan([root])).toMatchObject({ found: 2, read: 0 });
});

test("a cover that is put beside songs, or replaced by another, is told of them", async () => {
  await copyFile(songA, join(root, "1.mp3"));
  await scanner.scan([root]);
  await writeFile(join(root, "cover.jpg"), "a picture");
  expect(await scanChanged(".")).toMatchObject({ read: 1 });
  expect(store.rows.get(join(root, "1.mp3"))?.track.cover).toBe("folder");
  await writeFile(join(root, "cover.jpg"), "another picture");
  expect(await scanChanged(".")).toMatchObject({ read: 1 });
  expect(await newScanner().scan([root])).toMatchObject({ found: 1, read: 0 });
});

test("files that are back as they were are present again without being opened", async () => {
  await mkdir(join(root, "stick"));
  await copyFile(songA, join(root, "stick/1.mp3"));
  await copyFile(songB, join(root, "2.ogg"));
  await scanner.scan([root]);
  const away = join(await temporaryFolder(), "stick");
  await rename(join(root, "stick"), away);
  expect(await scanChanged(".")).toMatchObject({ missing: 1 });
  await rename(away, join(root, "stick"));
  expect(await scanChanged(".")).toMatchObject({ back: 1, read: 0 });
  expect(present()).toEqual(["2.ogg", "stick/1.mp3"]);
});

test("asked about one folder before it knows the whole, it goes through the whole", async () => {
  await mkdir(join(root, "a"));
  await copyFile(songA, join(root, "a/1.mp3"));
  await copyFile(songB, join(root, "2.ogg"));
  expect(await scanner.scan([root], [join(root, "a")])).toMatchObject({ found: 2, added: 2 });
});

test("a store that fails ends the scan with its own error, and the next one works", async () => {
  for (let n = 0; n < 300; n++) await copyFile(songA, join(root, `${n}.mp3`));
  const put = store.put.bind(store);
  store.put = () => Promise.reject(new Error("The disk is full."));
  await expect(scanner.scan([root])).rejects.toThrow("The disk is full.");
  store.put = put;
  expect(await scanner.scan([root])).toMatchObject({ read: 300 });
});
