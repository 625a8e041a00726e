import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { away, here, makePeople, type TestPeople } from "./testing.ts";

let under: TestPeople;
beforeEach(async () => {
  under = await makePeople();
});
afterEach(() => under.remove());

const begin = (personId: string) => under.people.sessions.begin({ personId, seat: "phone", role: "member" });

describe("who registers", () => {
  const newcomer = { name: "Anna", role: "member", pin: "1234", passphrase: null, onTile: true } as const;

  test("is known from then on, after a restart too", async () => {
    const added = await under.people.accounts.add(newcomer, here);
    expect(added).toMatchObject({ person: { name: "Anna", role: "member", onTile: true } });
    await under.restart();
    expect(under.people.register.called("anna")).toMatchObject({ name: "Anna" });
    expect(JSON.stringify(await under.kept.store.people.all())).not.toContain("1234");
  });

  test("can't take somebody's name, not even at the same moment", async () => {
    const [one, other] = await Promise.all([
      under.people.accounts.add(newcomer, here),
      under.people.accounts.add({ ...newcomer, name: "ANNA" }, away),
    ]);
    expect([one, other].filter((each) => "fault" in each)).toMatchObject([{ fault: "taken" }]);
  });

  test("needs a PIN, and for an admin a passphrase", async () => {
    const { people } = under;
    expect(await people.accounts.add({ ...newcomer, pin: null }, here)).toMatchObject({ fault: "invalid" });
    expect(await people.accounts.add({ ...newcomer, role: "admin" }, here)).toMatchObject({
      fault: "invalid",
    });
    const id = await under.addMember("Ben");
    expect(await people.accounts.change(id, { role: "admin" }, here)).toMatchObject({ fault: "invalid" });
    const promoted = await people.accounts.change(
      id,
      { role: "admin", passphrase: "a long enough one" },
      here,
    );
    expect(promoted).toMatchObject({ person: { role: "admin" } });
  });
});

test("a new PIN signs out every other browser, and another role all of them", async () => {
  const id = await under.addMember("Anna");
  const [mine, other] = [await begin(id), await begin(id)];
  await under.people.accounts.change(id, { pin: "5678" }, here, mine);
  expect(under.people.sessions.find(other)).toBeNull();
  expect(under.people.sessions.find(mine)).not.toBeNull();
  await under.people.accounts.change(id, { role: "admin", passphrase: "a long enough one" }, here, mine);
  expect(under.people.sessions.find(mine)).toBeNull();
});

test("who is deleted is nowhere any more", async () => {
  await under.addAdmin("Olga");
  const id = await under.addMember("Anna");
  await under.people.accounts.addCard(id, "04A22B1C");
  const tap = await under.people.taps.take("04A22B1C");
  const token = await begin(id);
  expect(await under.people.accounts.remove(id)).toBeNull();
  const { people } = under;
  expect(people.register.called("Anna")).toBeNull();
  expect(people.sessions.find(token)).toBeNull();
  expect(people.presence.present).toEqual([]);
  expect(tap.kind === "in" && people.tickets.redeem(tap.ticket)).toBeNull();
  expect(await people.taps.take("04A22B1C")).toEqual({ kind: "unknown" });
  expect(await people.export(id)).toBeNull();
  const { all, cards, sessions } = under.kept.store.people;
  expect([await all(), await cards(), await sessions()].flat()).toHaveLength(1);
  await under.restart();
  expect(under.people.register.get(id)).toBeNull();
});

test("the last admin can't be deleted or demoted", async () => {
  const id = await under.addAdmin("Olga");
  expect(await under.people.accounts.remove(id)).toMatchObject({ fault: "last-admin" });
  expect(await under.people.accounts.change(id, { role: "member" }, here)).toMatchObject({
    fault: "last-admin",
  });
});
