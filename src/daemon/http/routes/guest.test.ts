import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type WebSocket from "ws";
import { type Browser, host, type SeatedServer, seatServer } from "../testing/seats.ts";
import { guestCookie, secureGuestCookie } from "./guest.ts";

let under: SeatedServer;
beforeEach(async () => {
  under = await seatServer();
  await under.appliance.settings.change({ guestPage: true });
});
afterEach(() => under.remove());

const id = "00000000-0000-7000-8000-000000000000";
const phoneAt = (remoteAddress: string): Browser => ({ remoteAddress, cookies: {} });

/** Says hello and keeps the cookie. */
async function hello(phone: Browser): Promise<Browser> {
  const answer = await under.ask(phone, "POST", "/api/guest");
  const cookie = answer.cookies.find(({ name }) => name === guestCookie);
  return { ...phone, cookies: cookie ? { [guestCookie]: cookie.value } : {} };
}
const because = async (phone: Browser, method: string, url: string, body?: object) => {
  const answer = await under.ask(phone, method, url, body);
  return [answer.statusCode, answer.json<{ because?: string }>().because];
};
/** A socket of this phone, and the code and reason with which it was closed. */
async function socketOf(phone: Browser): Promise<{ socket: WebSocket; closed: Promise<unknown> }> {
  const cookie = Object.entries(phone.cookies)
    .map((each) => each.join("="))
    .join("; ");
  let closed: Promise<unknown> = Promise.resolve();
  const socket = await under.server.injectWS(
    "/ws/phone",
    { headers: { host, cookie } },
    {
      onInit: (ws) => {
        closed = new Promise((resolve) =>
          ws.once("close", (code, reason) => resolve([code, String(reason)])),
        );
      },
    },
  );
  return { socket, closed };
}

describe("the cookie of a guest's phone", () => {
  test("is random, for a day, for no script to read, and is given once", async () => {
    const answer = await under.ask(phoneAt("192.168.1.20"), "POST", "/api/guest");
    const [cookie] = answer.cookies;
    expect(cookie).toMatchObject({ name: guestCookie, httpOnly: true, sameSite: "Strict", maxAge: 86_400 });
    expect(cookie?.value).toMatch(/^[\w-]{22}$/);
    const phone = { ...phoneAt("192.168.1.20"), cookies: { [guestCookie]: cookie?.value ?? "" } };
    expect((await under.ask(phone, "POST", "/api/guest")).cookies).toEqual([]);
  });

  test("by HTTPS has a name of its own, so that the same browser is a guest by plain HTTP as well", async () => {
    const answer = await under.ask({ ...phoneAt("192.168.1.20"), secure: true }, "POST", "/api/guest");
    const [cookie] = answer.cookies;
    expect(cookie).toMatchObject({ name: secureGuestCookie, secure: true, path: "/" });
    const cookies = { [secureGuestCookie]: cookie?.value ?? "" };
    const find = (secure: boolean) =>
      under.ask({ ...phoneAt("192.168.1.20"), cookies, secure }, "GET", "/api/guest/songs?words=a");
    expect((await find(true)).statusCode).toBe(200);
    expect((await find(false)).statusCode).toBe(401);
    const plain = await hello({ ...phoneAt("192.168.1.20"), cookies });
    expect(plain.cookies).toHaveProperty(guestCookie);
  });

  test("is given to each phone of a house that has IPv6 alone", async () => {
    await under.appliance.settings.change({ guestPhonesPerAddress: 1 });
    for (const address of ["fe80::20", "fe80::21", "::ffff:192.168.1.20"])
      expect((await hello(phoneAt(address))).cookies).not.toEqual({});
    expect(await because(phoneAt("fe80::20"), "POST", "/api/guest")).toEqual([429, "address"]);
  });

  test("that somebody made up is nobody's: a new one is given, never that one", async () => {
    const phone = { ...phoneAt("192.168.1.20"), cookies: { [guestCookie]: "A".repeat(22) } };
    expect(await because(phone, "POST", "/api/guest/requests", { track: id })).toEqual([401, "unknown"]);
    const [cookie] = (await under.ask(phone, "POST", "/api/guest")).cookies;
    expect(cookie?.value).not.toBe("A".repeat(22));
  });

  test("that nobody knows any more is said to be forgotten, as what its phone waited for does not wait", async () => {
    const known = await hello(phoneAt("192.168.1.20"));
    expect((await under.ask(known, "POST", "/api/guest")).statusCode).toBe(204);
    const before = { ...phoneAt("192.168.1.20"), cookies: { [guestCookie]: "A".repeat(22) } };
    const answer = await under.ask(before, "POST", "/api/guest");
    expect([answer.statusCode, answer.json()]).toEqual([200, { forgotten: true }]);
    expect(answer.cookies).toHaveLength(1);
    expect((await under.ask(phoneAt("192.168.1.20"), "POST", "/api/guest")).statusCode).toBe(204);
  });

  test("is given to no more phones of one address than the owner lets in an hour", async () => {
    await under.appliance.settings.change({ guestPhonesPerAddress: 2 });
    for (let n = 0; n < 2; n++) expect((await hello(phoneAt("192.168.1.20"))).cookies).not.toEqual({});
    expect(await because(phoneAt("192.168.1.20"), "POST", "/api/guest")).toEqual([429, "address"]);
    under.later(3_600_000);
    expect((await hello(phoneAt("192.168.1.20"))).cookies).not.toEqual({});
  });
});

