import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type Browser, type SeatedServer, seatServer } from "../testing/seats.ts";

// At Mien's own screen, while the camera looks and sees nobody: whoever is there stands to the side, or in the dark.

let under: SeatedServer;
beforeAll(async () => {
  under = await seatServer();
  under.appliance.follow();
  under.appliance.vision.start();
  await vi.waitUntil(() => under.appliance.publisher.state.camera.looking, { timeout: 60_000 });
});
afterAll(() => under.remove());

/** The daemon looks who is there every five seconds. */
async function pass(seconds: number, each = async () => undefined as unknown): Promise<void> {
  for (let passed = 0; passed < seconds; passed += 5) {
    under.later(5_000);
    await each();
    under.appliance.people.sessions.look();
    under.appliance.people.look();
  }
}
const touch = async (from: Browser, reads = false) => {
  expect((await under.ask(from, "POST", "/api/session/touched", { reads })).statusCode).toBe(204);
};
const roleOf = async (from: Browser): Promise<string> =>
  (await under.ask(from, "GET", "/api/session")).json().role;

test("whoever reads or types there is not signed out under their finger, and is once they have walked away", async () => {
  const anna = await under.someone("member", "kiosk");
  await pass(180, () => touch(anna));
  expect(await roleOf(anna)).toBe("member");
  // What a page asks for by itself is no touch.
  await pass(40, () => under.ask(anna, "GET", "/api/me/history"));
  expect(await roleOf(anna)).toBe("member");
  await pass(10, () => under.ask(anna, "GET", "/api/me/history"));
  expect(await roleOf(anna)).toBe("guest");
});

test("the room is not empty while somebody touches the screen, whoever it is", async () => {
  const { presence } = under.appliance.people;
  presence.come(under.ids.member);
  const guest = await under.someone("guest", "kiosk");
  await pass(20 * 60, () => touch(guest));
  expect(presence.present).toEqual([under.ids.member]);
  await pass(10 * 60 + 5);
  expect(presence.present).toEqual([]);
});

test("an admin who reads an owner's page without a touch has the page's five minutes, and no longer than it stays", async () => {
  const { people, vision } = under.appliance;
  // Somebody is seen, or the camera is off: nobody has walked away.
  vision.rest(true, false);
  const olga = await under.someone("admin", "kiosk");
  await touch(olga, true);
  await pass(5 * 60);
  expect(await roleOf(olga)).toBe("admin");
  await pass(60);
  expect(await roleOf(olga)).toBe("guest");
  // On any other page, two.
  const again = await under.someone("admin", "kiosk");
  await touch(again, true);
  await touch(again, false);
  await pass(115);
  expect(await roleOf(again)).toBe("admin");
  await pass(5);
  expect(await roleOf(again)).toBe("guest");
  // What is read is nobody else's: a member's is over after two.
  const anna = await under.someone("member", "kiosk");
  await touch(anna, true);
  await pass(120);
  expect(await roleOf(anna)).toBe("guest");
  expect(people.sessions.peopleAt("kiosk")).toEqual([]);
  vision.rest(false, false);
});

test("what somebody at another browser says of touches is refused, and keeps nobody signed in", async () => {
  for (const from of [await under.someone("member", "phone"), await under.someone("guest", "admin")])
    expect((await under.ask(from, "POST", "/api/session/touched", { reads: true })).statusCode).toBe(403);
});
