import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, test } from "vitest";
import { catalogueReads } from "../catalogue/catalogue-reads.ts";
import { openDatabase } from "../database.ts";
import { migrate } from "../migrate.ts";
import { migrations } from "../migrations/all.ts";
import { openStore } from "../open.ts";
import { listReads } from "../tracks/list-reads.ts";
import { searchIndex } from "./search-index.ts";
import { searchExpression } from "./search-text.ts";

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mien-search-index-"));
  file = join(folder, "mien.db");
});
afterEach(() => rm(folder, { recursive: true }));

/** What a Mien left behind that searched in another way. */
function leftByVersion2(titles: readonly string[]): void {
  const database = new Database(file);
  migrate(database, file, migrations.slice(0, 2));
  const insert = database.prepare(
    `INSERT INTO tracks (id, place_id, content_hash, title, title_order, artists, genres, languages, duration_ms, present)
     VALUES (?, 'place', ?, ?, ?, '[]', '[]', '[]', 1000, 1)`,
  );
  database.transaction(() => {
    for (const [index, title] of titles.entries())
      insert.run(`id ${index}`, `hash ${index}`, title, title.toLowerCase());
  })();
  database.close();
}

const many = (count: number) => Array.from({ length: count }, (_, index) => `純喫茶 ${index}`);

function found(database: Database.Database, text: string): number {
  return database
    .prepare<[string | null], number>("SELECT count(*) FROM tracks_search WHERE tracks_search MATCH ?")
    .pluck()
    .get(searchExpression(text)) as number;
}

test("a library of an earlier version is searched in the new way soon after the start, without waiting for it", async () => {
  leftByVersion2([...many(2_500), "Łódź"]);
  const store = await openStore({ file, log: { warn: () => undefined } });
  const total = async (search: string) => (await store.library.list({ search, limit: 1, offset: 0 })).total;
  await expect.poll(() => total("喫茶 2499")).toBe(1);
  await expect.poll(() => total("lodz")).toBe(1);
  await expect
    .poll(async () => (await store.library.list({ search: "x", limit: 1, offset: 0 })).partial)
    .toBe(false);
  await store.close();
});

test("an index that was left half made is finished by the next start, and each track is in it once", () => {
  leftByVersion2(many(2_500));
  let database = openDatabase(file, "writer", null);
  expect(searchIndex(database).rebuildSome()).toBe(true);
  expect(found(database, "喫茶")).toBe(1_000);
  database.prepare("UPDATE tracks SET title = 'Renamed 喫茶' WHERE seq IN (1, 2499)").run();
  database.close();
  database = openDatabase(file, "writer", null);
  const { rebuildSome } = searchIndex(database);
  expect([rebuildSome(), rebuildSome(), rebuildSome()]).toEqual([true, false, false]);
  expect(found(database, "喫茶")).toBe(2_500);
  expect(found(database, "renamed")).toBe(2);
  expect(found(database, "純喫茶")).toBe(2_498);
  database.close();
});

test("while the index is made anew a search says that it is partial, and a list of all that it is whole", () => {
  leftByVersion2(many(1_500));
  const database = openDatabase(file, "writer", null);
  const { rebuildSome } = searchIndex(database);
  const { list } = listReads(database, catalogueReads(database));
  const searched = () => list({ search: "喫茶", limit: 1, offset: 0 });
  expect(rebuildSome()).toBe(true);
  expect(searched()).toMatchObject({ total: 1_000, partial: true });
  expect(list({ search: null, limit: 1, offset: 0 })).toMatchObject({ total: 1_500, partial: false });
  expect(rebuildSome()).toBe(false);
  expect(searched()).toMatchObject({ total: 1_000, more: true, partial: false });
  database.close();
});

test("a track that leaves is no longer found, and one that comes back is", () => {
  leftByVersion2(["純喫茶"]);
  const database = openDatabase(file, "writer", null);
  searchIndex(database).rebuildSome();
  for (const present of [0, 1]) {
    database.prepare("UPDATE tracks SET present = ?").run(present);
    expect(found(database, "純")).toBe(present);
  }
  database.close();
});

test("titles are listed by their letters as the new way folds them", () => {
  leftByVersion2(["Łódź"]);
  const database = openDatabase(file, "writer", null);
  searchIndex(database).rebuildSome();
  expect(database.prepare("SELECT title_order FROM tracks").pluck().all()).toEqual(["lodz"]);
  database.close();
});

test("a database without tracks has nothing to be built", () => {
  const database = openDatabase(file, "writer", null);
  expect(searchIndex(database).rebuildSome()).toBe(false);
  database.close();
});