test("off, every address says so, and gives no cookie", async () => {
  const phone = await hello(phoneAt("192.168.1.20"));
  await under.appliance.settings.change({ guestPage: false });
  const answer = await under.ask(phoneAt("192.168.1.21"), "POST", "/api/guest");
  expect([answer.statusCode, answer.cookies]).toEqual([409, []]);
  expect(await because(phone, "GET", "/api/guest/songs?words=a")).toEqual([409, "off"]);
  expect(await because(phone, "POST", "/api/guest/requests", { track: id })).toEqual([409, "off"]);
  expect(await because(phone, "PUT", `/api/guest/votes/${id}`, { skip: true })).toEqual([409, "off"]);
  const { closed } = await socketOf(phone);
  expect(await closed).toEqual([4_003, "turned off"]);
});

test("by default it is off", async () => {
  const other = await seatServer();
  const answer = await other.ask(phoneAt("192.168.1.20"), "POST", "/api/guest");
  expect(answer.json()).toMatchObject({ because: "off" });
  await other.remove();
});

describe("the socket", () => {
  test("tells what plays and what is theirs, and takes nothing but whether somebody looks", async () => {
    const phone = await hello(phoneAt("192.168.1.20"));
    const { socket, closed } = await socketOf(phone);
    await expect.poll(() => under.appliance.guests.phones.size).toBe(1);
    socket.send(JSON.stringify({ type: "awake", awake: false }));
    await expect.poll(() => under.appliance.guests.phones.awake.size).toBe(0);
    socket.send(JSON.stringify({ type: "command", id: 1, command: { do: "skip" } }));
    expect((await closed) as unknown[]).toEqual([1008, "not what a phone says"]);
    await expect.poll(() => under.appliance.guests.phones.size).toBe(0);
  });

  test("is nothing for who has not said hello", async () => {
    const { closed } = await socketOf(phoneAt("192.168.1.20"));
    expect(await closed).toEqual([4_004, "say hello first"]);
  });

  test("is there for so many phones and so many of one address, and each that goes makes room", async () => {
    await under.appliance.settings.change({ guestPhones: 2 });
    const phone = await hello(phoneAt("192.168.1.20"));
    const open = [await socketOf(phone), await socketOf(phone)];
    expect(await (await socketOf(phone)).closed).toEqual([1_013, "crowded"]);
    await under.appliance.settings.change({ guestPhones: 100, guestPhonesPerAddress: 2 });
    expect(await (await socketOf(phone)).closed).toEqual([1_013, "address"]);
    open[0]?.socket.terminate();
    await expect.poll(() => under.appliance.guests.phones.size).toBe(1);
    await socketOf(phone);
    await expect.poll(() => under.appliance.guests.phones.size).toBe(2);
  });
});

