import { existsSync, readdirSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { KeptFile } from "./kept-file.ts";

let folder: string;
let path: string;
const log = { warn: vi.fn() };
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mien-kept-"));
  path = join(folder, "kept.json");
  log.warn.mockClear();
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const opened = () => new KeptFile({ path, fault: "it can't be kept", log });
const inFile = () => readFileSync(path, "utf8");

test("the newest is kept, whatever was put before it was there", async () => {
  const file = opened();
  for (let n = 0; n < 20; n++) void file.put(`${n}`);
  await file.written();
  expect(inFile()).toBe("19");
  await file.put("again");
  expect(inFile()).toBe("again");
});

test("put away, nothing is left of it, also nothing half written", async () => {
  const file = opened();
  await file.put("text");
  await writeFile(`${path}.new`, "half");
  await file.put(null);
  expect(readdirSync(folder)).toEqual([]);
  void file.put("text");
  await file.put(null);
  expect(existsSync(path)).toBe(false);
});

test("what can't be written is told once, and once more when that comes again", async () => {
  const file = opened();
  await rm(folder, { recursive: true });
  for (const text of ["1", "2", "3"]) await file.put(text);
  expect(log.warn.mock.calls).toEqual([[{ fault: "ENOENT" }, "it can't be kept"]]);
  await mkdir(folder);
  await file.put("4");
  expect(inFile()).toBe("4");
  await rm(folder, { recursive: true });
  await file.put("5");
  expect(log.warn).toHaveBeenCalledTimes(2);
});
