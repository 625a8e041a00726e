import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import {
  copyFile,
  mkdir,
  mkdtemp,
  readdir,
  rename,
  rm,
  stat,
  symlink,
  truncate,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { Health } from "../../protocol/health.ts";
import { openStore } from "../open.ts";
import type { Store } from "../store.ts";
import { restoreAsked } from "./asked-restore.ts";
import { DatabaseCare } from "./database-care.ts";
import { restoreBackup } from "./restore.ts";

let at: number;
const name = "mien-20261120-030000.db";
let template: string;
let folder: string;
let file: string;
let backups: string;
let note: string;

beforeAll(async () => {
  template = await mkdtemp(join(tmpdir(), "mien-asked-"));
  folder = template;
  await mkdir(join(template, "backups"));
  await inStore(async (store) => {
    await store.settings.put({ volume: 0.25 });
    await store.care.backup({
      folder: join(template, "backups"),
      at: Date.UTC(2026, 10, 20, 3),
      rotate: true,
    });
    await store.settings.put({ volume: 0.75 });
  });
});
afterAll(() => rm(template, { recursive: true }));
beforeEach(async () => {
  at = Date.now();
  folder = await mkdtemp(join(tmpdir(), "mien-asked-"));
  file = join(folder, "mien.db");
  backups = join(folder, "backups");
  note = `${file}-restore.json`;
  await mkdir(backups);
  await copyFile(join(template, "mien.db"), file);
  await copyFile(join(template, "backups", name), join(backups, name));
});
afterEach(() => rm(folder, { recursive: true }));

async function inStore<Answer>(work: (store: Store) => Promise<Answer>): Promise<Answer> {
  const log = { warn: () => undefined };
  const store = await openStore({ file: join(folder, "mien.db"), backups: [join(folder, "backups")], log });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

const volume = () => inStore(async (store) => (await store.settings.all()).volume);
const ask = (backup: string) =>
  inStore(async (store) => {
    await store.care.askRestore(backup);
    at = Date.now();
  });
/** As the next start does. */
const restore = () => restoreAsked({ file, folders: [join(folder, "no stick"), backups], at });
const minuteMs = 60_000;
const told = () =>
  inStore(async (store) => {
    const health: Health[] = [];
    store.onHealth((now) => health.push(now))();
    return { health: health[0], recovery: store.care.recovery };
  });

async function leftAsItWas(): Promise<void> {
  expect(await volume()).toBe(0.75);
  const left = await readdir(folder);
  expect(left).not.toContain("set-aside");
  expect(left).not.toContain("mien.db-restore.json");
  expect(left).not.toContain("mien.db.restoring");
}

test("what was asked for is in the database's place after the next start, and what was there is kept", async () => {
  await ask(join(backups, name));
  expect((await stat(note)).mode & 0o777).toBe(0o600);
  expect(await volume()).toBe(0.75);
  const restored = await restore();
  const [kept = ""] = await readdir(join(folder, "set-aside"));
  expect(restored).toEqual({
    ...{ kind: "restored", at, kept: join(folder, "set-aside", kept) },
    ...{ backupAt: Date.UTC(2026, 10, 20, 3), why: null },
  });
  expect(await volume()).toBe(0.25);
  expect(await readdir(join(folder, "set-aside", kept))).toContain("mien.db");
  expect(existsSync(note)).toBe(false);
});

test("what came of it is told on the screen over restarts, until somebody has taken note of it", async () => {
  await ask(join(backups, name));
  const restored = await restore();
  const now = Date.now();
  await restoreAskedAt(now);
  const first = await told();
  expect(first.recovery).toEqual({ ...restored, at: now, kept: expect.stringContaining("set-aside") });
  expect(first.health).toMatchObject({
    ...{ state: "degraded", reason: "database-restored" },
    detail: expect.stringMatching(/is kept in .*set-aside.*\. The backup of 2026-11-20 /),
  });
  await inStore(async (store) => store.care.acknowledge());
  expect(await told()).toEqual({ health: { state: "ok" }, recovery: null });
});

/** Once more, and by the clock: news of another year is no news. */
async function restoreAskedAt(now: number): Promise<void> {
  await ask(join(backups, name));
  expect(await restoreAsked({ file, folders: [backups], at: now })).toMatchObject({ kind: "restored" });
}

test("it is done once: what is changed afterwards outlasts the starts that follow", async () => {
  await ask(join(backups, name));
  await restore();
  await inStore((store) => store.settings.put({ volume: 0.5 }));
  expect(await restore()).toBeNull();
  expect(await volume()).toBe(0.5);
});

test("after a power cut with the note there, the next start restores it, log and all", async () => {
  await ask(join(backups, name));
  await writeFile(`${file}-running`, "");
  await writeFile(`${file}-wal`, "the log of a database that nobody closed");
  expect(await restore()).toMatchObject({ kind: "restored" });
  const [kept = ""] = await readdir(join(folder, "set-aside"));
  expect((await readdir(join(folder, "set-aside", kept))).sort()).toEqual(["mien.db", "mien.db-wal"]);
  await inStore(async (store) => expect(store.care.endedUncleanly).toBe(false));
  expect(await volume()).toBe(0.25);
});

test("whoever restores by a command meanwhile has the last word", async () => {
  await ask(join(backups, name));
  await restoreBackup(file, join(backups, name), at);
  await inStore((store) => store.settings.put({ volume: 0.5 }));
  expect(await restore()).toBeNull();
  expect(await volume()).toBe(0.5);
});

test("where nothing was asked for, nothing is done", async () => {
  expect(await restore()).toBeNull();
  await leftAsItWas();
});

test("a backup that is damaged can't be asked for, and no note is laid", async () => {
  const path = join(backups, name);
  await truncate(path, (await stat(path)).size - 8_192);
  await expect(ask(path)).rejects.toMatchObject({ fault: "corrupt", message: expect.stringContaining(name) });
  await leftAsItWas();
});

test("where the note can't be written, that is said with the file, and none is there", async () => {
  await mkdir(`${note}.part`);
  await expect(ask(join(backups, name))).rejects.toMatchObject({
    ...{ fault: "unavailable", message: expect.stringContaining("mien.db-restore.json") },
  });
  await rm(`${note}.part`, { recursive: true, force: true });
  await leftAsItWas();
});

test("a copy that power cut off before the database left its place is removed", async () => {
  await writeFile(`${file}.restoring`, "half a");
  await writeFile(`${file}.restoring-journal`, "copy");
  expect(await restore()).toBeNull();
  await leftAsItWas();
});

test("a command's restore that power cut off is finished by the next start, and nothing is told as asked for", async () => {
  const kept = join(folder, "set-aside", "2026-11-21T12-00-00");
  await mkdir(kept, { recursive: true });
  await rename(file, join(kept, "mien.db"));
  await copyFile(join(backups, name), `${file}.restoring`);
  await writeFile(`${file}-running`, "");
  expect(await volume()).toBe(0.25);
  expect((await told()).recovery).toBeNull();
  expect(await readdir(join(folder, "set-aside"))).toHaveLength(1);
});

test("where there is no database half a copy is not taken for one, and no empty folder is kept", async () => {
  await rm(file);
  await writeFile(`${file}.restoring`, "half a copy");
  expect(await volume()).toBeUndefined();
  expect(await readdir(folder)).not.toContain("set-aside");
});

test.each([
  ["that found no start for a quarter of an hour", 16],
  ["of a time to come, as after a clock that was put back", -16],
])("a note %s puts nothing back, and that is told", async (_, minutes) => {
  await ask(join(backups, name));
  at += minutes * minuteMs;
  expect(await restore()).toMatchObject({
    kind: "not-restored",
    why: expect.stringMatching(/ask for it again/),
  });
  expect(await restore()).toBeNull();
  await leftAsItWas();
});

test("a note that a start finds some minutes later holds", async () => {
  await ask(join(backups, name));
  at += 14 * minuteMs;
  expect(await restore()).toMatchObject({ kind: "restored" });
});

/** Makes of the backup what SQLite finds whole, and Mien can't use. */
function spoil(sql: string): void {
  const database = new Database(join(backups, name));
  database.pragma("foreign_keys = OFF");
  database.exec(sql);
  database.close();
}

test.each([
  ["other tables", "DROP TABLE tracks_search; DROP TABLE sessions; CREATE TABLE mine (id TEXT)"],
  ["a table with other columns", "ALTER TABLE devices RENAME COLUMN made_at TO born_at"],
  ["nothing in it that its version tells of", "PRAGMA user_version = 0"],
])("a whole database with %s is no backup", async (_, sql) => {
  spoil(sql);
  await expect(ask(join(backups, name))).rejects.toMatchObject({
    ...{ fault: "corrupt", message: expect.stringContaining("it is no database of Mien") },
  });
  await leftAsItWas();
});

test("a backup that can't be opened although it is whole gives its place back, and that is told", async () => {
  const columns = "hash TEXT, person_id TEXT, seat TEXT, role TEXT, began_at INTEGER, used_at INTEGER";
  spoil(`DROP TABLE sessions; CREATE TABLE sessions (${columns})`);
  await ask(join(backups, name));
  expect(await restore()).toMatchObject({
    ...{ kind: "not-restored", why: expect.stringContaining(`${name} can't take the database's place`) },
  });
  await leftAsItWas();
});

test("one that only the first opening finds out about gives its place back as well", async () => {
  const columns = "track_seq INTEGER, source TEXT, valence REAL, arousal REAL, confidence REAL, word TEXT";
  spoil(`DROP TABLE track_affects; CREATE TABLE track_affects (${columns})`);
  await ask(join(backups, name));
  const restored = await restore();
  expect(restored).toMatchObject({ kind: "restored" });
  const log = { warn: () => undefined };
  const store = await openStore({ file, backups: [backups], restored, log });
  expect(store.care.recovery).toMatchObject({
    ...{ kind: "not-restored", backupAt: Date.UTC(2026, 10, 20, 3), kept: null },
    why: expect.stringContaining(`${name} can't take the database's place: `),
  });
  expect((await store.settings.all()).volume).toBe(0.75);
  await store.close();
  expect(await readdir(join(folder, "set-aside"))).toEqual([]);
  expect((await told()).health).toMatchObject({ reason: "restore-failed" });
});

test("a backup that was opened once keeps its place, whatever comes", async () => {
  await ask(join(backups, name));
  await restore();
  expect(await volume()).toBe(0.25);
  await truncate(file, 50);
  expect((await told()).recovery).toMatchObject({ kind: "damaged" });
});

test("where a copy has no room beside the database, that is said before anything ends", async () => {
  // Of nothing but holes.
  await truncate(join(backups, name), 8e12);
  await expect(ask(join(backups, name))).rejects.toMatchObject({
    ...{ fault: "disk-full", message: expect.stringContaining(file) },
  });
  await leftAsItWas();
});

test("what came of it is told by the start that did it even where a full disk took no note", async () => {
  await ask(join(backups, name));
  const restored = await restore();
  await rm(`${file}-recovered.json`);
  const store = await openStore({ file, backups: [backups], restored, log: { warn: () => undefined } });
  expect(store.care.recovery).toEqual(restored);
  await store.close();
});

test("what was told for a day ends by itself while Mien runs", async () => {
  await writeFile(
    `${file}-recovered.json`,
    JSON.stringify({ kind: "restored", at, kept: folder, backupAt: null, why: null }),
  );
  vi.useFakeTimers({ now: at });
  try {
    const health: Health[] = [];
    const onHealth = (now: Health) => void health.push(now);
    const care = new DatabaseCare({ file, backups: null, onHealth, log: { warn: () => undefined } });
    await care.beforeOpening();
    vi.advanceTimersByTime(86_400_000 - 1);
    expect(health.at(-1)).toMatchObject({ reason: "database-restored" });
    vi.advanceTimersByTime(2);
    expect(health.at(-1)).toEqual({ state: "ok" });
  } finally {
    vi.useRealTimers();
  }
});

describe("what can't be restored is told, is tried once, and leaves the database as it was:", () => {
  const faults: [string, RegExp, () => Promise<void>][] = [
    ["a backup whose stick is away", /not there any more/, () => rm(join(backups, name))],
    [
      "one that was damaged since",
      /can't take the database's place/,
      async () => truncate(join(backups, name), (await stat(join(backups, name))).size - 8_192),
    ],
    [
      "a link in its place",
      /not there any more/,
      async () => {
        await rm(join(backups, name));
        await symlink(join(template, "backups", name), join(backups, name));
      },
    ],
    [
      "a pipe in its place",
      /not there any more/,
      async () => {
        await rm(join(backups, name));
        execFileSync("mkfifo", [join(backups, name)]);
      },
    ],
    [
      "no room in set-aside, as a file lies there",
      /can't be read or written/,
      () => writeFile(join(folder, "set-aside"), "a file"),
    ],
  ];

  test.each(faults)("%s", async (_, why, damage) => {
    await ask(join(backups, name));
    await damage();
    expect(await restoreAsked({ file, folders: [backups], at: Date.now() })).toMatchObject({
      ...{ kind: "not-restored", kept: null, why: expect.stringMatching(why) },
    });
    expect((await told()).health).toMatchObject({ state: "degraded", reason: "restore-failed" });
    expect(await restore()).toBeNull();
    await rm(join(folder, "set-aside"), { force: true });
    await leftAsItWas();
  });
});

describe("a note that somebody made by hand leads nowhere:", () => {
  test.each([
    ["a way out of the folder", JSON.stringify({ backup: "../../x", at: Date.now() })],
    ["a way back in", JSON.stringify({ backup: `../backups/${name}`, at: Date.now() })],
    ["an absolute path", JSON.stringify({ backup: "/etc/passwd", at: Date.now() })],
    ["a name that goes on", JSON.stringify({ backup: `${name}\0.txt`, at: Date.now() })],
    ["two lines", JSON.stringify({ backup: `${name}\n`, at: Date.now() })],
    ["a list", JSON.stringify({ backup: [name], at: Date.now() })],
    ["nothing", "null"],
    ["half a note", '{"backup":"mien-2026'],
    ["an empty file, as a power cut leaves it", ""],
    ["more than any note", JSON.stringify({ backup: name, at: Date.now(), more: "x".repeat(2_000) })],
    ["no moment", JSON.stringify({ backup: name })],
  ])("%s", async (_, text) => {
    await writeFile(note, text);
    expect(await restore()).toMatchObject({
      kind: "not-restored",
      why: expect.stringContaining("was unreadable"),
    });
    expect(await restore()).toBeNull();
    await leftAsItWas();
  });

  test.each([
    ["a folder", () => mkdir(join(note, "and more"), { recursive: true })],
    ["a link", () => symlink("/etc/passwd", note)],
    ["a pipe, which nobody waits for", async () => void execFileSync("mkfifo", [note])],
  ])("%s", async (_, lay) => {
    await lay();
    expect(await restore()).toMatchObject({
      kind: "not-restored",
      why: expect.stringContaining("was unreadable"),
    });
    await leftAsItWas();
  });
});
