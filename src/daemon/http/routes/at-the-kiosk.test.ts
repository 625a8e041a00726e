import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { WebSocket } from "ws";
import type { TapMessage } from "../../../protocol/people.ts";
import { kioskCookie, sessionCookie } from "../guard/who.ts";
import { cookieIn, newBrowser, newSecureBrowser, onMachine } from "../testing/browsers.ts";
import { host, passphrase, type SeatedServer, seatServer } from "../testing/seats.ts";

let under: SeatedServer;
beforeAll(async () => {
  under = await seatServer();
});
afterAll(() => under.remove());

/** What a page on the machine itself opens a socket with. */
const upgrade = (cookies: Record<string, string>, remoteAddress = "127.0.0.1") =>
  ({
    headers: {
      host,
      cookie: Object.entries(cookies)
        .map((each) => each.join("="))
        .join("; "),
    },
    socket: { remoteAddress },
  }) as object;

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
    const heard: TapMessage[] = [];
    const page: WebSocket = await server.injectWS("/ws/taps", upgrade(kiosk.cookies));
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
    const { clients } = server.websocketServer;
    const open = clients.size;
    page.terminate();
    await expect.poll(() => clients.size).toBe(open - 1);
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

test("a screen is one on the machine itself: whoever carries its cookie elsewhere is a phone there, and hears of no card", async () => {
  const { cookies } = await under.someone("member", "kiosk");
  for (const from of [
    { ...newBrowser(), cookies },
    { ...newSecureBrowser(), cookies },
  ]) {
    expect((await under.ask(from, "GET", "/api/session")).json()).toMatchObject({
      ...{ role: "guest", seat: "phone" },
    });
    expect((await under.ask(from, "GET", "/api/people/tiles")).statusCode).toBe(403);
  }
  // A proxy's word is from elsewhere too.
  const passedOn = { "x-forwarded-for": "192.168.1.77" };
  const answer = await under.ask(onMachine(cookies), "GET", "/api/people/tiles", undefined, passedOn);
  expect(answer.statusCode).toBe(403);
  const tapped = under.server.injectWS("/ws/taps", upgrade(cookies, "192.168.1.77"));
  await expect(tapped).rejects.toThrow("403");
});

