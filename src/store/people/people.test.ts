import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openTestStore, playBegun, scannedFile, type TestStore } from "../testing.ts";
import type { PeopleTables, StoredSession } from "./people-tables.ts";
import { somebody } from "./testing.ts";

let opened: TestStore;
beforeEach(async () => {
  opened = await openTestStore();
});
afterEach(() => opened.remove());

test("a person is kept whole, over a restart too", async () => {
  const anna = somebody("Anna", {
    wishes: { languages: ["de", "pt-BR"], artists: ["Björk"], policy: "lift" },
    passphraseHash: "p",
    onTile: true,
  });
  expect(await opened.store.people.add(anna)).toBe("added");
  expect(await opened.store.people.all()).toEqual([anna]);
  opened = await opened.reopen();
  expect(await opened.store.people.all()).toEqual([anna]);
});

test.each(["anna lúz", "ANNA  LUZ", " Anna Luz "])(
  "%s is the name of Anna Lúz, who is here",
  async (name) => {
    await opened.store.people.add(somebody("Anna Lúz"));
    expect(await opened.store.people.add(somebody(name))).toBe("taken");
    await opened.store.people.add(somebody("Ben"));
    expect(await opened.store.people.change("Ben", { name })).toBe("taken");
    expect((await opened.store.people.all()).map((person) => person.name)).toEqual(["Anna Lúz", "Ben"]);
  },
);

test("the last admin stays an admin, and stays", async () => {
  const { people } = opened.store;
  await people.add(somebody("Anna", { role: "admin" }));
  await people.add(somebody("Ben"));
  expect(await people.change("Anna", { role: "member" })).toBe("last-admin");
  expect(await people.remove("Anna")).toBe("last-admin");
  await people.change("Ben", { role: "admin" });
  expect(await people.change("Anna", { role: "member" })).toBe("changed");
  expect(await people.remove("Anna")).toBe("removed");
  expect(await people.remove("Anna")).toBe("unknown");
});

test("a card is one person's, and nobody's who is not there", async () => {
  const { people } = opened.store;
  await people.add(somebody("Anna"));
  await people.add(somebody("Ben"));
  const card = { id: "c1", hash: "h1", personId: "Anna", addedAt: 5 };
  expect(await people.addCard(card)).toBe("added");
  expect(await people.addCard({ ...card, id: "c2", personId: "Ben" })).toBe("taken");
  expect(await people.addCard({ ...card, id: "c3", hash: "h3", personId: "Nobody" })).toBe("unknown");
  expect(await people.cards()).toEqual([card]);
  await people.removeCard("c1");
  expect(await people.cards()).toEqual([]);
});

test("a session is kept, used and removed; one of nobody is not kept", async () => {
  const { people } = opened.store;
  await people.add(somebody("Anna"));
  const session: StoredSession = {
    ...{ hash: "s", personId: "Anna", seat: "kiosk", role: "member" },
    ...{ beganAt: 1, usedAt: 1 },
  };
  await people.putSession(session);
  await people.putSession({ ...session, usedAt: 9 });
  await people.putSession({ ...session, hash: "other", personId: "Nobody" });
  expect(await people.sessions()).toEqual([{ ...session, usedAt: 9 }]);
  await people.removeSessions(["s", "unknown"]);
  expect(await people.sessions()).toEqual([]);
});

test("with each new screen only those are kept that are known still", async () => {
  const { people } = opened.store;
  const kept = async () => (await people.devices()).map(({ hash }) => hash).toSorted();
  await people.addDevice({ hash: "a", madeAt: 1 }, ["a"]);
  await people.addDevice({ hash: "b", madeAt: 2 }, ["a", "b"]);
  await people.addDevice({ hash: "c", madeAt: 3 }, ["a", "c"]);
  expect(await kept()).toEqual(["a", "c"]);
  await people.removeDevice("a");
  expect(await kept()).toEqual(["c"]);
});

/** As whoever opens the file reads it. */
const isoTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

