import { execFileSync, spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { copyFile, mkdir, open, readdir, rm, symlink, truncate, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterEach, expect, test } from "vitest";
import type { CopyState } from "../../protocol/music-in.ts";
import { makeMusic, makePicture, temporaryFolder } from "../testing-music.ts";
import { Landing } from "./landing.ts";
import { sniff } from "./sniff.ts";
import { StickCopy } from "./stick-copy.ts";

const source = await temporaryFolder();
const one = await makeMusic(join(source, "one.mp3"), { tone: 300 });
const two = await makeMusic(join(source, "two.flac"), { tone: 500, seconds: 20 });
const three = await makeMusic(join(source, "three.ogg"), { tone: 700 });
const picture = await makePicture(join(source, "cover.png"));

const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const act of undo.splice(0).reverse()) await act();
});

interface Tried {
  copy: StickCopy;
  stick: string;
  uploads: string;
  known: Set<string>;
  wasCopied: () => number;
  ended: () => Promise<Exclude<CopyState, { state: "idle" }>>;
}

async function someStick(
  options: { keepFreeBytes?: number; stick?: string; uploads?: string; onPlanned?: () => unknown } = {},
): Promise<Tried> {
  const stick = options.stick ?? (await temporaryFolder());
  const { uploads = join(await temporaryFolder(), "music") } = options;
  const known = new Set<string>();
  let copied = 0;
  const landing = new Landing({ folder: uploads });
  const copy = new StickCopy({
    landing: () => landing,
    areKnown: async (hashes) => {
      await options.onPlanned?.();
      return hashes.map((hash) => known.has(hash));
    },
    onCopied: () => copied++,
    timeLeft: () => ({ progress: () => ({ leftMs: 1 }) }),
    keepFreeBytes: options.keepFreeBytes ?? 0,
  });
  undo.push(() => copy.stop());
  const ended = async () => {
    await expect.poll(() => copy.state.state).not.toMatch(/idle|looking|copying/);
    // What it said last comes a moment before its process has gone, and the next one can begin.
    await copy.stop();
    if (copy.state.state === "idle") throw new Error("Nothing was copied.");
    return copy.state;
  };
  return { copy, stick, uploads, known, wasCopied: () => copied, ended };
}

async function put(from: string, stick: string, ...places: string[]): Promise<void> {
  for (const place of places) {
    await mkdir(dirname(join(stick, place)), { recursive: true });
    await copyFile(from, join(stick, place));
  }
}

async function filesIn(folder: string): Promise<string[]> {
  const all = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return all
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .sort();
}

test("music, cover pictures and playlists are copied, under the names that they have", async () => {
  const { copy, stick, uploads, wasCopied, ended } = await someStick();
  await put(one, stick, "A/Album/one.mp3", "wrong ending.wav");
  await put(two, stick, "two.flac");
  await put(picture, stick, "A/Album/cover.png", "A/holiday.png");
  await writeFile(join(stick, "Calm.m3u8"), "A/Album/one.mp3\n");
  await writeFile(join(stick, "A/letter.doc"), "private");
  expect(copy.begin(stick, "STICK")).toBe(true);
  expect(copy.begin(stick, "STICK")).toBe(false);
  const state = await ended();
  expect(state).toMatchObject({ state: "done", failed: 0, detail: null, to: join(uploads, "STICK") });
  // The second of the two with the same sound is not needed.
  expect(state.files).toEqual({ done: 5, of: 5, alreadyHere: 1 });
  expect(state.bytes.done).toBe(state.bytes.of);
  expect(await filesIn(uploads)).toEqual([
    "STICK/A/Album/cover.png",
    "STICK/A/Album/one.mp3",
    "STICK/Calm.m3u8",
    "STICK/two.flac",
  ]);
  expect(wasCopied()).toBe(1);
});

test("what is here already, by its sound or from an earlier copy, is not copied again", async () => {
  const { copy, stick, uploads, known, ended } = await someStick();
  await put(one, stick, "one.mp3");
  await put(two, stick, "two.flac");
  const heard = sniff(one, "one.mp3");
  if ("contentHash" in heard) known.add(heard.contentHash ?? "");
  copy.begin(stick, "S");
  expect((await ended()).files).toEqual({ done: 2, of: 2, alreadyHere: 1 });
  expect(await filesIn(uploads)).toEqual(["S/two.flac"]);
  copy.begin(stick, "S");
  expect(await ended()).toMatchObject({
    state: "done",
    files: { done: 2, of: 2, alreadyHere: 2 },
    bytes: { done: 0, of: 0 },
  });
});

test("links are never followed, and broken files are told by name", async () => {
  const { copy, stick, uploads, ended } = await someStick();
  await writeFile(join(stick, "..song.mp3"), "hidden");
  await symlink(one, join(stick, "link.mp3"));
  await symlink("/", join(stick, "everything"));
  await writeFile(join(stick, "page.mp3"), "<html>".repeat(500));
  execFileSync("mkfifo", [join(stick, "pipe.mp3")]);
  await put(one, stick, "good.mp3");
  copy.begin(stick, "S");
  const state = await ended();
  expect(state).toMatchObject({ state: "done", failed: 1, files: { done: 1, of: 2 } });
  expect(state.failures).toEqual([{ path: "page.mp3", reason: expect.stringContaining("no sound") }]);
  expect(await filesIn(uploads)).toEqual(["S/good.mp3"]);
});