test("whoever works there by passphrase, at the setup too, is not counted as here; whoever signs in by PIN is", async () => {
  const here = () => under.appliance.people.company.told.others;
  const before = here();
  const screen = await under.someone("guest", "kiosk");
  const signIn = async (given: object) =>
    expect((await under.ask(screen, "POST", "/api/session", given)).statusCode).toBe(200);
  await signIn({ name: "Olga", passphrase });
  expect(here()).toBe(before);
  await signIn({ name: "Anna", pin: "1234" });
  expect(here()).toBe(before + 1);
  under.appliance.people.presence.leave(under.ids.member);

  const fresh = await seatServer({ people: false, stands: null });
  const kiosk = await fresh.someone("guest", "kiosk");
  const answer = await fresh.ask(kiosk, "POST", "/api/setup", {
    admin: { name: "Olga", passphrase, pin: "4711" },
    ...{ stands: "venue", place: "Café", timeZone: "UTC", languages: ["en"] },
  });
  expect(answer.statusCode).toBe(201);
  expect(fresh.appliance.people.presence.present).toEqual([]);
  expect(fresh.appliance.people.company.told).toEqual({ named: [], others: 0 });
  await fresh.remove();
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

test("somebody new hears that a name is taken before they choose a PIN, and registering by a free one is one attempt", async () => {
  const kiosk = await under.someone("guest", "kiosk");
  const asking = (name: string) => under.ask(kiosk, "POST", "/api/people/name", { name });
  const wait = () => under.later(60_000);
  wait();
  const taken = await asking("  ANNA");
  expect([taken.statusCode, taken.json().code]).toEqual([409, "name-taken"]);
  wait();
  expect((await asking("…")).statusCode).toBe(400);
  wait();
  expect((await asking("Kim")).statusCode).toBe(204);
  // At once: whoever was told that the name is free has had their attempt, and one alone.
  expect((await under.ask(kiosk, "POST", "/api/people", { name: "kim", pin: "4711" })).statusCode).toBe(201);
  expect((await under.ask(kiosk, "POST", "/api/people", { name: "Kim", pin: "4711" })).statusCode).toBe(429);
});

test("who is known here is found out no faster by asking for names than by registering", async () => {
  const kiosk = await under.someone("guest", "kiosk");
  const answers: number[] = [];
  under.later(7 * 86_400_000);
  // Taken names and free ones alike, one a second.
  for (let second = 0; second < 60; second++) {
    const name = second % 2 === 0 ? "Anna" : `Nobody ${second}`;
    answers.push((await under.ask(kiosk, "POST", "/api/people/name", { name })).statusCode);
    under.later(1_000);
  }
  expect(answers.filter((status) => status !== 429).length).toBeLessThanOrEqual(6);
  for (const seat of ["phone", "admin"] as const) {
    const guest = await under.someone("guest", seat);
    expect((await under.ask(guest, "POST", "/api/people/name", { name: "Anna" })).statusCode).toBe(403);
  }
});

test("an admin ends that a browser is Mien's own screen: its token is worth nothing from then on, in memory and after a start", async () => {
  const { appliance, kept, server } = under;
  const guest = await under.someone("guest", "kiosk");
  const closed: number[] = [];
  const taps: WebSocket = await server.injectWS("/ws/taps", upgrade(guest.cookies));
  taps.on("close", (code) => closed.push(code));
  expect((await under.ask(guest, "DELETE", "/api/kiosk")).statusCode).toBe(403);
  const admin = await under.someone("admin", "kiosk");
  // By PIN, before the passphrase: with turns of their own.
  appliance.people.presence.come(under.ids.admin);
  const before = (await kept.store.people.devices()).length;
  const answer = await under.ask(admin, "DELETE", "/api/kiosk");
  expect(answer.statusCode).toBe(204);
  expect(appliance.people.presence.present).toEqual([]);
  expect([cookieIn(answer, kioskCookie)?.value, cookieIn(answer)?.value]).toEqual(["", ""]);
  expect((await kept.store.people.devices()).length).toBe(before - 1);
  // Whoever kept both cookies is at no screen, and nobody in particular.
  expect((await under.ask(admin, "GET", "/api/session")).json()).toMatchObject({
    role: "guest",
    seat: "admin",
  });
  await expect.poll(() => closed).toEqual([4_003]);
  await expect(server.injectWS("/ws/taps", upgrade(guest.cookies))).rejects.toThrow("403");
  // A backup from before brings it back to the database alone.
  const { people } = kept.store;
  const known = (await people.devices()).map(({ hash }) => hash);
  await people.addDevice({ hash: "an old screen", madeAt: 1 }, [...known, "an old screen"]);
  await appliance.people.storeAgain();
  expect((await people.devices()).map(({ hash }) => hash)).not.toContain("an old screen");
});

test("all pages of a screen that is none any more ask at once who they are, and no others", async () => {
  const { appliance, server } = under;
  const { screens } = appliance.people;
  const closed: string[] = [];
  const open = async (name: string, cookies: Record<string, string>) => {
    const page: WebSocket = await server.injectWS("/ws?seat=kiosk", upgrade(cookies));
    page.on("close", (code) => closed.push(`${name} ${code}`));
    return page;
  };
  const admin = await under.someone("admin", "kiosk");
  const screen = { [kioskCookie]: admin.cookies[kioskCookie] ?? "" };
  let code = "";
  screens.onCode((told) => {
    code = told;
  })();
  const other = (await screens.redeem(code)) ?? "";
  // In other tabs, before the admin signed in.
  await open("one", screen);
  await open("another", screen);
  const others = [await open("other screen", { [kioskCookie]: other }), await open("phone", {})];
  expect((await under.ask(admin, "DELETE", "/api/kiosk")).statusCode).toBe(204);
  const gone = ["another 4001", "one 4001"];
  await expect.poll(() => closed.toSorted()).toEqual(gone);
  // Whoever was closed as well would hear of that before an answer.
  for (const page of others) {
    const answer = once(page, "message");
    page.send(JSON.stringify({ type: "resync" }));
    await answer;
  }
  expect(closed.toSorted()).toEqual(gone);
});

test("a screen whose page is open stays one, however often another one's browser is started again", async () => {
  const { server } = under;
  const { screens } = under.appliance.people;
  const start = async () => (await screens.redeem(screens.code)) ?? "";
  const token = await start();
  const page: WebSocket = await server.injectWS("/ws", upgrade({ [kioskCookie]: token }));
  for (let n = 0; n < 25; n++) await start();
  expect(screens.knows(token)).toBe(true);
  // Not its page's end makes it the oldest, nor is it one for ever by that.
  page.terminate();
  const known = async () => {
    await start();
    return screens.knows(token);
  };
  expect(await known()).toBe(true);
  await expect.poll(known).toBe(false);
});
