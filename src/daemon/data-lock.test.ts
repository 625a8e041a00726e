import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { lockData } from "./data-lock.ts";

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "mien-lock-"));
  path = join(folder, "mien.lock");
});
afterEach(() => rmSync(folder, { recursive: true }));

function lock(): () => void {
  const release = lockData(folder);
  if (typeof release !== "function") throw new Error(`held by ${release.heldBy}`);
  return release;
}

test("a folder that a living process has is refused, with its id", () => {
  lock();
  expect(lockData(folder)).toEqual({ heldBy: process.pid });
});

test("released, it can be had again, and nothing is left in it", () => {
  lock()();
  expect(readdirSync(folder)).toEqual([]);
  lock();
});

test("what a dead process left behind counts for nothing", () => {
  writeFileSync(path, "999999999 0e0e 1\n");
  lock();
});

test("a living process that only has the same id as a dead one counts for nothing", () => {
  lock();
  const [pid, boot, startedAt] = readFileSync(path, "utf8").trim().split(" ");
  writeFileSync(path, `${pid} ${boot} ${Number(startedAt) - 1}\n`);
  lock();
});

test.each(["", "what is this?\n"])("a file that says %j counts for nothing", (content) => {
  writeFileSync(path, content);
  lock();
});

test("a release takes away no lock that somebody else has got since", () => {
  const release = lock();
  writeFileSync(path, "1 boot 2\n");
  release();
  expect(readFileSync(path, "utf8")).toBe("1 boot 2\n");
});
