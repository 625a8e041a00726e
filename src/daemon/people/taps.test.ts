import { afterEach, beforeEach, expect, test } from "vitest";
import { makePeople, type TestPeople } from "./testing.ts";

let under: TestPeople;
beforeEach(async () => {
  under = await makePeople();
});
afterEach(() => under.remove());

const begin = (personId: string, seat: "kiosk" | "phone" = "kiosk") =>
  under.people.sessions.begin({ personId, seat, role: "member" });

test("a card taps in, with a ticket for the page, and out again, which ends what it began at the kiosk", async () => {
  const id = await under.addMember("Anna");
  await under.people.accounts.addCard(id, "04:A2:2B:1C");
  const tap = await under.people.taps.take("04a22b1c");
  if (tap.kind !== "in") throw new Error("They were not there.");
  expect(under.people.presence.present).toEqual([id]);
  expect(under.people.tickets.redeem(tap.ticket)).toBe(id);
  const [kiosk, phone] = [await begin(id), await begin(id, "phone")];
  expect(await under.people.taps.take("04A22B1C")).toMatchObject({ kind: "out" });
  expect(under.people.presence.present).toEqual([]);
  expect(under.people.sessions.find(kiosk)).toBeNull();
  expect(under.people.sessions.find(phone)).not.toBeNull();
});

test("a card held by who came by PIN says that they are here by card, and only the next time that they go", async () => {
  const id = await under.addMember("Anna");
  await under.people.accounts.addCard(id, "04A22B1C");
  const { people } = under;
  people.presence.come(id);
  const [session, visit] = [await begin(id), people.presence.visitOf(id)];
  expect(await people.taps.take("04A22B1C")).toMatchObject({ kind: "in", person: { name: "Anna" } });
  expect(people.sessions.find(session)).not.toBeNull();
  expect(people.presence.visitOf(id)).toBe(visit);
  // Signing in by PIN once more changes nothing about that.
  people.presence.come(id);
  expect(await people.taps.take("04A22B1C")).toMatchObject({ kind: "out" });
  expect([people.sessions.find(session), people.presence.present]).toEqual([null, []]);
  expect(await people.taps.take("04A22B1C")).toMatchObject({ kind: "in" });
});

test("a card is nobody's where it was not taught, and its number is kept nowhere", async () => {
  const id = await under.addMember("Anna");
  expect(await under.people.taps.take("04A22B1C")).toEqual({ kind: "unknown" });
  expect(await under.people.taps.take("not a number")).toEqual({ kind: "unknown" });
  await under.people.accounts.addCard(id, "04A22B1C");
  expect(JSON.stringify(await under.kept.store.people.cards())).not.toContain("04A22B1C");
});

test("a card is one person's, is known after a restart, and is not after it was removed", async () => {
  const [anna, ben] = [await under.addMember("Anna"), await under.addMember("Ben")];
  const added = await under.people.accounts.addCard(anna, "04A22B1C");
  expect(await under.people.accounts.addCard(ben, "04A22B1C")).toMatchObject({ fault: "taken" });
  await under.restart();
  expect(await under.people.taps.take("04A22B1C")).toMatchObject({ kind: "in", person: { name: "Anna" } });
  if ("fault" in added) throw new Error(added.sentence);
  expect(await under.people.register.removeCard(ben, added.id)).toBe(false);
  expect(await under.people.register.removeCard(anna, added.id)).toBe(true);
  expect(await under.people.taps.take("04A22B1C")).toEqual({ kind: "unknown" });
});
