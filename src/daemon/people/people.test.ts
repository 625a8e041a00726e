import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { StoreError } from "../../store/store.ts";
import { away, here, makePeople, type TestPeople } from "./testing.ts";

let under: TestPeople;
beforeEach(async () => {
  under = await makePeople();
});
afterEach(() => under.remove());

const begin = (personId: string, seat: "kiosk" | "phone" = "kiosk") =>
  under.people.sessions.begin({ personId, seat, role: "member" });

describe("who registers", () => {
  const newcomer = { name: "Anna", role: "member", pin: "1234", passphrase: null, onTile: true } as const;

  test("is known from then on, after a restart too", async () => {
    const added = await under.people.add(newcomer, here);
    expect(added).toMatchObject({ person: { name: "Anna", role: "member", onTile: true } });
    await under.restart();
    expect(under.people.register.called("anna")).toMatchObject({ name: "Anna" });
    expect(JSON.stringify(await under.kept.store.people.all())).not.toContain("1234");
  });

  test("can't take somebody's name, not even at the same moment", async () => {
    const [one, other] = await Promise.all([
      under.people.add(newcomer, here),
      under.people.add({ ...newcomer, name: "ANNA" }, away),
    ]);
    expect([one, other].filter((each) => "fault" in each)).toMatchObject([{ fault: "taken" }]);
  });

  test("needs a PIN, and for an admin a passphrase", async () => {
    const { people } = under;
    expect(await people.add({ ...newcomer, pin: null }, here)).toMatchObject({ fault: "invalid" });
    expect(await people.add({ ...newcomer, role: "admin" }, here)).toMatchObject({ fault: "invalid" });
    const id = await under.addMember("Ben");
    expect(await people.change(id, { role: "admin" }, here)).toMatchObject({ fault: "invalid" });
    const promoted = await people.change(id, { role: "admin", passphrase: "a long enough one" }, here);
    expect(promoted).toMatchObject({ person: { role: "admin" } });
  });
});

describe("a session", () => {
  test("outlives a restart of the daemon", async () => {
    const token = await begin(await under.addMember("Anna"), "phone");
    await under.restart();
    expect(under.people.sessions.find(token)).toMatchObject({ seat: "phone", role: "member" });
  });

  test("that ended stays ended after a restart", async () => {
    const id = await under.addMember("Anna");
    const [one, other] = [await begin(id, "phone"), await begin(id, "phone")];
    await under.people.sessions.end(one);
    await under.restart();
    expect(under.people.sessions.find(one)).toBeNull();
    expect(under.people.sessions.find(other)).not.toBeNull();
  });

  test("ends at the kiosk when nobody has been there for a while, and not while a face is seen or the camera is off", async () => {
    const token = await begin(await under.addMember("Anna"));
    const { sessions } = under.people;
    for (const faces of [1, null]) {
      under.see(faces);
      for (let n = 0; n < 10; n++) {
        under.pass(5_000);
        sessions.look();
      }
      expect(sessions.use(token)).not.toBeNull();
    }
    under.see(0);
    for (let n = 0; n < 8; n++) {
      sessions.look();
      under.pass(5_000);
    }
    sessions.use(token);
    under.pass(5_000);
    sessions.look();
    // A touch is somebody, whom the camera just doesn't see.
    expect(sessions.find(token)).not.toBeNull();
    under.pass(45_000);
    sessions.look();
    expect(sessions.find(token)).toBeNull();
  });

  test("begins without room on the disk too, for as long as the daemon runs", async () => {
    const id = await under.addMember("Anna");
    under.kept.store.people.putSession = () => Promise.reject(new StoreError("disk-full", "full"));
    const token = await begin(id);
    expect(under.people.sessions.find(token)).not.toBeNull();
  });

  test("ends with a new PIN in every other browser, and in all where the role is another", async () => {
    const id = await under.addMember("Anna");
    const [mine, other] = [await begin(id, "phone"), await begin(id, "phone")];
    await under.people.change(id, { pin: "5678" }, here, mine);
    expect(under.people.sessions.find(other)).toBeNull();
    expect(under.people.sessions.find(mine)).not.toBeNull();
    await under.people.change(id, { role: "admin", passphrase: "a long enough one" }, here, mine);
    expect(under.people.sessions.find(mine)).toBeNull();
  });
});

