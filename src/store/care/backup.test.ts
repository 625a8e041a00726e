import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, open, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openTestStore, scannedFile, type TestStore } from "../testing.ts";
import type { BackupFile } from "./backup-files.ts";

let opened: TestStore;
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mien-backup-"));
  opened = await openTestStore({ backups: [] });
});
afterEach(async () => {
  await opened.remove();
  await rm(folder, { recursive: true });
});

const at = Date.UTC(2026, 10, 21, 3);
const name = "mien-20261121-030000.db";
const backUp = (into = folder) => opened.store.care.backup({ folder: into, at, rotate: true });

async function someLibrary(tracks: number): Promise<void> {
  const files = Array.from({ length: tracks }, (_, n) => scannedFile(`/music/${n}.mp3`));
  while (files.length > 0) await opened.store.library.put(files.splice(0, 500));
}

function inBackup<Answer>(sql: string): Answer {
  const database = new Database(join(folder, name), { readonly: true });
  try {
    return database.prepare(sql).pluck().get() as Answer;
  } finally {
    database.close();
  }
}

test("a backup made in the midst of writing is one moment of the database, whole", async () => {
  await someLibrary(2_000);
  let writing = true;
  let writes = 0;
  const writer = (async () => {
    for (; writing; writes++) await opened.store.settings.put({ one: writes, other: writes });
  })();
  // However quick one is: the one that is looked at was made while something was written.
  let backup: BackupFile;
  let before: number;
  do {
    before = writes;
    backup = await backUp();
  } while (writes === before);
  writing = false;
  await writer;
  expect(backup).toEqual({ name, path: join(folder, name), at, bytes: (await stat(backup.path)).size });
  expect(inBackup("PRAGMA integrity_check")).toBe("ok");
  expect(inBackup("SELECT count(*) FROM tracks")).toBe(2_000);
  const one = inBackup("SELECT value FROM settings WHERE name = 'one'");
  expect(one).toBe(inBackup("SELECT value FROM settings WHERE name = 'other'"));
  // On a stick nothing else lies beside it.
  expect(await readdir(folder)).toEqual([name]);
});

test("what was cut off is cleared away with the next one, and nobody else's files are", async () => {
  await writeFile(join(folder, "mien-20261120-030000.db.part"), "half");
  await writeFile(join(folder, "holiday.part"), "mine");
  await backUp();
  expect((await readdir(folder)).sort()).toEqual(["holiday.part", name]);
});

test("older ones go only after the new one was read again", async () => {
  for (let day = 1; day <= 20; day++)
    await writeFile(join(folder, `mien-202611${String(day).padStart(2, "0")}-030000.db`), "");
  await someLibrary(5_000);
  const { size } = await stat(opened.file);
  const handle = await open(opened.file, "r+");
  await handle.write(randomBytes(size / 2), 0, size / 2, size / 4);
  await handle.close();
  await expect(backUp()).rejects.toMatchObject({ fault: "corrupt" });
  expect(await readdir(folder)).toHaveLength(20);
  expect(existsSync(join(folder, `${name}.part`))).toBe(false);
});

test("closing the store breaks a backup off at once", async () => {
  // Politeness that knows no end: without being broken off it would wait for longer than any test.
  const began = join(folder, "began");
  await writeFile(join(folder, "ionice"), `#!/bin/sh\necho $$ >"${began}"\nexec sleep 1000\n`, {
    mode: 0o755,
  });
  vi.stubEnv("PATH", `${folder}:${process.env.PATH}`);
  const backup = backUp().catch((error: unknown) => error);
  await expect.poll(() => readFile(began, "utf8").catch(() => "")).not.toBe("");
  await opened.store.close();
  vi.unstubAllEnvs();
  expect(await backup).toMatchObject({ fault: "gone" });
  expect(await readdir(folder)).not.toContain(name);
  const worker = (await readFile(began, "utf8")).trim();
  // Ended at once; whoever takes in what its parent left behind may need a moment.
  await expect.poll(() => existsSync(`/proc/${worker}`)).toBe(false);
});

test("a folder that can't be written to is told with its culprit", async () => {
  await writeFile(join(folder, "file"), "");
  await expect(backUp(join(folder, "file"))).rejects.toMatchObject({
    fault: "unavailable",
    message: expect.stringContaining(join(folder, "file")),
  });
});

test("a stick without room is told, keeps what it has, and takes the next one once there is room", async (context) => {
  const stick = join(folder, "stick");
  await mkdir(stick);
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=66m", "tmpfs", stick], { stdio: "ignore" });
  } catch {
    return context.skip("this user may mount no disk");
  }
  try {
    await writeFile(join(stick, "mien-20261120-030000.db"), "older");
    execFileSync("fallocate", ["-l", "60M", join(stick, "films")]);
    await expect(backUp(stick)).rejects.toMatchObject({
      fault: "disk-full",
      message: `There is no room for a backup in ${stick}. Make room, or choose another folder in the settings, under “Folder for backups”.`,
    });
    expect((await readdir(stick)).sort()).toEqual(["films", "mien-20261120-030000.db"]);
    await rm(join(stick, "films"));
    await backUp(stick);
    expect(await readFile(join(stick, "mien-20261120-030000.db"), "utf8")).toBe("older");
  } finally {
    execFileSync("umount", [stick]);
  }
});
