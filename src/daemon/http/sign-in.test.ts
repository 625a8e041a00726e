import type { LightMyRequestResponse } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { WebSocket } from "ws";
import type { TapMessage } from "../../protocol/people.ts";
import { scannedFile } from "../../store/testing.ts";
import { kioskCookie, secureSessionCookie, sessionCookie } from "./guard/who.ts";
import { type Browser, host, passphrase, type SeatedServer, seatServer } from "./testing/seats-for-tests.ts";

let under: SeatedServer;
beforeAll(async () => {
  under = await seatServer();
});
afterAll(() => under.remove());

let addresses = 0;
/** A browser that was never here, at an address of its own. */
const newBrowser = (): Browser => ({
  remoteAddress: `10.1.${++addresses >> 8}.${addresses & 255}`,
  cookies: {},
});
const newSecureBrowser = (): Browser => ({ ...newBrowser(), secure: true });
const onMachine = (cookies = {}): Browser => ({ remoteAddress: "127.0.0.1", cookies });

const cookieIn = (answer: LightMyRequestResponse, name = sessionCookie) =>
  answer.cookies.find((cookie) => cookie.name === name);

async function signedIn(name: string, pin: string, browser = newBrowser()): Promise<Browser> {
  const answer = await under.ask(browser, "POST", "/api/session", { name, pin });
  const cookie = cookieIn(answer);
  if (cookie === undefined) throw new Error(answer.body);
  return { ...browser, cookies: { ...browser.cookies, [cookie.name]: cookie.value } };
}

let people = 0;
const cookieOfNewMember = async (): Promise<string> => {
  const { browser } = await newMember();
  return `${sessionCookie}=${browser.cookies[sessionCookie]}`;
};

async function newMember(): Promise<{ name: string; browser: Browser }> {
  const name = `Member ${++people}`;
  const outcome = await under.appliance.people.add(
    { name, role: "member", pin: "2468", passphrase: null, onTile: false },
    { address: "127.0.0.1", here: true, secure: true },
  );
  if ("fault" in outcome) throw new Error(outcome.sentence);
  return { name, browser: await signedIn(name, "2468") };
}

describe("signing in", () => {
  test("by name and PIN begins a session, in a cookie that no script reads and no other site sends", async () => {
    const browser = newBrowser();
    const answer = await under.ask(browser, "POST", "/api/session", { name: "anna", pin: "1234" });
    expect(answer.json()).toMatchObject({ role: "member", person: { name: "Anna" } });
    expect(cookieIn(answer)).toMatchObject({ httpOnly: true, sameSite: "Strict", path: "/" });
    expect(answer.headers["cache-control"]).toBe("no-store");
    expect(answer.body).not.toMatch(/hash|scrypt/i);
    const me = { ...browser, cookies: { [sessionCookie]: cookieIn(answer)?.value ?? "" } };
    expect((await under.ask(me, "GET", "/api/session")).json()).toMatchObject({
      ...{ role: "member", seat: "phone", person: { name: "Anna" } },
    });
  });

  test("of a name that nobody has and with a wrong PIN is answered in the same words", async () => {
    const [wrong, unknown] = await Promise.all([
      under.ask(newBrowser(), "POST", "/api/session", { name: "Anna", pin: "0000" }),
      under.ask(newBrowser(), "POST", "/api/session", { name: "Nobody at all", pin: "0000" }),
    ]);
    expect([unknown.statusCode, unknown.body]).toEqual([wrong.statusCode, wrong.body]);
    expect(wrong.statusCode).toBe(401);
    expect(wrong.cookies).toEqual([]);
  });

  test("out ends the session, not only the cookie", async () => {
    const { browser } = await newMember();
    expect((await under.ask(browser, "DELETE", "/api/session")).statusCode).toBe(204);
    expect((await under.ask(browser, "GET", "/api/me")).statusCode).toBe(403);
  });

  test("as admin takes the passphrase, which is taken on the machine itself alone", async () => {
    const name = "Olga";
    const fromAfar = await under.ask(newBrowser(), "POST", "/api/session", { name, passphrase });
    expect(fromAfar.statusCode).toBe(403);
    const here = await under.ask(onMachine(), "POST", "/api/session", { name, passphrase });
    expect(here.json()).toMatchObject({ role: "admin" });
    const olga = onMachine({ [sessionCookie]: cookieIn(here)?.value ?? "" });
    expect((await under.ask(olga, "PATCH", "/api/settings", { moodDwellMs: 9_000 })).statusCode).toBe(200);
    expect((await under.ask(onMachine(), "PATCH", "/api/settings", { moodDwellMs: 1_000 })).statusCode).toBe(
      403,
    );
  });
});