describe("a card", () => {
  test("taps in, with a ticket for the page, and out again, which ends what it began at the kiosk", async () => {
    const id = await under.addMember("Anna");
    await under.people.addCard(id, "04:A2:2B:1C");
    const tap = await under.people.tap("04a22b1c");
    if (tap.kind !== "in") throw new Error("They were not there.");
    expect(under.people.presence.present).toEqual([id]);
    expect(under.people.tickets.redeem(tap.ticket)).toBe(id);
    const [kiosk, phone] = [await begin(id), await begin(id, "phone")];
    expect(await under.people.tap("04A22B1C")).toMatchObject({ kind: "out" });
    expect(under.people.presence.present).toEqual([]);
    expect(under.people.sessions.find(kiosk)).toBeNull();
    expect(under.people.sessions.find(phone)).not.toBeNull();
  });

  test("held by who came by PIN says that they are here by card, and only the next time that they go", async () => {
    const id = await under.addMember("Anna");
    await under.people.addCard(id, "04A22B1C");
    const { people } = under;
    people.presence.come(id);
    const [session, visit] = [await begin(id), people.presence.visitOf(id)];
    expect(await people.tap("04A22B1C")).toMatchObject({ kind: "in", person: { name: "Anna" } });
    expect(people.sessions.find(session)).not.toBeNull();
    expect(people.presence.visitOf(id)).toBe(visit);
    // Signing in by PIN once more changes nothing about that.
    people.presence.come(id);
    expect(await people.tap("04A22B1C")).toMatchObject({ kind: "out" });
    expect([people.sessions.find(session), people.presence.present]).toEqual([null, []]);
    expect(await people.tap("04A22B1C")).toMatchObject({ kind: "in" });
  });

  test("is nobody's where it was not taught, and its number is kept nowhere", async () => {
    const id = await under.addMember("Anna");
    expect(await under.people.tap("04A22B1C")).toEqual({ kind: "unknown" });
    expect(await under.people.tap("not a number")).toEqual({ kind: "unknown" });
    await under.people.addCard(id, "04A22B1C");
    expect(JSON.stringify(await under.kept.store.people.cards())).not.toContain("04A22B1C");
  });

  test("is one person's, is known after a restart, and is not after it was removed", async () => {
    const [anna, ben] = [await under.addMember("Anna"), await under.addMember("Ben")];
    const added = await under.people.addCard(anna, "04A22B1C");
    expect(await under.people.addCard(ben, "04A22B1C")).toMatchObject({ fault: "taken" });
    await under.restart();
    expect(await under.people.tap("04A22B1C")).toMatchObject({ kind: "in", person: { name: "Anna" } });
    if ("fault" in added) throw new Error(added.sentence);
    expect(await under.people.register.removeCard(ben, added.id)).toBe(false);
    expect(await under.people.register.removeCard(anna, added.id)).toBe(true);
    expect(await under.people.tap("04A22B1C")).toEqual({ kind: "unknown" });
  });
});

test("who is deleted is nowhere any more", async () => {
  await under.addAdmin("Olga");
  const id = await under.addMember("Anna");
  await under.people.addCard(id, "04A22B1C");
  const tap = await under.people.tap("04A22B1C");
  const token = await begin(id, "phone");
  expect(await under.people.remove(id)).toBeNull();
  const { people } = under;
  expect(people.register.called("Anna")).toBeNull();
  expect(people.sessions.find(token)).toBeNull();
  expect(people.presence.present).toEqual([]);
  expect(tap.kind === "in" && people.tickets.redeem(tap.ticket)).toBeNull();
  expect(await people.tap("04A22B1C")).toEqual({ kind: "unknown" });
  expect(await people.export(id)).toBeNull();
  const { all, cards, sessions } = under.kept.store.people;
  expect([await all(), await cards(), await sessions()].flat()).toHaveLength(1);
  await under.restart();
  expect(under.people.register.get(id)).toBeNull();
});

test("the last admin can't be deleted or demoted", async () => {
  const id = await under.addAdmin("Olga");
  expect(await under.people.remove(id)).toMatchObject({ fault: "last-admin" });
  expect(await under.people.change(id, { role: "member" }, here)).toMatchObject({ fault: "last-admin" });
});

test("when a backup takes the database's place, nobody who was deleted comes back, and nobody who came is lost", async () => {
  const tables = under.kept.store.people;
  const [olga, gone, anna] = [
    await under.addAdmin("Olga"),
    await under.addAdmin("Gone"),
    await under.addMember("Anna"),
  ];
  const ended = await begin(gone, "phone");
  await under.people.addCard(gone, "04A22B1C");
  const [people, cards, sessions] = [await tables.all(), await tables.cards(), await tables.sessions()];
  await under.people.remove(gone);
  await under.people.change(anna, { name: "Gone" }, here);
  const ben = await under.addMember("Ben");
  await under.people.addCard(ben, "04BBBBBB");
  const token = await begin(ben, "phone");

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
  expect(await under.people.tap("04A22B1C")).toEqual({ kind: "unknown" });
  expect(await under.people.tap("04BBBBBB")).toMatchObject({ kind: "in" });
});
