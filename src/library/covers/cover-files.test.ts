import { readdir, readFile, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { expect, test } from "vitest";
import { temporaryFolder } from "../testing-music.ts";
import { CoverFiles } from "./cover-files.ts";

const webp = await sharp({ create: { width: 20, height: 20, channels: 3, background: "#456" } })
  .webp()
  .toBuffer();
const thumbnails = { small: webp, large: webp };
const [first, second] = ["aa11", "bb22"] as const;

async function someFiles() {
  const folder = await temporaryFolder();
  const files = new CoverFiles(folder);
  await files.put(new Map([first, second].map((hash) => [hash, thumbnails])));
  return {
    folder,
    files,
    path: (hash: string) => join(folder, "v1", hash.slice(0, 2), `${hash}.small.webp`),
  };
}

test("what was put is read again, in both sizes", async () => {
  const { files } = await someFiles();
  expect(await files.read(first, "small")).toEqual(webp);
  expect(await files.read(first, "large")).toEqual(webp);
  expect(await files.has(first)).toBe(true);
  expect(await files.read("cc33", "small")).toBeNull();
  expect(await files.has("cc33")).toBe(false);
});

test.each([0, 5, 12, 40])("a file that a power cut left with %i bytes counts as none", async (length) => {
  const { files, path } = await someFiles();
  await truncate(path(first), length);
  expect(await files.read(first, "small")).toBeNull();
  expect(await files.has(first)).toBe(false);
});

test("where it can't be written nothing is left, and the reason is the system's", async () => {
  const folder = join(await temporaryFolder(), "taken");
  await writeFile(folder, "a file where the folder should be");
  const files = new CoverFiles(folder);
  await expect(files.put(new Map([[first, thumbnails]]))).rejects.toMatchObject({ code: "ENOTDIR" });
  expect(await readFile(folder, "utf8")).toContain("a file");
});

test("what no song needs goes, what is needed stays, in pages", async () => {
  const { files, folder, path } = await someFiles();
  await files.put(
    new Map([
      ["aa00", thumbnails],
      ["ff99", thumbnails],
    ]),
  );
  await writeFile(`${path(first)}.123.part`, "half");
  const needed = ["aa11", "cc33", "ff99"];
  const asked: string[] = [];
  const removed = await files.prune(async (after) => {
    asked.push(after);
    return needed.filter((hash) => hash > after).slice(0, 1);
  });
  expect(removed).toBe(5);
  expect(asked.slice(0, 3)).toEqual(["", "aa11", "cc33"]);
  expect((await readdir(folder, { recursive: true })).filter((name) => name.includes(".")).sort()).toEqual([
    "v1/aa/aa11.large.webp",
    "v1/aa/aa11.small.webp",
    "v1/ff/ff99.large.webp",
    "v1/ff/ff99.small.webp",
  ]);
});