describe("a card at the kiosk", () => {
  test("held by an admin who is signed in there by passphrase takes nothing from them, and from another one the screen", async () => {
    const admin = await under.someone("admin", "kiosk");
    const { people } = under.appliance;
    await people.addCard(under.ids.admin, "04CAFE01");
    await people.addCard(under.ids.member, "04CAFE02");
    const hold = async (number: string) => {
      const tap = await people.tap(number);
      if (tap.kind !== "in") throw new Error("They were here already.");
      return under.ask(admin, "POST", "/api/session/ticket", { ticket: tap.ticket });
    };
    const own = await hold("04CAFE01");
    expect([own.json().role, cookieIn(own)]).toEqual(["admin", undefined]);
    expect((await under.ask(admin, "GET", "/api/people")).statusCode).toBe(200);
    const other = await hold("04CAFE02");
    expect(other.json()).toMatchObject({ role: "member", person: { name: "Anna" } });
    expect((await under.ask(admin, "GET", "/api/people")).statusCode).toBe(403);
    for (const number of ["04CAFE01", "04CAFE02"]) await people.tap(number);
  });

  test("gives its page a ticket that begins a member's session there, once", async () => {
    const kiosk = await under.someone("guest", "kiosk");
    const { appliance, ids } = under;
    await appliance.people.addCard(ids.admin, "04A22B1C");
    const tap = await appliance.people.tap("04A22B1C");
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

    await appliance.people.tap("04A22B1C");
    expect((await under.ask(admin, "GET", "/api/people")).statusCode).toBe(403);
  });

  test("is told to the kiosk's page alone", async () => {
    const { appliance, ids, server } = under;
    await appliance.people.addCard(ids.member, "04CCCCCC");
    const kiosk = await under.someone("guest", "kiosk");
    const cookie = `${kioskCookie}=${kiosk.cookies[kioskCookie]}`;
    const heard: TapMessage[] = [];
    const page: WebSocket = await server.injectWS("/ws/taps", { headers: { host, cookie } });
    page.on("message", (data) => heard.push(JSON.parse(data.toString())));
    await expect(server.injectWS("/ws/taps", { headers: { host } })).rejects.toThrow("403");
    for (const number of ["04CCCCCC", "04CCCCCC", "04DDDDDD"]) await appliance.people.tap(number);
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

describe("what is somebody's own", () => {
  test("is changed by them: wishes at once, name and PIN with the PIN once more", async () => {
    const { name, browser } = await newMember();
    const wishes = { languages: ["de"], artists: ["Björk"], policy: "calm" };
    expect((await under.ask(browser, "PATCH", "/api/me", { wishes })).json()).toMatchObject({ wishes });
    expect((await under.ask(browser, "PATCH", "/api/me", { newPin: "1357" })).statusCode).toBe(401);
    const changed = await under.ask(browser, "PATCH", "/api/me", { newPin: "1357", pin: "2468" });
    expect(changed.statusCode).toBe(200);
    expect((await under.ask(newBrowser(), "POST", "/api/session", { name, pin: "1357" })).statusCode).toBe(
      200,
    );
  });

  test("can be taken away as a file, and is gone when they are", async () => {
    await under.kept.store.library.put([scannedFile("/m/a.mp3", { track: { title: "A song" } })]);
    const [track] = (await under.kept.store.library.list({ search: null, limit: 1, offset: 0 })).tracks;
    const { name, browser } = await newMember();
    const taste = { taste: "favourite" };
    expect((await under.ask(browser, "PUT", `/api/me/tastes/${track?.id}`, taste)).statusCode).toBe(204);
    const file = await under.ask(browser, "GET", "/api/me/export");
    expect(file.headers["content-disposition"]).toContain("attachment");
    expect(file.json()).toMatchObject({ name, favourites: [{ title: "A song" }] });
    expect((await under.ask(browser, "DELETE", "/api/me", {})).statusCode).toBe(401);
    expect((await under.ask(browser, "DELETE", "/api/me", { pin: "2468" })).statusCode).toBe(204);
    expect((await under.ask(browser, "GET", "/api/me")).statusCode).toBe(403);
    expect(under.appliance.people.register.called(name)).toBeNull();
  });
});

test("what somebody who is signed in touches on the socket is theirs; it ends as they sign out, and others stay", async () => {
  const { browser } = await newMember();
  const switched: (string | undefined)[] = [];
  const switchCamera = under.appliance.switchCamera.bind(under.appliance);
  under.appliance.switchCamera = (on, by) => {
    switched.push(by.kind);
    return switchCamera(on, by);
  };
  const cookie = `${sessionCookie}=${browser.cookies[sessionCookie]}`;
  const socket: WebSocket = await under.server.injectWS("/ws", { headers: { host, cookie } });
  const touch = () =>
    socket.send(JSON.stringify({ type: "command", id: 1, command: { do: "switchCamera", on: false } }));
  touch();
  await expect.poll(() => switched).toEqual(["person"]);
  const [other, guest] = await Promise.all([
    under.server.injectWS("/ws", { headers: { host, cookie: await cookieOfNewMember() } }),
    under.server.injectWS("/ws", { headers: { host } }),
  ]);
  const closed = new Promise((resolve) => socket.once("close", (code: number) => resolve(code)));
  await under.ask(browser, "DELETE", "/api/session");
  expect(await closed).toBe(4_001);
  // The next one with the same cookie is a guest's.
  const after: WebSocket = await under.server.injectWS("/ws", { headers: { host, cookie } });
  after.send(JSON.stringify({ type: "command", id: 1, command: { do: "switchCamera", on: false } }));
  await expect.poll(() => switched).toEqual(["person", "guest"]);
  expect([other.readyState, guest.readyState]).toEqual([1, 1]);
  for (const page of [other, guest, after]) page.terminate();
});

test("somebody signs out everywhere: no browser of theirs is signed in any more", async () => {
  const { name, browser } = await newMember();
  const phone = await signedIn(name, "2468");
  expect((await under.ask(browser, "DELETE", "/api/me/sessions")).statusCode).toBe(204);
  for (const each of [browser, phone])
    expect((await under.ask(each, "GET", "/api/session")).json()).toMatchObject({
      role: "guest",
      person: null,
    });
});

test("a refusal says what to sign in as, where that would help", async () => {
  const phone = newBrowser();
  const cure = async (from: Browser, method: string, url: string, body?: object) =>
    (await under.ask(from, method, url, body)).json().signIn;
  expect(await cure(phone, "GET", "/api/me")).toBe("member");
  expect(await cure(phone, "PATCH", "/api/settings", {})).toBe("admin");
  expect(await cure((await newMember()).browser, "PATCH", "/api/settings", {})).toBe("admin");
  expect(await cure(phone, "POST", "/api/session/ticket", { ticket: "x" })).toBeNull();
});

describe("the first start", () => {
  const given = {
    admin: { name: "Olga", passphrase },
    ...{ stands: "workplace", place: "The office", timeZone: "Europe/Berlin", languages: ["de", "en"] },
  };

  test("from elsewhere takes the code, which is told on the machine alone; then the rights are an admin's", async () => {
    const fresh = await seatServer({ people: false, stands: null });
    const { code } = (await fresh.ask(onMachine(), "GET", "/api/setup")).json();
    expect(code).toMatch(/^(\w{4}-){2}\w{4}$/);
    const afar = newSecureBrowser();
    expect((await fresh.ask(afar, "GET", "/api/setup")).json()).toEqual({ isNeeded: true, code: null });
    // Until then the machine itself is the owner's, as it always was.
    expect((await fresh.ask(onMachine(), "PATCH", "/api/settings", {})).statusCode).toBe(200);
    expect((await fresh.ask(afar, "POST", "/api/setup", given)).statusCode).toBe(403);
    const wrong = await fresh.ask(newSecureBrowser(), "POST", "/api/setup", {
      ...given,
      code: "2222-2222-2222",
    });
    expect([wrong.statusCode, wrong.json().error]).toEqual([403, expect.stringContaining("setup code")]);
    const inPlain = await fresh.ask(newBrowser(), "POST", "/api/setup", { ...given, code });
    expect([inPlain.statusCode, inPlain.json().error]).toEqual([403, expect.stringContaining("HTTPS")]);
    const nowhere = { ...given, code, timeZone: "Mars/Olympus" };
    expect((await fresh.ask(newSecureBrowser(), "POST", "/api/setup", nowhere)).statusCode).toBe(400);
    const done = await fresh.ask(newSecureBrowser(), "POST", "/api/setup", {
      ...given,
      code: code.toLowerCase(),
    });
    expect(done.statusCode).toBe(201);
    expect(cookieIn(done, secureSessionCookie)).toMatchObject({
      secure: true,
      sameSite: "Strict",
      path: "/",
    });
    expect(done.json().person).toMatchObject({ name: "Olga", role: "admin" });
    expect((await fresh.ask(newSecureBrowser(), "POST", "/api/setup", { ...given, code })).statusCode).toBe(
      409,
    );
    expect((await fresh.ask(onMachine(), "PATCH", "/api/settings", {})).statusCode).toBe(403);
    expect(fresh.appliance.publisher.state.place.name).toBe("The office");
    expect(await fresh.kept.store.place()).toMatchObject({ name: "The office" });
    expect(await fresh.kept.store.settings.all()).toMatchObject({
      ...{ stands: "workplace", timeZone: "Europe/Berlin", screenLanguages: ["de", "en"] },
    });
    await fresh.remove();
  });

  test("in a workplace leaves the camera off, for whomever, with the reason", async () => {
    const fresh = await seatServer({ people: false, stands: null });
    fresh.appliance.follow();
    const done = await fresh.ask(onMachine(), "POST", "/api/setup", given);
    expect(done.statusCode).toBe(201);
    expect(done.json().camera.forbidden).toContain("AI Act");
    expect(fresh.appliance.publisher.state.camera.wanted).toBe("off");
    const admin = onMachine({ [sessionCookie]: cookieIn(done)?.value ?? "" });
    const on = await fresh.ask(admin, "POST", "/api/commands", { do: "switchCamera", on: true });
    expect([on.statusCode, on.json().error]).toEqual([409, done.json().camera.forbidden]);
    expect(fresh.appliance.publisher.state.camera.wanted).toBe("off");
    await fresh.remove();
  });
});
