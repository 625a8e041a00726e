import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { expect, test } from "vitest";
import { readCover } from "./cover.ts";
import { makeMusic, makePicture, temporaryFolder } from "./music-for-tests.ts";

const folder = await temporaryFolder();
const picture = await makePicture(join(folder, "picture.png"));
const withCover = await makeMusic(join(folder, "with.mp3"), { cover: picture });
const without = await makeMusic(join(folder, "without.mp3"));

async function beside(name: string, bytes: Uint8Array | string): Promise<string> {
  const album = join(await temporaryFolder(), "album");
  await mkdir(album);
  await writeFile(join(album, name), bytes);
  const song = join(album, "song.mp3");
  await copyFile(without, song);
  return song;
}

async function sizeOf(path: string, kind: "embedded" | "folder", sidePx: number) {
  const cover = await readCover(path, kind, sidePx);
  if (!cover) return null;
  const { width, height, format } = await sharp(cover.bytes).metadata();
  return { type: cover.type, format, width, height };
}

test("an embedded picture comes as a JPEG that fits the square", async () => {
  const jpeg = { type: "image/jpeg", format: "jpeg" };
  expect(await sizeOf(withCover, "embedded", 64)).toEqual({ ...jpeg, width: 64, height: 48 });
});

test("it is never enlarged, and never above 1024 pixels", async () => {
  expect(await sizeOf(withCover, "embedded", 5_000)).toMatchObject({ width: 320, height: 240 });
  const big = await sharp({ create: { width: 3000, height: 2000, channels: 3, background: "#456" } })
    .jpeg()
    .toBuffer();
  expect(await sizeOf(await beside("cover.jpg", big), "folder", 5_000)).toMatchObject({ width: 1024 });
});

test.each(["cover.jpg", "Folder.JPG", "front.png", "AlbumArt.jpeg"])(
  "%s beside the file is found",
  async (name) => {
    const song = await beside(
      name,
      await sharp(picture)
        .toFormat(name.endsWith("png") ? "png" : "jpeg")
        .toBuffer(),
    );
    expect(await sizeOf(song, "folder", 100)).toMatchObject({ width: 100, height: 75 });
  },
);

test("many at once are answered one by one", async () => {
  const covers = await Promise.all(Array.from({ length: 12 }, () => readCover(withCover, "embedded", 32)));
  expect(covers.every((cover) => cover !== null && cover.bytes.length > 100)).toBe(true);
});

test("a picture with too many pixels is refused, however few bytes it has", async () => {
  const bomb = await sharp({ create: { width: 9000, height: 9000, channels: 3, background: "#000" } })
    .png({ compressionLevel: 9 })
    .toBuffer();
  expect(bomb.length).toBeLessThan(1_000_000);
  expect(await readCover(await beside("cover.png", bomb), "folder", 100)).toBeNull();
});

test("what is no picture, or a format for programs, is refused", async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>';
  expect(await readCover(await beside("cover.jpg", svg), "folder", 100)).toBeNull();
  expect(await readCover(await beside("cover.jpg", "plain text"), "folder", 100)).toBeNull();
  expect(await readCover(await beside("cover.jpg", ""), "folder", 100)).toBeNull();
  const cut = (await sharp(picture).jpeg().toBuffer()).subarray(0, 300);
  expect(await readCover(await beside("cover.jpg", cut), "folder", 100)).toBeNull();
});

test("no picture, and no file, is no cover", async () => {
  expect(await readCover(without, "embedded", 100)).toBeNull();
  expect(await readCover(join(folder, "gone.mp3"), "embedded", 100)).toBeNull();
  expect(await readCover(join(folder, "nowhere/gone.mp3"), "folder", 100)).toBeNull();
});
