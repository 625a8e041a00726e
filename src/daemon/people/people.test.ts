import { afterEach, beforeEach, expect, test } from "vitest";
import { here, makePeople, type TestPeople } from "./testing.ts";

let under: TestPeople;
beforeEach(async () => {
  under = await makePeople();
});
afterEach(() => under.remove());

const begin = (personId: string) => under.people.sessions.begin({ personId, seat: "phone", role: "member" });

test("when a backup takes the database's place, nobody who was deleted comes back, and nobody who came is lost", async () => {
  const tables = under.kept.store.people;
  const [olga, gone, anna] = [
    await under.addAdmin("Olga"),
    await under.addAdmin("Gone"),
    await under.addMember("Anna"),
  ];
  const ended = await begin(gone);
  await under.people.accounts.addCard(gone, "04A22B1C");
  const [people, cards, sessions] = [await tables.all(), await tables.cards(), await tables.sessions()];
  await under.people.accounts.remove(gone);
  await under.people.accounts.change(anna, { name: "Gone" }, here);
  const ben = await under.addMember("Ben");
  await under.people.accounts.addCard(ben, "04BBBBBB");
  const token = await begin(ben);

  // As a backup from before would have it.
  await tables.remove(ben);
  await tables.change(anna, { name: "Anna" });
  for (const person of people) await tables.add(person);
  for (const card of cards) await tables.addCard(card);
  for (const session of sessions) await tables.putSession(session);
  await tables.change(gone, { role: "admin" });
  await tables.change(olga, { role: "member" });

  await under.people.storeAgain();
  await under.restart();
  const { register } = under.people;
  expect(register.people.map(({ name, role }) => `${name}: ${role}`)).toEqual([
    ...["Ben: member", "Gone: member", "Olga: admin"],
  ]);
  expect(under.people.sessions.find(token)).not.toBeNull();
  expect(under.people.sessions.find(ended)).toBeNull();
  expect(await under.people.taps.take("04A22B1C")).toEqual({ kind: "unknown" });
  expect(await under.people.taps.take("04BBBBBB")).toMatchObject({ kind: "in" });
});

test("a crash sends nobody out of the room: who came by card is there for the rest of their time, unless they are unknown by then", async () => {
  const [anna, ben, gone] = [
    await under.addMember("Anna"),
    await under.addMember("Ben"),
    await under.addMember("Gone"),
  ];
  for (const [id, number] of [
    [anna, "04AAAAAA"],
    [ben, "04BBBBBB"],
  ] as const)
    await under.people.accounts.addCard(id, number);
  await under.people.taps.take("04AAAAAA");
  await under.people.taps.take("04BBBBBB");
  under.people.presence.come(gone);
  await under.kept.store.people.remove(gone);
  const visit = under.people.presence.visitOf(anna);
  under.pass(60_000);
  await under.crash();
  expect(under.people.presence.present).toEqual([anna, ben]);
  // What waits in the queue is still their turn, and their next tap still means that they go.
  expect(under.people.presence.visitOf(anna)).toBe(visit);
  expect(await under.people.taps.take("04BBBBBB")).toMatchObject({ kind: "out" });
  under.pass(4 * 3_600_000 - 60_000);
  expect(under.people.presence.present).toEqual([]);
  await under.people.taps.take("04AAAAAA");
  await under.restart();
  expect(under.people.presence.present).toEqual([]);
});

test("who is signed in at the kiosk when Mien starts again is still there; who signed out, is on a phone, or works there as an admin, is not", async () => {
  const [olga, boss, anna, ben, gone] = [
    await under.addAdmin("Olga"),
    await under.addAdmin("Boss"),
    await under.addMember("Anna"),
    await under.addMember("Ben"),
    await under.addMember("Gone"),
  ];
  const kiosk = { seat: "kiosk", role: "member" } as const;
  await under.people.sessions.begin({ ...kiosk, personId: ben });
  under.pass(1_000);
  await under.people.sessions.begin({ ...kiosk, personId: olga });
  await begin(anna);
  await under.people.sessions.begin({ seat: "kiosk", role: "admin", personId: boss });
  await under.people.sessions.end(await under.people.sessions.begin({ ...kiosk, personId: gone }));
  await under.restart();
  expect(under.people.presence.present).toEqual([ben, olga]);
  expect(under.people.company.told).toEqual({ named: [], others: 2 });
  under.pass(3 * 60_000);
  await under.restart();
  expect(under.people.presence.present).toEqual([]);
});

test("who came by PIN and then gave their passphrase is still in the room after a restart, for as long as they are at the screen", async () => {
  const [olga, boss] = [await under.addAdmin("Olga"), await under.addAdmin("Boss")];
  const { sessions, presence } = under.people;
  const byPin = await sessions.begin({ seat: "kiosk", role: "member", personId: olga });
  presence.come(olga);
  const asAdmin = await sessions.begin({ seat: "kiosk", role: "admin", personId: olga, replacing: byPin });
  // In the room by card, and at no screen.
  presence.come(boss);
  const visit = presence.visitOf(olga);
  await under.restart();
  expect(under.people.presence.present).toEqual([olga]);
  expect(under.people.presence.visitOf(olga)).toBe(visit);
  await under.people.sessions.end(asAdmin);
  await under.restart();
  expect(under.people.presence.present).toEqual([]);
});

test("who walked away from the screen while Mien was off does not come back with it", async () => {
  const olga = await under.addAdmin("Olga");
  await under.people.sessions.begin({ seat: "kiosk", role: "admin", personId: olga });
  under.people.presence.come(olga);
  await under.people.stop();
  under.pass(3 * 60_000);
  await under.crash();
  expect(under.people.presence.present).toEqual([]);
});
