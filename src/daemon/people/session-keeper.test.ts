import { afterEach, beforeEach, expect, test } from "vitest";
import { StoreError } from "../../store/store.ts";
import { makePeople, type TestPeople } from "./testing.ts";

let under: TestPeople;
beforeEach(async () => {
  under = await makePeople();
});
afterEach(() => under.remove());

const begin = (personId: string, seat: "kiosk" | "phone" = "kiosk") =>
  under.people.sessions.begin({ personId, seat, role: "member" });

test("a session outlives a restart of the daemon", async () => {
  const token = await begin(await under.addMember("Anna"), "phone");
  await under.restart();
  expect(under.people.sessions.find(token)).toMatchObject({ seat: "phone", role: "member" });
});

test("whoever was just using Mien's own screen is still signed in after a restart, however long they were at it", async () => {
  const { sessions } = under.people;
  const token = await sessions.begin({
    personId: await under.addAdmin("Olga"),
    seat: "kiosk",
    role: "admin",
  });
  for (let minute = 0; minute < 4; minute++) {
    under.pass(60_000);
    sessions.use(token);
  }
  under.pass(10_000);
  await under.restart();
  expect(under.people.sessions.find(token)).toMatchObject({ seat: "kiosk", role: "admin" });
});

test("a session that ended stays ended after a restart", async () => {
  const id = await under.addMember("Anna");
  const [one, other] = [await begin(id, "phone"), await begin(id, "phone")];
  await under.people.sessions.end(one);
  await under.restart();
  expect(under.people.sessions.find(one)).toBeNull();
  expect(under.people.sessions.find(other)).not.toBeNull();
});

test("also where the disk did not take that at once", async () => {
  const id = await under.addMember("Anna");
  const [one, other] = [await begin(id, "phone"), await begin(id, "phone")];
  const tables = under.kept.store.people;
  const remove = tables.removeSessions;
  let tries = 0;
  tables.removeSessions = () => {
    tries++;
    return Promise.reject(new StoreError("disk-full", "full"));
  };
  await under.people.sessions.end(one);
  under.people.sessions.look();
  await expect.poll(() => tries).toBe(2);
  tables.removeSessions = remove;
  // There is room again, and nothing else is to be removed.
  under.people.sessions.look();
  await expect.poll(async () => (await tables.sessions()).length).toBe(1);
  expect(under.people.sessions.find(other)).not.toBeNull();
});

test("a session ends at the kiosk when nobody has been there for a while, and not while a face is seen or the camera is off", async () => {
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

test("a session begins without room on the disk too, for as long as the daemon runs", async () => {
  const id = await under.addMember("Anna");
  under.kept.store.people.putSession = () => Promise.reject(new StoreError("disk-full", "full"));
  const token = await begin(id);
  expect(under.people.sessions.find(token)).not.toBeNull();
});
