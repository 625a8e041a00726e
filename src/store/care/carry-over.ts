import { existsSync, rmSync } from "node:fs";
import Database from "better-sqlite3";
import { migrate } from "../migrate.ts";
import { migrations } from "../migrations/all.ts";
import { erasure } from "../people/eraser.ts";
import type { StoredCard, StoredDevice, StoredPerson } from "../people/people-tables.ts";
import { type PersonRow, personColumns, personOf } from "../people/person-rows.ts";
import { personWrites } from "../people/person-writes.ts";
import { signInWrites } from "../people/sign-in-writes.ts";
import { syncFile } from "./durably.ts";
import { inDatabase } from "./inspect.ts";

/** What of the database of before holds on. */
interface Before {
  place: string;
  people: readonly StoredPerson[];
  cards: readonly StoredCard[];
  devices: readonly StoredDevice[];
  /** Those of whom it knows what they heard. */
  heardBy: ReadonlySet<string>;
  hasPlay: boolean;
}

/**
 * Makes a copy of a backup ready to take the place of this database: nobody is signed in by it, this machine's own screens
 * stay what they are, and people, their cards, PINs and passphrases are those of now, so that nobody who was deleted comes
 * back with it. Of a database that can't be read, or never had what the backup has, nothing is known of that.
 */
export function carryOver(ready: string, file: string): void {
  inDatabase(ready, { readonly: false }, (database) => {
    // In the one file, and on the disk.
    database.pragma("journal_mode = DELETE");
    database.pragma("synchronous = FULL");
    migrate(database, ready, migrations);
    const lastPlay = text(database, "SELECT id FROM plays ORDER BY seq DESC LIMIT 1");
    const place = text(database, "SELECT id FROM place");
    const before = readBefore(file, lastPlay);
    const { removeSessions } = signInWrites(database);
    removeSessions(texts(database, "SELECT hash FROM sessions"));
    if (before !== null) keepScreens(database, before);
    const isLater = before?.place === place && before.hasPlay;
    if (isLater && before.people.some(({ role }) => role === "admin")) keepPeople(database, place, before);
    erasure(database).erase();
  });
  syncFile(ready);
}

/** Null where it can't be read, or is of another version. */
function readBefore(file: string, lastPlay: string | null): Before | null {
  if (!existsSync(file)) return null;
  const made = [`${file}-wal`, `${file}-shm`].filter((part) => !existsSync(part));
  try {
    return inDatabase(file, { readonly: true }, (database) => ({
      place: text(database, "SELECT id FROM place") ?? "",
      people: database.prepare<[], PersonRow>(`SELECT ${personColumns} FROM people`).all().map(personOf),
      cards: database
        .prepare<[], StoredCard>("SELECT id, hash, person_id AS personId, added_at AS addedAt FROM cards")
        .all(),
      devices: database.prepare<[], StoredDevice>("SELECT hash, made_at AS madeAt FROM devices").all(),
      heardBy: new Set(texts(database, "SELECT DISTINCT person_id FROM heard")),
      hasPlay:
        lastPlay === null ||
        database.prepare<[string]>("SELECT 1 FROM plays WHERE id = ?").get(lastPlay) !== undefined,
    }));
  } catch (error) {
    if (error instanceof Database.SqliteError || error instanceof SyntaxError) return null;
    throw error;
  } finally {
    // By looking, and nobody needs them.
    for (const part of made) rmSync(part, { force: true });
  }
}

function keepScreens(database: Database.Database, { devices }: Before): void {
  const { addDevice, removeDevice } = signInWrites(database);
  const known = devices.map(({ hash }) => hash);
  for (const hash of texts(database, "SELECT hash FROM devices"))
    if (!known.includes(hash)) removeDevice(hash);
  for (const device of devices) addDevice(device, known);
}

function keepPeople(database: Database.Database, place: string, { people, cards, heardBy }: Before): void {
  const { addPerson, changePerson, removePerson, forgetHistory } = personWrites(database, place);
  const { addCard, removeCard } = signInWrites(database);
  const known = new Set(people.map(({ id }) => id));
  // Twice, where somebody's name is another one's now, or the only admin there is none any more.
  for (const _ of [1, 2]) {
    for (const person of people) if (changePerson(person.id, person) === "unknown") addPerson(person);
    for (const id of texts(database, "SELECT id FROM people")) if (!known.has(id)) removePerson(id);
  }
  const hashes = new Set(cards.map(({ hash }) => hash));
  const had = database.prepare<[], { id: string; hash: string }>("SELECT id, hash FROM cards").all();
  for (const { id, hash } of had) if (!hashes.has(hash)) removeCard(id);
  for (const card of cards) addCard(card);
  // Whoever had something and has nothing of it has had it forgotten.
  for (const id of texts(database, "SELECT DISTINCT person_id FROM heard"))
    if (!heardBy.has(id)) forgetHistory(id);
}

const text = (database: Database.Database, sql: string): string | null =>
  database.prepare<[], string>(sql).pluck().get() ?? null;

const texts = (database: Database.Database, sql: string): readonly string[] =>
  database.prepare<[], string>(sql).pluck().all();
