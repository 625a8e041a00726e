import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, truncate } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openStore } from "../open.ts";
import type { StoredPerson } from "../people/people-tables.ts";
import type { Store } from "../store.ts";
import { restoreBackup } from "./restore.ts";

// Who is known, by what, and which screens are the appliance's own does not go back with the database.

const at = Date.UTC(2026, 10, 20, 3);
let folder: string;
let file: string;
let backup: string;

const person = (id: string, more: Partial<StoredPerson> = {}): StoredPerson => ({
  ...{ id, name: `Name of ${id}`, role: "member", pinHash: `pin of ${id}`, passphraseHash: null },
  ...{ onTile: false, named: false, wishes: { languages: [], artists: [], policy: null }, madeAt: 1 },
  ...more,
});
const owner = person("owner", { role: "admin", passphraseHash: "first" });

async function inStore<Answer>(work: (store: Store) => Promise<Answer>): Promise<Answer> {
  const store = await openStore({ file, backups: [], log: { warn: () => undefined } });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** A song that was played. */
function play(id: string): void {
  const database = new Database(file);
  database
    .prepare(
      `INSERT INTO plays (id, place_id, title, artists, picked_at, started_at, reasons)
       SELECT ?, id, 'A song', '[]', 0, 0, '[]' FROM place`,
    )
    .run(id);
  database.close();
}

const backUpAgain = () =>
  inStore(({ care }) => care.backup({ folder: join(folder, "backups"), at: at + 60_000, rotate: true }));

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mien-carried-"));
  file = join(folder, "mien.db");
  await mkdir(join(folder, "backups"));
  await inStore(async (store) => {
    const { people, settings, care } = store;
    await settings.put({ volume: 0.25 });
    for (const each of [owner, person("leaves"), person("stays")]) await people.add(each);
    await people.addCard({ id: "1", hash: "card of leaves", personId: "leaves", addedAt: 1 });
    await people.addCard({ id: "2", hash: "lost card of stays", personId: "stays", addedAt: 1 });
    const session = { personId: "stays", seat: "phone", role: "member", beganAt: 1, usedAt: 1 } as const;
    await people.putSession({ ...session, hash: "ended since" });
    await people.addDevice({ hash: "forgotten since", madeAt: 1 }, ["forgotten since"]);
    backup = (await care.backup({ folder: join(folder, "backups"), at, rotate: true })).path;
  });
});
afterEach(() => rm(folder, { recursive: true }));

const changeMuch = () =>
  inStore(async ({ people, settings }) => {
    await settings.put({ volume: 0.75 });
    await people.remove("leaves");
    await people.change("owner", { passphraseHash: "second" });
    await people.removeCard("2");
    await people.removeSessions(["ended since"]);
    await people.add(person("comes"));
    await people.addCard({ id: "3", hash: "card of comes", personId: "comes", addedAt: 2 });
    await people.addDevice({ hash: "screen of now", madeAt: 2 }, ["screen of now"]);
    await people.erase();
  });

const found = () =>
  inStore(async ({ people, settings }) => ({
    volume: (await settings.all()).volume,
    people: (await people.all()).map(({ id }) => id).sort(),
    passphrase: (await people.all()).find(({ id }) => id === "owner")?.passphraseHash,
    cards: (await people.cards()).map(({ hash }) => hash).sort(),
    sessions: await people.sessions(),
    devices: (await people.devices()).map(({ hash }) => hash),
  }));

test("nobody who was deleted comes back with a backup, nor their card, a passphrase of before, or a session", async () => {
  await changeMuch();
  await restoreBackup(file, backup, at);
  expect(await found()).toEqual({
    ...{ volume: 0.25, people: ["comes", "owner", "stays"], passphrase: "second" },
    ...{ cards: ["card of comes"], sessions: [], devices: ["screen of now"] },
  });
  const restored = await readFile(file);
  expect(restored.includes("Name of leaves")).toBe(false);
  expect(restored.includes("Name of stays")).toBe(true);
});

test("a history that somebody had forgotten stays so", async () => {
  play("song");
  await inStore(({ people }) => people.heard("song", ["stays", "owner"]));
  const { path } = await backUpAgain();
  await inStore(({ people }) => people.forgetHistory("stays"));
  await restoreBackup(file, path, at);
  await inStore(async ({ people }) => {
    const heard = async (id: string) => (await people.export(id))?.history.length;
    expect([await heard("stays"), await heard("owner")]).toEqual([0, 1]);
  });
});

test("a database that never had what the backup has can't tell who was deleted", async () => {
  const older = backup;
  await changeMuch();
  play("song");
  const newer = (await backUpAgain()).path;
  // As damage would have it.
  await copyFile(older, file);
  await restoreBackup(file, newer, at);
  expect(await found()).toMatchObject({ people: ["comes", "owner", "stays"], passphrase: "second" });
});

test("what an empty database took the place of comes back whole, but nobody is signed in by it", async () => {
  await rm(file);
  await inStore((store) => store.people.add(person("new owner", { role: "admin" })));
  await restoreBackup(file, backup, at);
  expect(await found()).toMatchObject({
    ...{ people: ["leaves", "owner", "stays"], passphrase: "first", sessions: [], devices: [] },
  });
});

test("of a damaged database nothing is known: the backup comes as it is, without its sessions", async () => {
  await changeMuch();
  await truncate(file, 5_000);
  await restoreBackup(file, backup, at);
  expect(await found()).toMatchObject({ people: ["leaves", "owner", "stays"], sessions: [] });
});

test("looking into the database of before leaves nothing beside it", async () => {
  const kept = (await restoreBackup(file, backup, at)) ?? "";
  expect(await readdir(kept)).toEqual(["mien.db"]);
  expect((await readdir(folder)).filter((name) => name.includes("restoring"))).toEqual([]);
});
