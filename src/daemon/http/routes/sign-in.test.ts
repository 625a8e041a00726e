import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { WebSocket } from "ws";
import { sessionCookie } from "../guard/who.ts";
import { cookieIn, newBrowser, newMember, onMachine } from "../testing/browsers.ts";
import { type Browser, host, passphrase, type SeatedServer, seatServer } from "../testing/seats.ts";

let under: SeatedServer;
beforeAll(async () => {
  under = await seatServer();
});
afterAll(() => under.remove());

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
      ...{ role: "member", seat: "phone", person: { name: "Anna", hasPin: true } },
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
    const { browser } = await newMember(under);
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

describe("guessing in the house, where all devices share the first 64 bits of IPv6", () => {
  const device = (address: string): Browser => ({ remoteAddress: address, cookies: {}, secure: true });
  /** Wrong, each at another name, as fast as it may for twenty minutes. */
  async function guess(addressOf: (n: number) => string): Promise<number[]> {
    const answers: number[] = [];
    for (let n = 0; n < 40; n++) {
      const body = { name: `Somebody ${n}`, pin: "0000" };
      answers.push((await under.ask(device(addressOf(n)), "POST", "/api/session", body)).statusCode);
      under.later(30_000);
    }
    return answers;
  }

  test("locks out the device that guesses, and not the owner's laptop beside it", async () => {
    const answers = await guess(() => "fe80::bad%eth0");
    expect(answers.filter((status) => status === 401)).toHaveLength(20);
    expect(answers.slice(20).every((status) => status === 429)).toBe(true);
    const owner = { name: "Olga", passphrase };
    const fromLaptop = await under.ask(device("fe80::1ab%eth0"), "POST", "/api/session", owner);
    expect(fromLaptop.json()).toMatchObject({ role: "admin" });
  });

  test("from far away all addresses of a network are one guesser's", async () => {
    const answers = await guess((n) => `2001:db8:1:2::${n.toString(16)}`);
    expect(answers.filter((status) => status === 401)).toHaveLength(20);
  });
});

test("what somebody who is signed in touches on the socket is theirs; it ends as they sign out, and others stay", async () => {
  // Sockets are opened here by plain HTTP.
  const { browser } = await newMember(under, newBrowser());
  const switched: (string | undefined)[] = [];
  const switchCamera = under.appliance.switchCamera.bind(under.appliance);
  under.appliance.switchCamera = (on, by) => {
    switched.push(by.kind);
    return switchCamera(on, by);
  };
  const cookieOf = (member: { browser: Browser }) =>
    `${sessionCookie}=${member.browser.cookies[sessionCookie]}`;
  const cookie = cookieOf({ browser });
  const socket: WebSocket = await under.server.injectWS("/ws", { headers: { host, cookie } });
  const touch = () =>
    socket.send(JSON.stringify({ type: "command", id: 1, command: { do: "switchCamera", on: false } }));
  touch();
  await expect.poll(() => switched).toEqual(["person"]);
  const [other, guest] = await Promise.all([
    under.server.injectWS("/ws", {
      headers: { host, cookie: cookieOf(await newMember(under, newBrowser())) },
    }),
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

test("a refusal says what to sign in as, where that would help", async () => {
  const phone = newBrowser();
  const cure = async (from: Browser, method: string, url: string, body?: object) =>
    (await under.ask(from, method, url, body)).json().signIn;
  expect(await cure(phone, "GET", "/api/me")).toBe("member");
  expect(await cure(phone, "PATCH", "/api/settings", {})).toBe("admin");
  expect(await cure((await newMember(under)).browser, "PATCH", "/api/settings", {})).toBe("admin");
  expect(await cure(phone, "POST", "/api/session/ticket", { ticket: "x" })).toBeNull();
});
