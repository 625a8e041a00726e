import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import {
  copyFile,
  mkdir,
  mkdtemp,
  open,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  truncate,
  utimes,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Health } from "../../protocol/health.ts";
import { openStore } from "../open.ts";
import type { Store } from "../store.ts";
import { scannedFile } from "../testing.ts";
import { recover } from "./recovery.ts";

let folder: string;
let file: string;
let backups: string;
let store: Store | null = null;
const warnings: string[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mien-care-"));
  file = join(folder, "mien.db");
  backups = join(folder, "backups");
  await mkdir(backups);
  warnings.length = 0;
});
afterEach(async () => {
  await store?.close();
  store = null;
  await rm(folder, { recursive: true });
});

async function openWithCare(): Promise<Store> {
  const log = { warn: (_: object, message: string) => void warnings.push(message) };
  store = await openStore({ file, backups: [join(folder, "no stick"), backups], log });
  return store;
}

async function close(): Promise<void> {
  await store?.close();
  store = null;
}

function healthOf(opened: Store): Health {
  const told: Health[] = [];
  opened.onHealth((health) => told.push(health))();
  return told[0] as Health;
}

/** A day with a backup, after which something more was written. */
async function makeHistory(tracks = 20): Promise<void> {
  const opened = await openWithCare();
  await opened.library.put(Array.from({ length: tracks }, (_, n) => scannedFile(`/music/${n}.mp3`)));
  await opened.settings.put({ volume: 0.25 });
  await opened.care.backup({ folder: backups, at: Date.UTC(2026, 10, 20, 3), rotate: true });
  await opened.settings.put({ volume: 0.75 });
  await close();
}

async function overwrite(from: number, bytes: number): Promise<void> {
  const handle = await open(file, "r+");
  await handle.write(randomBytes(bytes), 0, bytes, from);
  await handle.sync();
  await handle.close();
}

const setAside = async (): Promise<string[]> => {
  const kept = join(folder, "set-aside");
  const dated = await readdir(kept);
  return dated.map((name) => join(kept, name, "mien.db"));
};

describe("a database that is damaged when it is opened is kept, and the last good backup takes its place", () => {
  const damages: [string, () => Promise<void>][] = [
    ["overwritten with something else", () => writeFile(file, "A shopping list. ".repeat(1000))],
    ["cut off within its header", () => truncate(file, 50)],
    ["cut off in the middle", async () => truncate(file, Math.floor((await stat(file)).size / 2))],
    ["emptied", () => truncate(file, 0)],
    ["with garbage where its tables are told of", () => overwrite(100, 8_000)],
  ];

  test.each(damages)("%s", async (_, damage) => {
    await makeHistory();
    await damage();
    const asItWas = await readFile(file);
    const opened = await openWithCare();
    expect(await opened.settings.all()).toEqual({ volume: 0.25 });
    expect(await opened.library.counts()).toEqual({ tracks: 20, unplayable: 0 });
    const kept = await setAside();
    expect(kept).toHaveLength(1);
    expect(await readFile(kept[0] ?? "")).toEqual(asItWas);
    expect(healthOf(opened)).toMatchObject({
      state: "degraded",
      reason: "database-replaced",
      detail: expect.stringMatching(/kept in .*set-aside.*\. The backup of 2026-11-20 /),
    });
  });

  test("with a log: the log is kept beside it", async () => {
    await makeHistory();
    await writeFile(`${file}-wal`, randomBytes(5_000));
    await truncate(file, 0);
    await openWithCare();
    const [kept = ""] = await setAside();
    expect((await stat(`${kept}-wal`)).size).toBe(5_000);
  });

  test("vanished while it was in use, as a file system's repair would have it", async () => {
    await makeHistory();
    await writeFile(`${file}-running`, "");
    await rm(file);
    const opened = await openWithCare();
    expect(await opened.settings.all()).toEqual({ volume: 0.25 });
    expect(opened.care.recovery).toMatchObject({ kind: "damaged", kept: null });
    expect(existsSync(join(folder, "set-aside"))).toBe(false);
  });

  test("twice: both are kept", async () => {
    await makeHistory();
    for (let turn = 0; turn < 2; turn++) {
      await truncate(file, 50);
      await openWithCare();
      await close();
    }
    expect(await setAside()).toHaveLength(2);
  });
});

test("a backup that is damaged itself is passed over for the one before it", async () => {
  await makeHistory();
  const [name = ""] = await readdir(backups);
  const newer = join(backups, "mien-20261121-030000.db");
  await copyFile(join(backups, name), newer);
  await truncate(newer, 20_000);
  await truncate(file, 50);
  const opened = await openWithCare();
  expect(await opened.settings.all()).toEqual({ volume: 0.25 });
  expect(opened.care.recovery?.backupAt).toBe(Date.UTC(2026, 10, 20, 3));
});

