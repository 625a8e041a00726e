import { lstat, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { writeWhole, writeWholeSync } from "./whole-file.ts";

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mien-whole-"));
  path = join(folder, "kept.json");
});
afterEach(() => rm(folder, { recursive: true }));

const mode = async (of: string): Promise<number> => (await stat(of)).mode & 0o777;

describe.each([
  ["in memory", (text: string) => writeWhole(path, text)],
  ["to last", (text: string) => writeWhole(path, text, { lasting: true })],
  ["at once", async (text: string) => writeWholeSync(path, text)],
])("a file written %s", (_, write) => {
  test("holds the newest text, is its owner's alone, and has nothing beside it", async () => {
    for (const text of ["a longer one", "short"]) {
      await write(text);
      expect(await readFile(path, "utf8")).toBe(text);
    }
    expect([await mode(path), await readdir(folder)]).toEqual([0o600, ["kept.json"]]);
  });

  test("is its owner's alone also where a crash, or somebody, left half of one for all to read", async () => {
    await writeFile(`${path}.new`, "half", { mode: 0o666 });
    await write("a secret");
    expect([await mode(path), await readFile(path, "utf8")]).toEqual([0o600, "a secret"]);
  });

  test("goes nowhere else by a link that somebody put in its way", async () => {
    const elsewhere = join(folder, "elsewhere");
    await writeFile(elsewhere, "theirs");
    await symlink(elsewhere, `${path}.new`);
    await write("ours");
    expect(await readFile(elsewhere, "utf8")).toBe("theirs");
    expect((await lstat(path)).isSymbolicLink()).toBe(false);
  });

  test("that can't take its place leaves nothing half written, and says why", async () => {
    await mkdir(join(path, "in the way"), { recursive: true });
    await expect(write("text")).rejects.toThrow(/EISDIR|ENOTEMPTY/);
    expect(await readdir(folder)).toEqual(["kept.json"]);
    await rm(path, { recursive: true });
    path = join(folder, "nowhere", "kept.json");
    await expect(write("text")).rejects.toThrow("ENOENT");
  });
});

test("a file for others is theirs too whatever the mask, and only when it is whole", async () => {
  const before = process.umask(0o077);
  try {
    writeWholeSync(path, "for the group", 0o640);
  } finally {
    process.umask(before);
  }
  expect(await mode(path)).toBe(0o640);
});
