import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ApplianceKey, ApplianceKeyError } from "./appliance-key.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mien-key-"));
});
afterEach(() => rm(folder, { recursive: true }));
const file = () => join(folder, "appliance.key");

test("a key is made once, for Mien's user alone, and is the same from then on", async () => {
  const sealed = ApplianceKey.open(folder).sealed("card", "04A2");
  expect((await stat(file())).mode & 0o777).toBe(0o600);
  expect(await readFile(file())).toHaveLength(32);
  expect(ApplianceKey.open(folder).sealed("card", "04A2")).toBe(sealed);
});

test("what is sealed for one purpose, or by another appliance, is something else", async () => {
  const key = ApplianceKey.open(folder);
  const sealed = key.sealed("card", "1234");
  expect(key.sealed("pin", "1234")).not.toBe(sealed);
  await rm(file());
  expect(ApplianceKey.open(folder).sealed("card", "1234")).not.toBe(sealed);
});

test("a key that is damaged is never taken, and never overwritten", async () => {
  await writeFile(file(), "short");
  expect(() => ApplianceKey.open(folder)).toThrow(ApplianceKeyError);
  expect(await readFile(file(), "utf8")).toBe("short");
});