test.each([
  [
    "is said to be larger than the disk",
    (path: string) => writeFile(path, "").then(() => truncate(path, 8e12)),
  ],
  ["leads to something without an end", (path: string) => symlink("/dev/zero", path)],
])("a backup that %s is passed over for the one before it, and fills no disk", async (_, make) => {
  await makeHistory();
  await make(join(backups, "mien-20261121-030000.db"));
  await truncate(file, 50);
  const opened = await openWithCare();
  expect(await opened.settings.all()).toEqual({ volume: 0.25 });
  expect(opened.care.recovery?.backupAt).toBe(Date.UTC(2026, 10, 20, 3));
});

test("where the only backup has no room nothing takes the database's place, and it says why", async () => {
  await makeHistory();
  const [name = ""] = await readdir(backups);
  await truncate(join(backups, name), 8e12);
  await truncate(file, 50);
  const recovering = recover({ file, folders: [backups], at: Date.UTC(2026, 10, 20, 4) });
  await expect(recovering).rejects.toMatchObject({
    fault: "disk-full",
    message: expect.stringContaining(file),
  });
  expect((await stat(file)).size).toBe(50);
  expect(await readdir(folder)).not.toContain("set-aside");
});

describe("a backup that a clock that was ahead has dated", () => {
  const [real, ahead] = [Date.UTC(2026, 10, 20, 3), Date.UTC(2040, 0, 1)];
  const restoredAt = async () => (await recover({ file, folders: [backups], at: real + 3_600_000 })).backupAt;

  beforeEach(async () => {
    await makeHistory();
    const [name = ""] = await readdir(backups);
    await copyFile(join(backups, name), join(backups, "mien-20400101-000000.db"));
    await truncate(file, 50);
  });
  const written = (at: number) => utimes(file, at / 1_000, at / 1_000);

  test("comes after those that are real", async () => {
    await written(real + 1_800_000);
    expect(await restoredAt()).toBe(real);
  });

  test("is better than none", async () => {
    await written(real + 1_800_000);
    await rm(join(backups, "mien-20261120-030000.db"));
    expect(await restoredAt()).toBe(ahead);
  });

  test("is real where the database was written later still: then it is the clock of now that is behind", async () => {
    await written(ahead + 60_000);
    expect(await restoredAt()).toBe(ahead);
  });
});

test("without any backup an empty database takes its place, and that is said", async () => {
  await makeHistory();
  await rm(backups, { recursive: true });
  await truncate(file, 50);
  const opened = await openWithCare();
  expect(await opened.settings.all()).toEqual({});
  expect(healthOf(opened)).toMatchObject({
    ...{ state: "degraded", reason: "database-emptied" },
    detail: expect.stringContaining("There was no whole backup"),
  });
  expect(await setAside()).toHaveLength(1);
});

test("what happened is told until somebody has taken note of it, over restarts too", async () => {
  await makeHistory();
  await truncate(file, 50);
  await openWithCare();
  await close();
  const again = await openWithCare();
  expect(healthOf(again)).toMatchObject({ reason: "database-replaced" });
  again.care.acknowledge();
  expect(healthOf(again)).toEqual({ state: "ok" });
  await close();
  expect(healthOf(await openWithCare())).toEqual({ state: "ok" });
});

test("what the version before this one noted is told as well", async () => {
  await makeHistory();
  const note = { at: Date.now(), damaged: join(folder, "set-aside/2026-11-20"), backupAt: null };
  await writeFile(`${file}-recovered.json`, JSON.stringify(note));
  const opened = await openWithCare();
  expect(opened.care.recovery).toEqual({
    ...{ kind: "damaged", at: note.at, kept: note.damaged, backupAt: null, why: null },
  });
});

test("an empty data folder is a new appliance, and nothing to worry about", async () => {
  const opened = await openWithCare();
  expect(healthOf(opened)).toEqual({ state: "ok" });
  expect(existsSync(join(folder, "set-aside"))).toBe(false);
});

test("damage that is met while songs are asked for is mended, and the question is answered", async () => {
  await makeHistory(3_000);
  const { size } = await stat(file);
  const opened = await openWithCare();
  let replaced = 0;
  opened.care.onReplaced(() => replaced++);
  await overwrite(8_192, size - 8_192);
  const list = () => opened.library.list({ search: null, limit: 500, offset: 2_000 });
  // Several who meet it at once are all answered.
  const answers = await Promise.all([list(), list(), opened.library.artists({ search: null, limit: 5 })]);
  expect(answers[0].tracks).toHaveLength(500);
  expect(replaced).toBe(1);
  await opened.settings.put({ volume: 1 });
  expect(await opened.settings.all()).toEqual({ volume: 1 });
  expect(healthOf(opened)).toMatchObject({ state: "degraded", reason: "database-replaced" });
});

