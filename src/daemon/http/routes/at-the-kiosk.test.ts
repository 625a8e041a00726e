import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { WebSocket } from "ws";
import type { TapMessage } from "../../../protocol/people.ts";
import { kioskCookie, sessionCookie } from "../guard/who.ts";
import { cookieIn, newBrowser, onMachine } from "../testing/browsers.ts";
import { host, passphrase, type SeatedServer, seatServer } from "../testing/seats.ts";

let under: SeatedServer;
beforeAll(async () => {
  under = await seatServer();
});
afterAll(() => under.remove());

describe("a card at the kiosk", () => {
  test("held by an admin who is signed in there by passphrase takes nothing from them, and from another one the screen", async () => {
    const admin = await under.someone("admin", "kiosk");
    const { people } = under.appliance;
    await people.accounts.addCard(under.ids.admin, "04CAFE01");
    await people.accounts.addCard(under.ids.member, "04CAFE02");
    const hold = async (number: string) => {
      const tap = await people.taps.take(number);
      if (tap.kind !== "in") throw new Error("They were here already.");
      return under.ask(admin, "POST", "/api/session/ticket", { ticket: tap.ticket });
    };
    const own = await hold("04CAFE01");
    expect([own.json().role, cookieIn(own)]).toEqual(["admin", undefined]);
    expect((await under.ask(admin, "GET", "/api/people")).statusCode).toBe(200);
    const other = await hold("04CAFE02");
    expect(other.json()).toMatchObject({ role: "member", person: { name: "Anna" } });
    expect((await under.ask(admin, "GET", "/api/people")).statusCode).toBe(403);
    for (const number of ["04CAFE01", "04CAFE02"]) await people.taps.take(number);
  });

  test("gives its page a ticket that begins a member's session there, once", async () => {
    const kiosk = await under.someone("guest", "kiosk");
    const { appliance, ids } = under;
    await appliance.people.accounts.addCard(ids.admin, "04A22B1C");
    const tap = await appliance.people.taps.take("04A22B1C");
    if (tap.kind !== "in") throw new Error("Olga was not there.");
    const { ticket } = tap;
    expect((await under.ask(newBrowser(), "POST", "/api/session/ticket", { ticket })).statusCode).toBe(403);
    const answer = await under.ask(kiosk, "POST", "/api/session/ticket", { ticket });
    // An admin's card as well: a card can be copied.
    expect(answer.json()).toMatchObject({ role: "member", person: { name: "Olga" } });
    expect((await under.ask(kiosk, "POST", "/api/session/ticket", { ticket })).statusCode).toBe(401);

    const cookies = { ...kiosk.cookies, [sessionCookie]: cookieIn(answer)?.value ?? "" };
    const olga = { ...kiosk, cookies };
    expect((await under.ask(olga, "GET", "/api/people")).statusCode).toBe(403);
    const step = await under.ask(olga, "POST", "/api/session/admin", { passphrase });
    expect(step.json()).toMatchObject({ role: "admin" });
    // The token is another one now, and the one before is worth nothing.
    expect((await under.ask(olga, "GET", "/api/me")).statusCode).toBe(403);
    const admin = { ...kiosk, cookies: { ...cookies, [sessionCookie]: cookieIn(step)?.value ?? "" } };
    expect((await under.ask(admin, "GET", "/api/people")).statusCode).toBe(200);

    await appliance.people.taps.take("04A22B1C");
    expect((await under.ask(admin, "GET", "/api/people")).statusCode).toBe(403);
  });

  test("is told to the kiosk's page alone", async () => {
    const { appliance, ids, server } = under;
    await appliance.people.accounts.addCard(ids.member, "04CCCCCC");
    const kiosk = await under.someone("guest", "kiosk");
    const cookie = `${kioskCookie}=${kiosk.cookies[kioskCookie]}`;
    const heard: TapMessage[] = [];
    const page: WebSocket = await server.injectWS("/ws/taps", { headers: { host, cookie } });
    page.on("message", (data) => heard.push(JSON.parse(data.toString())));
    await expect(server.injectWS("/ws/taps", { headers: { host } })).rejects.toThrow("403");
    for (const number of ["04CCCCCC", "04CCCCCC", "04DDDDDD"]) await appliance.people.taps.take(number);
    await expect
      .poll(() => heard)
      .toEqual([
        { type: "in", name: "Anna", ticket: expect.any(String) },
        { type: "out", name: "Anna" },
        { type: "unknown" },
      ]);
    page.terminate();
  });
});

test("whoever starts the screen's browser makes its page the kiosk, with a code that is good once", async () => {
  let code = "";
  const undo = under.appliance.people.screens.onCode((told) => {
    code = told;
  });
  const first = code;
  expect((await under.ask(newBrowser(), "POST", "/api/kiosk", { code })).statusCode).toBe(403);
  const answer = await under.ask(onMachine(), "POST", "/api/kiosk", { code });
  expect(answer.statusCode).toBe(204);
  expect(code).not.toBe(first);
  expect((await under.ask(onMachine(), "POST", "/api/kiosk", { code: first })).statusCode).not.toBe(204);
  undo();
  const cookies = { [kioskCookie]: cookieIn(answer, kioskCookie)?.value ?? "" };
  expect((await under.ask(onMachine(cookies), "GET", "/api/session")).json()).toMatchObject({
    ...{ role: "guest", seat: "kiosk", person: null },
  });
});

test("who registers at the kiosk is signed in there, and stands on a tile only if they wish, and only at home", async () => {
  const kiosk = await under.someone("guest", "kiosk");
  const zoe = { name: "Zoë", pin: "4711", onTile: true };
  const answer = await under.ask(kiosk, "POST", "/api/people", zoe);
  expect(answer.statusCode).toBe(201);
  const cookies = { ...kiosk.cookies, [sessionCookie]: cookieIn(answer)?.value ?? "" };
  expect((await under.ask({ ...kiosk, cookies }, "GET", "/api/me")).json()).toMatchObject({ name: "Zoë" });
  const tiles = async () => (await under.ask(kiosk, "GET", "/api/people/tiles")).json().tiles;
  expect(await tiles()).toEqual(expect.arrayContaining([{ name: "Anna" }, { name: "Zoë" }]));
  await under.appliance.settings.change({ stands: "venue" });
  expect(await tiles()).toEqual([]);
});
