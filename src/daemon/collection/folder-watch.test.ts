import { mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
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