test("damage that is met while a song's play is written costs the play nothing", async () => {
  await makeHistory(3_000);
  const { size } = await stat(file);
  const opened = await openWithCare();
  await overwrite(4_096, size - 4_096);
  const end = { how: "finished", by: null, heardMs: 1 } as const;
  await opened.plays.end("nobody's", end, 5, null);
  expect(await opened.care.check()).toEqual([]);
  expect(await opened.library.counts()).toEqual({ tracks: 3_000, unplayable: 0 });
});

describe("after an unclean end", () => {
  test("it is known that nobody closed the database, and only then", async () => {
    expect((await openWithCare()).care.endedUncleanly).toBe(false);
    const crashed = join(folder, "crashed");
    await mkdir(crashed);
    for (const name of await readdir(folder))
      if (name.startsWith("mien.db")) await copyFile(join(folder, name), join(crashed, name));
    await close();
    expect((await openWithCare()).care.endedUncleanly).toBe(false);
    await close();
    file = join(crashed, "mien.db");
    expect((await openWithCare()).care.endedUncleanly).toBe(true);
  });

  test("a look through it finds damage that nobody has met, and mends it", async () => {
    await makeHistory(3_000);
    const { size } = await stat(file);
    await overwrite(size - 40_000, 40_000);
    const opened = await openWithCare();
    expect((await opened.care.check()).length).toBeGreaterThan(0);
    expect(await opened.care.check()).toEqual([]);
    expect(opened.care.recovery?.backupAt).toBe(Date.UTC(2026, 10, 20, 3));
    expect(await opened.settings.all()).toEqual({ volume: 0.25 });
  });

  test("an index that lacks a row is made anew, and nothing is lost", async () => {
    await makeHistory();
    damageAnIndex();
    const opened = await openWithCare();
    expect(await opened.care.check()).toContain("row 1 missing from index plays_by_track");
    expect(await opened.care.check()).toEqual([]);
    expect(await opened.settings.all()).toEqual({ volume: 0.75 });
    expect(healthOf(opened)).toEqual({ state: "ok" });
  });

  test("an index of the search that can't be read is made anew, and nothing is lost", async () => {
    await makeHistory(1_200);
    damageTheSearch();
    const opened = await openWithCare();
    expect(await opened.care.check()).toEqual([expect.stringContaining("tracks_search")]);
    const found = async () => (await opened.library.list({ search: "music", limit: 1, offset: 0 })).total;
    await expect.poll(found).toBe(1_000);
    expect(await opened.care.check()).toEqual([]);
    expect(await opened.settings.all()).toEqual({ volume: 0.75 });
    expect(healthOf(opened)).toEqual({ state: "ok" });
  });

  test("a backup that meets damage has it mended, and the next one is made", async () => {
    await makeHistory(1_200);
    damageTheSearch();
    const opened = await openWithCare();
    const backUp = () => opened.care.backup({ folder: backups, at: Date.UTC(2026, 10, 21, 3), rotate: true });
    await expect(backUp()).rejects.toMatchObject({ fault: "corrupt" });
    expect(await backUp()).toMatchObject({ name: "mien-20261121-030000.db" });
    expect(await opened.settings.all()).toEqual({ volume: 0.75 });
  });
});

/** A part of the index is nothing but zeros, as a card with a bad block gives it back. */
function damageTheSearch(): void {
  const database = new Database(file);
  database.unsafeMode();
  database.pragma("defensive = OFF");
  database.exec(
    `UPDATE tracks_search_data SET block = zeroblob(length(block))
     WHERE id = (SELECT id FROM tracks_search_data WHERE id > 10 ORDER BY length(block) DESC LIMIT 1)`,
  );
  database.close();
}

/** A row is written while the schema does not tell of the index, as a crash of a broken disk would leave it. */
function damageAnIndex(): void {
  const hide = new Database(file);
  hide.unsafeMode();
  const index = hide.prepare("SELECT * FROM sqlite_schema WHERE name = 'plays_by_track'").get() as object;
  hide.pragma("writable_schema = ON");
  hide.exec("DELETE FROM sqlite_schema WHERE name = 'plays_by_track'");
  hide.close();
  const write = new Database(file);
  write.unsafeMode();
  write.pragma("foreign_keys = OFF");
  write.exec(
    "INSERT INTO plays (id, place_id, title, artists, picked_at, started_at, reasons) VALUES ('x', 'y', '', '', 0, 0, '')",
  );
  write.pragma("writable_schema = ON");
  write.prepare("INSERT INTO sqlite_schema VALUES (@type, @name, @tbl_name, @rootpage, @sql)").run(index);
  write.close();
}
