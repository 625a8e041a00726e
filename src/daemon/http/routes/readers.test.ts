import { afterAll, beforeAll, expect, test } from "vitest";
import { type SeatedServer, seatServer } from "../testing/seats.ts";

let under: SeatedServer;
beforeAll(async () => {
  under = await seatServer();
});
afterAll(() => under.remove());

const teaching = async () => under.appliance.publisher.state.cards;

test("an admin teaches anybody a card, and calls it off; nobody is named in the state", async () => {
  const admin = await under.someone("admin", "admin");
  const { member } = under.ids;
  expect((await under.ask(admin, "POST", `/api/people/${member}/cards/teach`, {})).statusCode).toBe(202);
  expect((await teaching()).teaching).toEqual({ until: expect.any(Number) });
  expect(JSON.stringify(await teaching())).not.toContain(member);
  expect((await under.ask(admin, "DELETE", "/api/cards/teaching")).statusCode).toBe(204);
  expect(await teaching()).toMatchObject({ teaching: null, lastTeaching: { outcome: "stopped" } });
  expect(
    (await under.ask(admin, "POST", "/api/people/0190a6e0-0000-7000-8000-000000000000/cards/teach", {}))
      .statusCode,
  ).toBe(404);
});

test("somebody signed in at the kiosk teaches their own card there, and not from a phone", async () => {
  const [kiosk, phone] = [await under.someone("member", "kiosk"), await under.someone("member", "phone")];
  const proof = { pin: "1234" };
  expect((await under.ask(phone, "POST", "/api/me/cards/teach", proof)).statusCode).toBe(403);
  expect((await under.ask(kiosk, "POST", "/api/me/cards/teach", proof)).statusCode).toBe(202);
  expect((await under.ask(kiosk, "DELETE", "/api/cards/teaching")).statusCode).toBe(204);
});

test("whoever finds somebody's page open at the kiosk teaches no card of theirs to it", async () => {
  const left = await under.someone("member", "kiosk");
  for (const [body, code] of [
    [{}, "wrong"],
    [{ pin: "4321" }, "wrong-pin"],
  ] as const) {
    const answer = await under.ask(left, "POST", "/api/me/cards/teach", body);
    expect([answer.statusCode, answer.json().code]).toEqual([401, code]);
  }
  expect((await teaching()).teaching).toBeNull();
});

test("readers are the owner's affair, and what is not there can't be named or forgotten", async () => {
  const [admin, member] = [await under.someone("admin", "admin"), await under.someone("member", "kiosk")];
  expect((await under.ask(member, "GET", "/api/readers")).statusCode).toBe(403);
  expect((await under.ask(admin, "GET", "/api/readers")).json()).toEqual({ readers: [] });
  expect((await under.ask(admin, "POST", "/api/readers", { reader: "1234:5678" })).json()).toMatchObject({
    error: "There is no device 1234:5678: plug it in, and look again.",
  });
  expect((await under.ask(admin, "POST", "/api/readers", { reader: "../../etc" })).statusCode).toBe(400);
  expect((await under.ask(admin, "DELETE", "/api/readers/1234:5678")).statusCode).toBe(404);
  expect((await under.ask(admin, "DELETE", "/api/readers/learning")).statusCode).toBe(204);
});
