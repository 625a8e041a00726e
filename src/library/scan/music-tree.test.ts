import { mkdir, rename, rm, symlink, utimes, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { MoodPlaylists } from "../moods/mood-playlists.ts";
import { MoodWords } from "../moods/mood-words.ts";
import { temporaryFolder } from "../testing-music.ts";
import { MusicTree, type MusicTreeOptions, type Survey } from "./music-tree.ts";
import type { FoundFile } from "./walked.ts";

const words = MoodWords.load();
let root: string;
let tree: MusicTree;

beforeEach(async () => {
  root = await temporaryFolder();
  tree = newTree();
});

function newTree(options: Partial<MusicTreeOptions> = {}): MusicTree {
  const playlists = new MoodPlaylists(words);
  return new MusicTree({
    ...{ root, version: "1", playlists, watches: null, settleMs: 0, beat: () => undefined },
    ...options,
  });
}

/** Empty files: nobody opens them here. */
async function put(...paths: string[]): Promise<void> {
  for (const path of paths) {
    await mkdir(join(root, path, ".."), { recursive: true });
    await writeFile(join(root, path), "");
  }
}

function survey(folder: string | null = null): Survey {
  const steps = tree.survey(folder === null ? null : join(root, folder));
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Paths below the root; folders that were left as they are end in a slash. */
function walk(folder: string | null = null): string[] {
  return [...tree.walk(folder === null ? null : join(root, folder))].map((step) =>
    "found" in step ? relative(root, step.found.path) : `${relative(root, step.kept)}/`,
  );
}

function found(): FoundFile[] {
  survey();
  return [...tree.walk()].flatMap((step) => ("found" in step ? [step.found] : []));
}

test("a survey counts names, a walk gives the files in the order of their paths", async () => {
  await put("b.mp3", "a/2.ogg", "a/1.flac", "a b.mp3", "notes.txt", "a/.hidden.mp3");
  expect(survey()).toMatchObject({ files: 4, unreadable: 0, isCutShort: false });
  expect(walk()).toEqual(["a b.mp3", "a/1.flac", "a/2.ogg", "b.mp3"]);
});

test("a folder that was walked is left alone until it is surveyed again", async () => {
  await put("a/1.mp3", "b/2.mp3", "3.mp3");
  survey();
  walk();
  await put("b/new.mp3");
  survey("b");
  expect(walk("b")).toEqual(["b/2.mp3", "b/new.mp3"]);
  survey(".");
  expect(walk()).toEqual(["3.mp3", "a/", "b/"]);
});

test("a folder that comes, goes or moves in is gone through with all that is in it", async () => {
  await put("a/deep/1.mp3", "b/2.mp3");
  survey();
  walk();
  await rename(join(root, "a/deep"), join(root, "b/moved"));
  await put("b/new/er/3.mp3");
  survey("b");
  expect(walk("b")).toEqual(["b/2.mp3", "b/moved/1.mp3", "b/new/er/3.mp3"]);
  survey("a");
  expect(walk("a")).toEqual([]);
});

test("another folder in the same place is another folder", async () => {
  await put("a/1.mp3");
  survey();
  walk();
  await rename(join(root, "a"), join(await temporaryFolder(), "was a"));
  await put("a/2.mp3");
  survey(".");
  expect(walk()).toEqual(["a/2.mp3"]);
});

test("a root that is another folder than the one surveyed is told from it", async () => {
  await put("1.mp3");
  survey();
  expect(tree.isThere()).toBe(true);
  await rename(root, `${root} away`);
  expect(tree.isThere()).toBe(false);
  await mkdir(root);
  expect(tree.isThere()).toBe(false);
  await rm(`${root} away`, { recursive: true });
});

test("the kernel's own folders are not entered, whatever leads there", async () => {
  await put("1.mp3");
  await symlink("/proc", join(root, "proc"));
  await symlink("/sys", join(root, "sys"));
  expect(survey()).toMatchObject({ files: 1 });
  expect(walk()).toEqual(["1.mp3"]);
});

test("links that make a loop end, in this root and across its borders", async () => {
  const outside = await temporaryFolder();
  await put("a/1.mp3");
  await symlink("..", join(root, "a/up"));
  await symlink(outside, join(root, "out"));
  await symlink(root, join(outside, "back"));
  await symlink(outside, join(outside, "itself"));
  expect(survey()).toMatchObject({ files: 1 });
  expect(walk()).toEqual(["a/1.mp3"]);
});

test("a folder deeper than anybody makes one is walked all the same", async () => {
  const deep = Array.from({ length: 500 }, (_, level) => `${level % 10}`).join("/");
  await put(`${deep}/song.mp3`);
  survey();
  expect(walk()).toEqual([`${deep}/song.mp3`]);
});

test("what a file has to be read with is in its stamp: a cover beside it, and the mood playlists that name it", async () => {
  await put("a/1.mp3", "a/Cover.JPG", "b/2.mp3");
  await writeFile(join(root, "Calm.m3u"), "b/2.mp3\n");
  const stamps = () => found().map(({ path, readWith }) => [relative(root, path), readWith]);
  expect(stamps()).toEqual([
    ["a/1.mp3", expect.stringMatching(/^1\npicture 0@\d+$/)],
    ["b/2.mp3", "1\nCalm"],
  ]);
  await rm(join(root, "Calm.m3u"));
  await rm(join(root, "a/Cover.JPG"));
  expect(stamps()).toEqual([
    ["a/1.mp3", "1"],
    ["b/2.mp3", "1"],
  ]);
});

test("a playlist that changes in a folder is told by that folder's survey", async () => {
  await put("a/1.mp3", "lists/x.txt");
  survey();
  walk();
  await writeFile(join(root, "lists/Party.m3u"), "../a/1.mp3\n");
  expect(survey("lists")).toMatchObject({ playlistsChanged: true });
  expect(survey("lists")).toMatchObject({ playlistsChanged: false });
  await rm(join(root, "lists/Party.m3u"));
  expect(survey("lists")).toMatchObject({ playlistsChanged: true });
});

test("a file that was just written to is not settled, one from the future is", async () => {
  tree = newTree({ settleMs: 60_000 });
  await put("new.mp3", "old.mp3", "odd.mp3");
  await utimes(join(root, "old.mp3"), new Date(0), new Date(Date.now() - 61_000));
  await utimes(join(root, "odd.mp3"), new Date(0), new Date(Date.now() + 61_000));
  expect(found().map(({ path, isSettled }) => [relative(root, path), isSettled])).toEqual([
    ["new.mp3", false],
    ["odd.mp3", true],
    ["old.mp3", true],
  ]);
});

test("a root that is not there says why", () => {
  tree = newTree({ root: join(root, "nowhere") });
  expect(() => survey()).toThrow(/ENOENT/);
});

test("of more folders than anybody has music in the first are walked, and that is told once", async () => {
  for (let n = 0; n < 30; n++) await put(`${n}/song.mp3`);
  tree = newTree({ mostFolders: 11 });
  expect(survey()).toMatchObject({ files: 10, unreadable: 0, isCutShort: true });
});
