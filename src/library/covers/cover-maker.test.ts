import { copyFile, mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, expect, test } from "vitest";
import { makeMusic, makePicture, temporaryFolder } from "../testing-music.ts";
import { CoverFiles } from "./cover-files.ts";
import { CoverMaker } from "./cover-maker.ts";

const makers: CoverMaker[] = [];
afterAll(() => {
  for (const maker of makers) maker.stop();
});
function makerWith(options: ConstructorParameters<typeof CoverMaker>[0]): CoverMaker {
  const maker = new CoverMaker(options);
  makers.push(maker);
  return maker;
}

const music = await temporaryFolder();
const picture = await makePicture(join(music, "picture.png"));
const withCover = await makeMusic(join(music, "with.mp3"), { cover: picture });
const without = await makeMusic(join(music, "without.mp3"));

async function album(pictureName: string, bytes: Uint8Array | string): Promise<string> {
  const folder = join(await temporaryFolder(), "album");
  await mkdir(folder);
  await writeFile(join(folder, pictureName), bytes);
  const song = join(folder, "song.mp3");
  await copyFile(without, song);
  return song;
}

const embedded = (path: string) => ({ path, cover: "embedded" as const });
const beside = (path: string) => ({ path, cover: "folder" as const });

test("the songs of an album have one pair of thumbnails, embedded or beside them", async () => {
  const folder = await temporaryFolder();
  const maker = makerWith({ folder });
  const jpeg = await sharp(picture).resize(1000, 1000).jpeg().toBuffer();
  const song = await album("Folder.JPG", jpeg);
  const answer = await maker.make([...Array(12).fill(embedded(withCover)), beside(song)]);
  if (!("hashes" in answer)) throw new Error(JSON.stringify(answer));
  expect(new Set(answer.hashes).size).toBe(2);
  const files = (await readdir(folder, { recursive: true })).filter((name) => name.includes("."));
  expect(files).toHaveLength(4);
  const large = await new CoverFiles(folder).read(answer.hashes.at(-1) ?? "", "large");
  expect(await sharp(large ?? undefined).metadata()).toMatchObject({ format: "webp", width: 640 });
});

test.each(["cover.jpg", "Folder.png", "front.webp", "AlbumArt.jpeg"])(
  "%s beside the file is found",
  async (name) => {
    const bytes = await sharp(picture).jpeg().toBuffer();
    const answer = await makerWith({ folder: await temporaryFolder() }).make([
      beside(await album(name, bytes)),
    ]);
    expect(answer).toEqual({ hashes: [expect.stringMatching(/^[0-9a-f]{64}$/)] });
  },
);

test("no picture, none that can be shown, and no file are none", async () => {
  const maker = makerWith({ folder: await temporaryFolder() });
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>';
  const jobs = [
    embedded(without),
    embedded(join(music, "gone.mp3")),
    beside(join(music, "nowhere/gone.mp3")),
    beside(await album("cover.jpg", svg)),
    beside(await album("cover.jpg", "")),
  ];
  expect(await maker.make(jobs)).toEqual({ hashes: [null, null, null, null, null] });
});

test("where thumbnails can't be kept, that is said once for all", async () => {
  const folder = join(await temporaryFolder(), "taken");
  await writeFile(folder, "a file where the folder should be");
  const answer = await makerWith({ folder }).make([embedded(withCover)]);
  expect(answer).toMatchObject({ failed: { code: "ENOTDIR" } });
});

const entry = join(import.meta.dirname, "cover-stand-in-main.js");

test("a picture that hangs, spins or crashes the process counts as none, and the others are made", async () => {
  const maker = makerWith({ folder: "unused", entry, patience: { workMs: 1_000, waitMs: 3_000 } });
  const answer = await maker.make(["one", "hang", "two", "spin", "crash", "three"].map(embedded));
  if (!("hashes" in answer)) throw new Error(JSON.stringify(answer));
  expect(answer.hashes.map((hash) => hash?.split(" ")[2] ?? null)).toEqual([
    "one",
    null,
    "two",
    null,
    null,
    "three",
  ]);
});

test("a process that ends while it has nothing to do is replaced by the next request", async () => {
  const maker = makerWith({ folder: "unused", entry });
  const pidOf = async (): Promise<number> => {
    const answer = await maker.make([embedded("one")]);
    return "hashes" in answer ? Number(answer.hashes[0]?.split(" ").at(-1)) : Number.NaN;
  };
  const first = await pidOf();
  process.kill(first, "SIGKILL");
  await expect.poll(() => isRunning(first)).toBe(false);
  const second = await pidOf();
  expect(second).toBeGreaterThan(0);
  expect(second).not.toBe(first);
});

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test("a full disk is told as it is", async () => {
  const maker = makerWith({ folder: "unused", entry });
  expect(await maker.make([embedded("disk")])).toEqual({
    failed: { code: "ENOSPC", detail: "no space left" },
  });
});

test("batches take turns, and a single picture goes before them", async () => {
  const maker = makerWith({ folder: "unused", entry });
  const order: string[] = [];
  const ask = (name: string, count: number) =>
    maker.make(Array(count).fill(embedded(name))).then(() => order.push(name));
  await Promise.all([ask("first", 3), ask("batch", 3), ask("later batch", 3), ask("looked at", 1)]);
  expect(order).toEqual(["first", "looked at", "batch", "later batch"]);
});

test("stopped, it answers at once and begins nothing", async () => {
  const maker = makerWith({ folder: "unused", entry });
  const hanging = maker.make([embedded("hang")]);
  const waiting = maker.make([embedded("one")]);
  maker.stop();
  expect(await hanging).toEqual({ failed: null });
  expect(await waiting).toEqual({ failed: null });
});
