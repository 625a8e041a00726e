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

test("who is signed in at the kiosk when Mien starts again is still there; who signed out, or is on a phone, is not", async () => {
  const [olga, anna, ben, gone] = [
    await under.addAdmin("Olga"),
    await under.addMember("Anna"),
    await under.addMember("Ben"),
    await under.addMember("Gone"),
  ];
  const kiosk = { seat: "kiosk", role: "member" } as const;
  await under.people.sessions.begin({ ...kiosk, personId: ben });
  under.pass(1_000);
  await under.people.sessions.begin({ ...kiosk, personId: olga });
  await begin(anna);
  await under.people.sessions.end(await under.people.sessions.begin({ ...kiosk, personId: gone }));
  await under.restart();
  expect(under.people.presence.present).toEqual([ben, olga]);
  expect(under.people.company.told).toEqual({ named: [], others: 2 });
  under.pass(3 * 60_000);
  await under.restart();
  expect(under.people.presence.present).toEqual([]);
});
