import { readFile } from "node:fs/promises";
import Database from "better-sqlite3";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openTestStore, type TestStore } from "../testing.ts";
import { somebody } from "./testing.ts";

let opened: TestStore;
beforeEach(async () => {
  opened = await openTestStore();
});
afterEach(() => opened.remove());

/** Everything that lies on the disk, free pages and log too. */
async function bytes(): Promise<string> {
  const files = ["", "-wal", "-shm"].map((end) => readFile(opened.file + end, "latin1").catch(() => ""));
  return (await Promise.all(files)).join("");
}

const planted = (n: number) => `PLANTED${n}Z`;
const found = async () => new Set((await bytes()).match(/PLANTED\d+Z/gi)?.map((name) => name.toUpperCase()));

test("a name that was deleted can't be read from the database's bytes any more", async () => {
  const { people } = opened.store;
  await people.add(somebody(planted(1), { id: "one", pinHash: planted(2) }));
  await people.addCard({ id: "c", hash: planted(3), personId: "one", addedAt: 1 });
  await people.change("one", { wishes: { languages: [], artists: [planted(4)], policy: null } });
  expect((await found()).size).toBe(4);
  await people.remove("one");
  expect(await people.erase()).toBe(true);
  expect([...(await found())]).toEqual([]);
});

test("nor can a name that was given up, while the new one stays", async () => {
  const { people } = opened.store;
  await people.add(somebody(planted(1), { id: "one" }));
  await people.change("one", { name: planted(2) });
  expect(await people.erase()).toBe(true);
  expect([...(await found())]).toEqual([planted(2)]);
});

test("whatever came and went before, nothing of who has gone is left, and who stays is whole", async () => {
  const steps = fc.array(
    fc.record({
      what: fc.constantFrom("add", "add", "add", "rename", "remove"),
      who: fc.nat(1_000),
      long: fc.nat(900),
    }),
    { minLength: 150, maxLength: 250 },
  );
  await fc.assert(
    fc.asyncProperty(steps, async (some) => {
      const { people } = opened.store;
      for (const { id } of await people.all()) await people.remove(id);
      const here = new Map<string, string>();
      let next = 0;
      for (const { what, who, long } of some) {
        const id = [...here.keys()][who % Math.max(1, here.size)];
        if (what === "add" || id === undefined) {
          const name = planted(++next);
          await people.add(somebody(name, { id: `id ${next}`, pinHash: "x".repeat(long) }));
          here.set(`id ${next}`, name);
        } else if (what === "rename") {
          const name = planted(++next);
          await people.change(id, { name, passphraseHash: "y".repeat(long) });
          here.set(id, name);
        } else {
          await people.remove(id);
          here.delete(id);
        }
      }
      expect(await people.erase()).toBe(true);
      expect([...(await found())].toSorted()).toEqual([...here.values()].toSorted());
      expect((await people.all()).map(({ id, name }) => [id, name]).toSorted()).toEqual([...here].toSorted());
    }),
    { numRuns: 6 },
  );
});

test("what refers to people is whole after they were rewritten", async () => {
  const { people } = opened.store;
  for (const name of ["Anna", "Ben"]) await people.add(somebody(name));
  await people.addCard({ id: "c", hash: "h", personId: "Ben", addedAt: 1 });
  await people.remove("Anna");
  await people.erase();
  const database = new Database(opened.file, { readonly: true });
  expect(database.pragma("foreign_key_check")).toEqual([]);
  expect(database.pragma("integrity_check", { simple: true })).toBe("ok");
  database.close();
  // The writer heeds references again.
  expect(await people.addCard({ id: "d", hash: "i", personId: "Anna", addedAt: 1 })).toBe("unknown");
  expect(await people.cards()).toHaveLength(1);
});

test("while somebody else reads the log it says so, and succeeds afterwards", async () => {
  const { people } = opened.store;
  await people.add(somebody(planted(1), { id: "one" }));
  const reader = new Database(opened.file, { readonly: true });
  reader.exec("BEGIN; SELECT count(*) FROM people");
  reader.prepare("SELECT count(*) FROM people").get();
  await people.remove("one");
  expect(await people.erase()).toBe(false);
  reader.close();
  expect(await people.erase()).toBe(true);
  expect([...(await found())]).toEqual([]);
});
