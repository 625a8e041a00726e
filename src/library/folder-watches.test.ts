import * as fs from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { FolderWatches } from "./folder-watches.ts";
import { temporaryFolder } from "./testing-music.ts";

vi.mock("node:fs", async (original) => {
  const real = await original<typeof fs>();
  return { ...real, watch: vi.fn(real.watch) };
});

const onChange = vi.fn();
let root: string;
let watches: FolderWatches;

beforeEach(async () => {
  root = await temporaryFolder();
  watches = new FolderWatches(onChange);
  onChange.mockClear();
});
afterEach(() => watches.remove(root));

test.each([
  ["a song that comes", "song.mp3"],
  ["a playlist that comes", "list.m3u8"],
  ["a cover that comes", "folder.jpg"],
  ["anything that comes, because it may be a folder", "new"],
])("%s is told", async (_what, name) => {
  watches.add(root);
  await writeFile(join(root, name), "");
  await expect.poll(() => onChange.mock.calls.length).toBeGreaterThan(0);
  expect(onChange).toHaveBeenCalledWith(root);
});

test("what is hidden, and what is merely written to and no music, is not", async () => {
  await writeFile(join(root, "notes.txt"), "");
  watches.add(root);
  await writeFile(join(root, "notes.txt"), "more");
  await writeFile(join(root, ".song.mp3.part"), "");
  await writeFile(join(root, "last.mp3"), "");
  await expect.poll(() => onChange.mock.calls.length).toBeGreaterThan(0);
  // That it came, and that it was written.
  expect(onChange.mock.calls.length).toBeLessThanOrEqual(2);
});

test("a folder that goes away costs nothing but its watch", async () => {
  const inner = join(root, "inner");
  await mkdir(inner);
  watches.add(inner);
  await rename(inner, join(root, "renamed"));
  await rm(join(root, "renamed"), { recursive: true });
  expect(watches.add(inner)).toBe(false);
});

test("where the system gives no more watches it is asked no more, until the next survey", () => {
  const full = Object.assign(new Error("no space"), { code: "ENOSPC" });
  vi.mocked(fs.watch).mockImplementationOnce(() => {
    throw full;
  });
  expect([watches.add("/a"), watches.add(root)]).toEqual([false, false]);
  watches.tryAgain();
  expect(watches.add(root)).toBe(true);
});