test("six others are for guests alone, and for as many as were shown as an evening shows", async () => {
  const phone = await hello(phoneAt("192.168.1.20"));
  const others = (who: Browser, shown: unknown) =>
    under.ask(who, "POST", "/api/guest/others", JSON.stringify({ shown }), {
      "content-type": "application/json",
    });
  expect((await others(phone, [])).json()).toEqual({ songs: expect.any(Array) });
  expect((await others(phone, Array(61).fill(id))).statusCode).toBe(400);
  expect((await others(phone, ["no id"])).statusCode).toBe(400);
  expect((await others(phoneAt("192.168.1.21"), [])).statusCode).toBe(401);
});

test("songs are looked through by the moods that there are", async () => {
  const phone = await hello(phoneAt("192.168.1.20"));
  const look = (who: Browser, path: string) => under.ask(who, "GET", `/api/guest/moods/${path}`);
  expect((await look(phone, "calm")).json()).toEqual({ songs: expect.any(Array), next: null });
  expect((await look(phone, "hungry")).statusCode).toBe(400);
  expect((await look(phone, "calm?from=-1")).statusCode).toBe(400);
  expect((await look(phoneAt("192.168.1.21"), "calm")).statusCode).toBe(401);
});

test("whatever a phone sends, it is refused in words and nothing breaks", async () => {
  const phone = await hello(phoneAt("192.168.1.20"));
  const odd = [
    "",
    "x".repeat(5_000),
    "'; DROP TABLE tracks; --",
    "\u0000",
    "../../etc/passwd",
    "__proto__",
    "💥",
  ];
  const bodies: unknown[] = [
    ...odd.map((track) => ({ track })),
    ...[
      null,
      [],
      7,
      "track",
      { track: id, guest: "another" },
      { track: { $ne: null } },
      { __proto__: { track: id } },
    ],
  ];
  for (const body of bodies) {
    const answer = await under.ask(phone, "POST", "/api/guest/requests", JSON.stringify(body), {
      "content-type": "application/json",
    });
    expect([body, answer.statusCode >= 400 && answer.statusCode < 500]).toEqual([body, true]);
    expect(answer.json()).toHaveProperty("error");
    under.later(1_000);
  }
  for (const words of odd.slice(1)) {
    const answer = await under.ask(phone, "GET", `/api/guest/songs?words=${encodeURIComponent(words)}`);
    expect([words, [200, 400, 429].includes(answer.statusCode)]).toEqual([words, true]);
  }
  for (const each of odd.slice(1))
    expect(
      (await under.ask(phone, "DELETE", `/api/guest/requests/${encodeURIComponent(each)}`)).statusCode,
    ).toBeGreaterThanOrEqual(400);
});

test("whoever asks for too much is told to wait, and keeps nobody else waiting", async () => {
  const [greedy, polite] = [await hello(phoneAt("192.168.1.20")), await hello(phoneAt("192.168.1.21"))];
  const find = (phone: Browser) => under.ask(phone, "GET", "/api/guest/songs?words=a");
  const strangers = Array.from({ length: 60 }, () => find(phoneAt("192.168.1.20")));
  const flood = await Promise.all([...strangers, ...Array.from({ length: 60 }, () => find(greedy))]);
  const counted = (status: number) => flood.filter(({ statusCode }) => statusCode === status).length;
  expect(counted(401)).toBe(60);
  expect(counted(429)).toBeGreaterThan(0);
  expect((await find(polite)).statusCode).toBe(200);
  expect((await hello(phoneAt("192.168.1.22"))).cookies).not.toEqual({});
});

test("another web site can't ask in a guest's name", async () => {
  const phone = await hello(phoneAt("192.168.1.20"));
  const elsewhere = { origin: "http://evil.example" };
  const asked = await under.ask(phone, "POST", "/api/guest/requests", { track: id }, elsewhere);
  expect(asked.statusCode).toBe(403);
  const navigated = { "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors" };
  expect(
    (await under.ask(phone, "PUT", `/api/guest/votes/${id}`, { skip: true }, navigated)).statusCode,
  ).toBe(403);
});

test("a guest's phone can't do by commands what it may do by turns and votes alone", async () => {
  const phone = await hello(phoneAt("192.168.1.20"));
  for (const command of [
    { do: "skip" },
    { do: "pause" },
    { do: "playTrack", track: id, when: "now" },
    { do: "setVolume", volume: 1 },
  ])
    expect((await under.ask(phone, "POST", "/api/commands", command)).statusCode).toBe(403);
});
