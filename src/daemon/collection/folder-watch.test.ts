import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { FolderWatch } from "./folder-watch.ts";

let base: string;
let watch: FolderWatch;
const onChange = vi.fn();
const identify = vi.fn(async (folder: string) => `${(await stat(folder)).ino}`);

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), "mien-watch-"));
  mkdirSync(join(base, "music"));
  watch = new FolderWatch({ onChange, everyMs: 20, identify });
  onChange.mockClear();
});
afterEach(() => {
  watch.stop();
  rmSync(base, { recursive: true });
});

const folders = () => [join(base, "music"), join(base, "usb")];
/** As many as would tell a change several times over. */
async function someLooks(): Promise<void> {
  const before = identify.mock.calls.length;
  await expect.poll(() => identify.mock.calls.length).toBeGreaterThan(before + 10);
}

test("it answers which folders are there", async () => {
  expect(await watch.start(folders())).toEqual([join(base, "music")]);
});

test.each([
  ["comes", () => mkdirSync(join(base, "usb"))],
  ["goes", () => renameSync(join(base, "music"), join(base, "gone"))],
  [
    "is another one in the same place",
    () => {
      mkdirSync(join(base, "other"));
      renameSync(join(base, "other"), join(base, "music"));
    },
  ],
])("a folder that %s is told, once", async (_what, change) => {
  await watch.start(folders());
  change();
  await expect.poll(() => onChange.mock.calls.length).toBe(1);
  await someLooks();
  expect(onChange).toHaveBeenCalledTimes(1);
});

test("as long as nothing changes nothing is told", async () => {
  await watch.start(folders());
  await someLooks();
  expect(onChange).not.toHaveBeenCalled();
});

test("a folder is the same one by whichever name, with something in it or not; one that does not answer is not guessed", async () => {
  watch = new FolderWatch({ onChange, patienceMs: 50 });
  const music = join(base, "music");
  symlinkSync(music, join(base, "same"));
  const identity = await watch.identify(music);
  expect(identity).toMatch(/^[0-9]+ [0-9]+$/);
  writeFileSync(join(music, "song.mp3"), "");
  expect(await watch.identify(join(base, "same"))).toBe(identity);
  expect(await watch.identify(join(base, "usb"))).toBeNull();
  const hung = vi.fn(() => new Promise<null>(() => undefined));
  watch = new FolderWatch({ onChange, patienceMs: 50, identify: hung });
  for (let n = 0; n < 5; n++)
    await expect(watch.identify(music)).rejects.toMatchObject({ code: "ETIMEDOUT" });
  expect(hung).toHaveBeenCalledOnce();
});

test("a mount point without its drive is not there, and is when something lies in it", async () => {
  const point = join(base, "usb");
  mkdirSync(join(point, ".Trash"), { recursive: true });
  watch = new FolderWatch({ onChange, everyMs: 20 });
  expect(await watch.start([point])).toEqual([]);
  mkdirSync(join(point, "Album"));
  await expect.poll(() => onChange.mock.calls.length).toBe(1);
  expect(await watch.start([point])).toEqual([point]);
});

test("a folder that does not answer for a moment is not taken for gone, one that goes on so is", async () => {
  let answers = true;
  const share = vi.fn(async () => (answers ? "a disk" : new Promise<string>(() => undefined)));
  watch = new FolderWatch({ onChange, everyMs: 5, patienceMs: 20, identify: share });
  expect(await watch.start(["/share"])).toEqual(["/share"]);
  answers = false;
  expect(await watch.start(["/share"])).toEqual(["/share"]);
  expect(onChange).not.toHaveBeenCalled();
  await expect.poll(() => onChange.mock.calls.length).toBe(1);
  expect(await watch.start(["/share"])).toEqual([]);
  // What hangs in one folder holds one thread, however often it is looked at.
  expect(share.mock.calls.length).toBe(2);
});

test("folders that are not there, and files that are no folders, are gone; an empty one is there", async () => {
  watch = new FolderWatch({ onChange });
  const [here, mistyped, file] = [join(base, "music"), join(base, "musik"), join(base, "song.mp3")];
  writeFileSync(file, "");
  expect(await watch.gone([mistyped, here, file])).toEqual([mistyped, file]);
});

test("folders that do not answer are not gone, and are asked once, however often somebody wants to know", async () => {
  const asked: string[] = [];
  const share = async (folder: string) => {
    asked.push(folder);
    return folder.startsWith("/hung") ? new Promise<string>(() => undefined) : null;
  };
  watch = new FolderWatch({ onChange, everyMs: 5, patienceMs: 20, identify: share });
  const hung = Array.from({ length: 9 }, (_, index) => `/hung ${index}`);
  const folders = ["/typo", ...hung, "/after"];
  expect(await watch.gone(folders)).toEqual(["/typo"]);
  await Promise.all([watch.start(folders), watch.gone(folders), watch.gone(["/hung 10"])]);
  // Eight threads, and no more: the others are not looked for, and nothing is said of them.
  expect(asked).toEqual(["/typo", ...hung.slice(0, 8)]);
});

test("folders on shares that hang keep none behind them from being found, and say nothing while others answer", async () => {
  const share = async (folder: string) =>
    folder.startsWith("/hung") ? new Promise<string>(() => undefined) : folder;
  watch = new FolderWatch({ onChange, patienceMs: 20, wakeMs: 20, identify: share });
  const folders = ["/hung 1", "/hung 2", "/hung 3", "/music"];
  expect(await watch.start(folders)).toEqual(["/music"]);
  const answers = await Promise.all(folders.map((folder) => watch.answers(folder)));
  expect(answers).toEqual([false, false, false, true]);
});

test("of more folders than are asked at a time, none that is well is said to hang", async () => {
  watch = new FolderWatch({ onChange, identify });
  const many = Array.from({ length: 32 }, (_, index) => join(base, String(index)));
  for (const folder of many) mkdirSync(folder);
  const answers = await Promise.all(many.map((folder) => watch.answers(folder)));
  expect(answers).toEqual(many.map(() => true));
});

test("a disk that takes a while to wake answers whoever asks again", async () => {
  let wakes: (identity: string | null) => void = () => undefined;
  const disk = vi.fn(() => new Promise<string | null>((resolve) => (wakes = resolve)));
  watch = new FolderWatch({ onChange, patienceMs: 20, identify: disk });
  expect(await watch.gone(["/disk"])).toEqual([]);
  const again = watch.gone(["/disk"]);
  wakes(null);
  expect(await again).toEqual(["/disk"]);
  expect(disk).toHaveBeenCalledTimes(1);
});

test("a stop holds, also while the folders are being looked at for the first time", async () => {
  const started = watch.start(folders());
  watch.stop();
  await started;
  mkdirSync(join(base, "usb"));
  const { length } = identify.mock.calls;
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(identify.mock.calls).toHaveLength(length);
  expect(onChange).not.toHaveBeenCalled();
});
