import { afterAll, beforeAll, expect, test } from "vitest";
import { cookieIn } from "../testing/browsers.ts";
import { type Browser, passphrase, type SeatedServer, seatServer } from "../testing/seats.ts";
import { secureSessionCookie, sessionCookie } from "./who.ts";

// An admin's page that was left open is anybody's: what they give there would let them in for good.

let under: SeatedServer;
beforeAll(async () => {
  under = await seatServer();
});
afterAll(() => under.remove());

const minutes = (count: number) => count * 60_000;

/** What lets somebody in, each for Anna or for somebody new. */
const waysIn = (): readonly [string, string, object][] => {
  const anna = `/api/people/${under.ids.member}`;
  return [
    ["POST", `${anna}/cards/teach`, {}],
    ["POST", `${anna}/cards`, { number: `04AA${Math.random().toString().slice(2, 10)}` }],
    ["PATCH", anna, { pin: "8642" }],
    ["PATCH", anna, { passphrase: "battery staple horse" }],
    ["PATCH", anna, { role: "admin", passphrase: "battery staple horse" }],
    ["POST", "/api/people", { name: "Mallory", pin: "8642" }],
    ["POST", "/api/people", { name: "Mallory", role: "admin", passphrase: "battery staple horse" }],
  ];
};

const own = () => under.appliance.people.register.get(under.ids.member);

test.each(["admin", "kiosk"] as const)(
  "at the seat %s, what gives somebody a way in takes the passphrase once more when it was given minutes ago",
  async (seat) => {
    const left = await under.someone("admin", seat, seat === "kiosk" ? "here" : "elsewhere");
    // Somebody uses the page all the while.
    for (let minute = 0; minute < 5; minute++) {
      under.later(minutes(1));
      expect((await under.ask(left, "PATCH", "/api/me", { wishes })).statusCode).toBe(200);
    }
    const before = own();
    for (const [method, url, body] of waysIn()) {
      const answer = await under.ask(left, method, url, body);
      expect([url, body, answer.statusCode]).toEqual([url, body, 403]);
      expect(answer.json()).toMatchObject({ code: "passphrase-again", signIn: "admin" });
    }
    expect(own()).toEqual(before);
    expect(under.appliance.publisher.state.cards.teaching).toBeNull();
    expect(under.appliance.people.register.cardsOf(under.ids.member)).toEqual([]);
    expect(under.appliance.people.register.called("Mallory")).toBeNull();
  },
);

test("a PIN proves nothing to it, a passphrase does: for some minutes, and then not any more", async () => {
  const left = await under.someone("admin", "admin", "here");
  under.later(minutes(6));
  const setPin = async (from: Browser) =>
    (await under.ask(from, "PATCH", `/api/people/${under.ids.member}`, { pin: "8642" })).statusCode;
  expect(await setPin(left)).toBe(403);
  expect((await under.ask(left, "POST", "/api/session/admin", { passphrase: "9999" })).statusCode).toBe(401);
  expect(await setPin(left)).toBe(403);
  under.later(minutes(1));
  const again = await under.ask(left, "POST", "/api/session/admin", { passphrase });
  const proven = { ...left, cookies: { [sessionCookie]: cookieIn(again)?.value ?? "" } };
  expect(await setPin(proven)).toBe(200);
  under.later(minutes(4));
  expect(await setPin(proven)).toBe(200);
  under.later(minutes(1));
  expect(await setPin(proven)).toBe(403);
});

test("what lets nobody in is not asked for again: another name, fewer rights, somebody less", async () => {
  const admin = await under.someone("admin", "phone");
  expect((await under.ask(admin, "POST", "/api/people", { name: "Ben", pin: "1357" })).statusCode).toBe(201);
  expect(Object.keys(admin.cookies)).toEqual([secureSessionCookie]);
  under.later(minutes(20));
  const ask = async (method: string, url: string, body?: object) =>
    (await under.ask(admin, method, url, body)).statusCode;
  expect(await ask("PATCH", `/api/people/${under.ids.member}`, { name: "Anna B", onTile: false })).toBe(200);
  expect(await ask("PATCH", `/api/people/${under.ids.member}`, { role: "member" })).toBe(200);
  const ben = under.appliance.people.register.called("Ben");
  expect(await ask("DELETE", `/api/people/${ben?.id}`)).toBe(204);
});

const wishes = { languages: [], artists: [], policy: null };