test("an export has everything of theirs with its times to read, what was heard without a mood, and no hash", async () => {
  const { people, library, plays } = opened.store;
  await library.put([
    scannedFile("/a.mp3", { track: { title: "A" } }),
    scannedFile("/b.mp3", { track: { title: "B" } }),
  ]);
  const { tracks } = await library.list({ search: null, limit: 2, offset: 0 });
  const [a, b] = tracks;
  if (a === undefined || b === undefined) throw new Error("There are two songs.");
  await people.add(somebody("Anna", { pinHash: "secret hash" }));
  await people.add(somebody("Ben"));
  await people.addCard({ id: "c1", hash: "card hash", personId: "Anna", addedAt: 5 });
  const session = { hash: "session hash", personId: "Anna", seat: "phone", role: "member" } as const;
  await people.putSession({ ...session, beganAt: 6, usedAt: 7 });
  await people.setTaste("Anna", a.id, "favourite");
  await people.setTaste("Anna", b.id, "favourite");
  await people.setTaste("Anna", b.id, "blocked");
  await people.setTaste("Anna", "no song", "blocked");
  await plays.begin(playBegun("p1", a, { startedAt: 77 }));
  await people.heard("p1", ["Anna", "Nobody"]);
  await people.heard("p1", ["Anna"]);
  expect(await people.tastes("Anna")).toEqual({ favourite: [a.id], blocked: [b.id] });

  const told = await people.export("Anna");
  expect(told).toMatchObject({
    name: "Anna",
    hasPin: true,
    hasPassphrase: false,
    madeAt: "2023-11-14T22:13:20.000Z",
    favourites: [{ id: a.id, title: "A", artists: ["The Examples"], saidAt: expect.stringMatching(isoTime) }],
    blocked: [{ id: b.id }],
    history: [
      { title: "A", artists: ["The Examples"], startedAt: "1970-01-01T00:00:00.077Z", heardMs: null },
    ],
    cards: [{ addedAt: "1970-01-01T00:00:00.005Z" }],
    sessions: [{ beganAt: "1970-01-01T00:00:00.006Z", usedAt: "1970-01-01T00:00:00.007Z" }],
  });
  expect(JSON.stringify(told)).not.toMatch(/hash"?:|secret hash|card hash|session hash|valence|mood/);
  expect(await people.export("Nobody")).toBeNull();
  expect((await people.export("Ben"))?.history).toEqual([]);

  await people.setTaste("Anna", a.id, null);
  expect(await people.tastes("Anna")).toEqual({ favourite: [], blocked: [b.id] });
});

test("whose song waits while they are removed leaves no trace when it begins", async () => {
  const { people, library, plays } = opened.store;
  await library.put([scannedFile("/a.mp3")]);
  const [track] = (await library.list({ search: null, limit: 1, offset: 0 })).tracks;
  if (track === undefined) throw new Error("There is a song.");
  await people.add(somebody("Anna"));
  await people.remove("Anna");
  const begun = playBegun("p1", track);
  const reasons = [{ kind: "asked", by: { kind: "person", id: "Anna" } }] as const;
  await plays.begin({ ...begun, pick: { ...begun.pick, reasons } });
  const database = new Database(opened.file, { readonly: true });
  const play = database.prepare("SELECT reasons FROM plays").get();
  database.close();
  expect(play).toEqual({ reasons: '[{"kind":"asked","by":{"kind":"guest"}}]' });
});

test.each([
  ["who is removed", (people: PeopleTables) => people.remove("Anna")],
  ["who forgets their history", (people: PeopleTables) => people.forgetHistory("Anna")],
] as const)("%s leaves no trace in what was played, which stays", async (_, forget) => {
  const { people, library, plays } = opened.store;
  await library.put([scannedFile("/a.mp3")]);
  const [track] = (await library.list({ search: null, limit: 1, offset: 0 })).tracks;
  if (track === undefined) throw new Error("There is a song.");
  await people.add(somebody("Anna"));
  const begun = playBegun("p1", track);
  const reasons = [{ kind: "asked", by: { kind: "person", id: "Anna" } }] as const;
  await plays.begin({ ...begun, pick: { ...begun.pick, reasons } });
  const end = { how: "skipped", by: { kind: "person", id: "Anna" }, heardMs: 5 } as const;
  await plays.end("p1", end, 9, null);
  await people.heard("p1", ["Anna"]);
  expect((await people.export("Anna"))?.touched).toEqual([
    {
      ...{ title: track.title, artists: track.artists, startedAt: new Date(begun.startedAt).toISOString() },
      ...{ asked: true, ended: "skipped" },
    },
  ]);
  await forget(people);
  const after = await people.export("Anna");
  expect([after?.history ?? [], after?.touched ?? []]).toEqual([[], []]);
  const database = new Database(opened.file, { readonly: true });
  const play = database.prepare("SELECT id, reasons, end_how, end_by, end_person_id FROM plays").get();
  database.close();
  expect(play).toEqual({
    ...{ id: "p1", reasons: '[{"kind":"asked","by":{"kind":"guest"}}]' },
    ...{ end_how: "skipped", end_by: "guest", end_person_id: null },
  });
});