test("without room nothing is written, and it is told how much is needed", async () => {
  const { copy, stick, uploads, wasCopied, ended } = await someStick({
    keepFreeBytes: Number.MAX_SAFE_INTEGER,
  });
  await put(one, stick, "one.mp3");
  copy.begin(stick, "S");
  expect(await ended()).toMatchObject({ state: "no-room", detail: expect.stringMatching(/room for 0 MB/) });
  expect(await filesIn(uploads)).toEqual([]);
  expect(wasCopied()).toBe(0);
});

test("a folder that can't take anything is told with its name", async () => {
  const taken = join(await temporaryFolder(), "taken");
  await writeFile(taken, "a file where a folder should be");
  const { copy, stick, uploads, ended } = await someStick({ uploads: join(taken, "music") });
  await put(one, stick, "one.mp3");
  copy.begin(stick, "S");
  expect(await ended()).toMatchObject({ state: "failed", detail: expect.stringContaining(uploads) });
});

test("a drive that is not there any more is told as gone", async () => {
  const { copy, stick, ended } = await someStick();
  await rm(stick, { recursive: true });
  copy.begin(stick, "S");
  expect(await ended()).toMatchObject({ state: "drive-gone", detail: expect.stringContaining("connect it") });
});

/**
 * Where the second file comes down there is a pipe, so that the copy waits there for whoever reads from it. Called when
 * the copy knows what it has to do, and asks which sounds are known.
 */
async function holdAtTheSecond(stick: string, uploads: string): Promise<string> {
  const isOurs = (pid: string) => {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, "utf8");
      return command.includes("copy-main") && command.includes(stick);
    } catch {
      return false; // It ended between the listing and the look.
    }
  };
  const pid = readdirSync("/proc").find((name) => /^\d+$/.test(name) && isOurs(name));
  const { run } = new Landing({ folder: uploads });
  const pipe = join(uploads, ".mien-incoming", `${pid}-${run}-2.part`);
  await mkdir(dirname(pipe), { recursive: true });
  execFileSync("mkfifo", [pipe]);
  return pipe;
}

test("cancelled, what was copied stays, nothing half is left, and the next one goes on", async () => {
  const [stick, uploads] = [await temporaryFolder(), join(await temporaryFolder(), "music")];
  let pipe = "";
  const { copy, ended } = await someStick({
    ...{ stick, uploads },
    onPlanned: async () => {
      pipe ||= await holdAtTheSecond(stick, uploads);
    },
  });
  await put(one, stick, "a.mp3");
  // The sound is at its start, and the rest is silence that no disk has to hold.
  await put(two, stick, "b.flac");
  await truncate(join(stick, "b.flac"), 300_000_000);
  copy.begin(stick, "S");
  await expect.poll(() => pipe).not.toBe("");
  const reading = await open(pipe, "r");
  undo.push(() => reading.close());
  // It goes on as far as somebody reads, and tells how far that is.
  const goOn = async () => {
    for (let n = 0; n < 16; n++) await reading.read(Buffer.alloc(65_536));
    return "bytes" in copy.state && copy.state.bytes.done;
  };
  await expect.poll(goOn).toBeGreaterThan(2_000_000);
  expect(await copy.cancel()).toBe(true);
  expect(await ended()).toMatchObject({ state: "cancelled", files: { done: 1 } });
  expect(await filesIn(uploads)).toEqual(["S/a.mp3"]);
  expect(await copy.cancel()).toBe(false);
  await rm(join(stick, "b.flac"));
  copy.begin(stick, "S");
  expect(await ended()).toMatchObject({ state: "done", files: { alreadyHere: 1 } });
});

test("pulled out in the middle, what was copied stays and nothing half is left", async (context) => {
  const stick = await temporaryFolder();
  try {
    execFileSync("mount", ["-t", "tmpfs", "tmpfs", stick], { stdio: "ignore" });
  } catch {
    return context.skip("this user may mount no disk");
  }
  undo.push(() => spawnSync("umount", ["-l", stick]));
  const uploads = join(await temporaryFolder(), "music");
  let pipe = "";
  const { copy, ended } = await someStick({
    ...{ stick, uploads },
    onPlanned: async () => {
      pipe ||= await holdAtTheSecond(stick, uploads);
    },
  });
  await put(one, stick, "a.mp3");
  await put(two, stick, "b.flac");
  await put(three, stick, "c.ogg");
  copy.begin(stick, "S");
  await expect.poll(() => filesIn(uploads)).toContain("S/a.mp3");
  expect(spawnSync("umount", ["-l", stick]).status).toBe(0);
  const reading = await open(pipe, "r");
  undo.push(() => reading.close());
  expect(await ended()).toMatchObject({
    state: "drive-gone",
    detail: expect.stringMatching(/after 1 of 3 files/),
  });
  expect(await filesIn(uploads)).toEqual(["S/a.mp3"]);
});
