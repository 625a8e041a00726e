import { mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { FolderWatch } from "./folder-watch.ts";

let base: string;
let watch: FolderWatch;
const onChange = vi.fn();

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), "mien-watch-"));
  mkdirSync(join(base, "music"));
  watch = new FolderWatch({ onChange, everyMs: 20 });
  onChange.mockClear();
});
afterEach(() => {
  watch.stop();
  rmSync(base, { recursive: true });
});

const folders = () => [join(base, "music"), join(base, "usb")];
const someLooks = () => new Promise((resolve) => setTimeout(resolve, 300));

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

test("a stop holds, also while the folders are being looked at for the first time", async () => {
  const started = watch.start(folders());
  watch.stop();
  await started;
  mkdirSync(join(base, "usb"));
  await someLooks();
  expect(onChange).not.toHaveBeenCalled();
});
