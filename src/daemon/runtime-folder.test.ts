import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { leaveRuntimeFolder, makeRuntimeFolder } from "./runtime-folder.ts";

// It may lie in /tmp, where everybody may put something before.

let base: string;
const uid = process.getuid?.() ?? 0;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), "mien-base-"));
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

const make = (as = uid) => makeRuntimeFolder({ base, dataFolder: "/data", uid: as });
/** Where it will be. */
const place = () => {
  const folder = make();
  leaveRuntimeFolder(folder);
  return folder;
};

test("nobody else may look into it, also where it was there already and open to all", () => {
  const folder = make();
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  chmodSync(folder, 0o777);
  expect(make()).toBe(folder);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
});

test("the next daemon on the same data finds it, and one on other data another", () => {
  expect(make()).toBe(make());
  expect(basename(makeRuntimeFolder({ base, dataFolder: "/other", uid }))).not.toBe(basename(make()));
});

test("one of somebody else's is not taken, and is told with the cure", () => {
  const folder = place();
  const another = folder.replace(`mien-${uid}-`, `mien-${uid + 1}-`);
  mkdirSync(another);
  expect(() => make(uid + 1)).toThrow(
    `${another} belongs to somebody else: remove it, or set XDG_RUNTIME_DIR to a folder of your own.`,
  );
});

test("a link in its place leads nowhere, and a file is no folder", () => {
  const folder = place();
  mkdirSync(join(base, "elsewhere"), { mode: 0o755 });
  symlinkSync(join(base, "elsewhere"), folder);
  expect(make).toThrow("belongs to somebody else");
  expect(statSync(join(base, "elsewhere")).mode & 0o777).toBe(0o755);
  rmSync(folder);
  symlinkSync(join(base, "nowhere"), folder);
  expect(make).toThrow(folder);
  rmSync(folder);
  writeFileSync(folder, "");
  expect(make).toThrow("can't be made (EEXIST)");
});

test("at the end it goes where nothing is in it, and stays for an mpv that plays on", () => {
  const folder = make();
  writeFileSync(join(folder, "mpv-auto.pid"), "1");
  leaveRuntimeFolder(folder);
  expect(statSync(folder).isDirectory()).toBe(true);
});
