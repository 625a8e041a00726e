import { randomBytes } from "node:crypto";
import { copyFile, mkdir, mkdtemp, open as openFile, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openDatabase } from "./database.ts";
import { migrate } from "./migrate.ts";
import { migrations } from "./migrations/all.ts";
import { openStore } from "./open.ts";
import { anyCandidate, scannedFile } from "./testing.ts";

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mien-open-"));
  file = join(folder, "mien.db");
});
afterEach(() => rm(folder, { recursive: true }));

const opening = (path = file) => openStore({ file: path, log: { warn: () => undefined } });

async function makeStore(tracks = 0): Promise<void> {
  const store = await opening();
  await store.library.put(Array.from({ length: tracks }, (_, index) => scannedFile(`/music/${index}.mp3`)));
  await store.close();
}

describe("a store that can't be opened says why and what to do", () => {
  test("a folder stands where the file should be", async () => {
    await mkdir(file);
    await expect(opening()).rejects.toMatchObject({
      name: "StoreError",
      fault: "cannot-open",
      message: `${file} is a folder, but the database is to be a file of that name. Remove the folder, or choose another data folder.`,
    });
  });

  test("a file stands where the data folder should be", async () => {
    await writeFile(join(folder, "data"), "");
    const message = expect.stringMatching(
      /^The data folder .*data\/deep can't be made \(ENOTDIR.*Choose another one/,
    );
    await expect(opening(join(folder, "data", "deep", "mien.db"))).rejects.toMatchObject({
      fault: "cannot-open",
      message,
    });
  });

  test("the file is no database", async () => {
    await writeFile(file, randomBytes(10_000));
    const message = expect.stringMatching(/damaged or no SQLite database.*Restore a backup/);
    await expect(opening()).rejects.toMatchObject({ fault: "corrupt", message });
  });

  test("the database is another program's, and stays as it was", async () => {
    new Database(file).exec("CREATE TABLE bookmarks (url TEXT)").close();
    const before = await readFile(file);
    const message = expect.stringContaining("is the database of another program");
    await expect(opening()).rejects.toMatchObject({ fault: "cannot-open", message });
    expect((await readFile(file)).subarray(100)).toEqual(before.subarray(100));
  });

  test("the database is a newer Mien's", async () => {
    await makeStore();
    const database = new Database(file);
    database.pragma(`user_version = ${migrations.length + 1}`);
    database.close();
    const message = expect.stringMatching(/was written by a newer Mien.*Update Mien/);
    await expect(opening()).rejects.toMatchObject({ fault: "newer-version", message });
  });

  test("another program holds it for too long", async () => {
    await makeStore();
    const other = new Database(file);
    other.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE; CREATE TABLE other (a)");
    const message = expect.stringContaining("Another program holds");
    await expect(opening()).rejects.toMatchObject({ fault: "cannot-open", message });
    other.close();
  });
});

test("damage in the middle of the file is found when it is read, and told as such", async () => {
  await makeStore(3000);
  const { size } = await stat(file);
  const handle = await openFile(file, "r+");
  await handle.write(randomBytes(size - 65_536), 0, size - 65_536, 65_536);
  await handle.close();
  expect(size).toBeGreaterThan(200_000);
  const found = await opening().then(
    async (store) => {
      const answers = await Promise.allSettled([
        store.library.candidates(anyCandidate()),
        store.library.counts(),
      ]);
      await store.close();
      return answers.flatMap((answer) => (answer.status === "rejected" ? [answer.reason] : []));
    },
    (error: unknown) => [error],
  );
  expect(found).toContainEqual(expect.objectContaining({ fault: "corrupt" }));
});

describe("a store that can be opened", () => {
  test("makes its folder", async () => {
    const store = await opening(join(folder, "a", "b", "mien.db"));
    expect(await store.settings.all()).toEqual({});
    await store.close();
  });

  test("takes up a log that a crash left behind", async () => {
    const store = await opening();
    await store.settings.put({ volume: 0.5 });
    const crashed = join(folder, "crashed.db");
    await copyFile(file, crashed);
    await copyFile(`${file}-wal`, `${crashed}-wal`);
    await store.close();
    const again = await opening(crashed);
    expect(await again.settings.all()).toEqual({ volume: 0.5 });
    await again.close();
  });

  test("leaves a whole database of the newest version, with a write-ahead log", async () => {
    await makeStore();
    const database = new Database(file, { readonly: true });
    expect(database.pragma("journal_mode", { simple: true })).toBe("wal");
    expect(database.pragma("integrity_check", { simple: true })).toBe("ok");
    expect(database.pragma("user_version", { simple: true })).toBe(migrations.length);
    database.close();
  });

  // It stands in no file: each connection has its own, and the driver's own default is less.
  test("syncs every commit of its writer, whichever way it was opened", async () => {
    const full = 2;
    for (const maxPages of [null, 10_000]) {
      const writer = openDatabase(file, "writer", maxPages);
      expect(writer.pragma("synchronous", { simple: true })).toBe(full);
      expect(writer.pragma("journal_mode", { simple: true })).toBe("wal");
      writer.close();
    }
  });
});

describe("migrations", () => {
  test("run once each, in their order", () => {
    const database = new Database(file);
    const steps = ["CREATE TABLE one (a)", "ALTER TABLE one ADD COLUMN b", "INSERT INTO one VALUES (1, 2)"];
    migrate(database, file, steps.slice(0, 1));
    migrate(database, file, steps);
    migrate(database, file, steps);
    expect(database.prepare("SELECT * FROM one").all()).toEqual([{ a: 1, b: 2 }]);
    database.close();
  });

  test("one that fails leaves the version before it whole", () => {
    const database = new Database(file);
    const bad = "CREATE TABLE two (a); INSERT INTO no_such_table VALUES (1)";
    expect(() => migrate(database, file, ["CREATE TABLE one (a)", bad])).toThrow("no_such_table");
    expect(database.pragma("user_version", { simple: true })).toBe(1);
    expect(database.prepare("SELECT name FROM sqlite_schema").pluck().all()).toEqual(["one"]);
    database.close();
  });
});
