import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Role } from "../../../protocol/people.ts";
import { type Browser, passphrase, type SeatedServer, seatServer } from "../testing/seats.ts";
import { mayDo, routeRights } from "./rights.ts";
import { secureSessionCookie, sessionCookie } from "./who.ts";

// Who may what from another machine, by plain HTTP and by HTTPS.

const https = { host: "mien.local", port: 7374, fingerprint: "AB:CD" };
const way = "https://localhost:7374";

let under: SeatedServer;
beforeAll(async () => {
  under = await seatServer();
  under.appliance.httpsOpened(https);
});
afterAll(() => under.remove());

let addresses = 0;
const afar = (secure: boolean, cookies = {}): Browser => ({
  ...{ remoteAddress: `10.2.0.${++addresses}`, cookies, secure },
});

async function signedIn(role: Exclude<Role, "guest">, secure: boolean): Promise<Browser> {
  const personId = role === "admin" ? under.ids.admin : under.ids.member;
  const seat = role === "admin" ? "admin" : "phone";
  const token = await under.appliance.people.sessions.begin({ personId, seat, role });
  return afar(secure, { [secure ? secureSessionCookie : sessionCookie]: token });
}

describe.each([
  ["guest", "plain HTTP", "guest"],
  ["guest", "HTTPS", "guest"],
  ["member", "plain HTTP", "member"],
  ["member", "HTTPS", "member"],
  ["admin", "plain HTTP", "guest"],
  ["admin", "HTTPS", "admin"],
] as const)("a %s by %s", (role, by, counts) => {
  const secure = by === "HTTPS";
  const browser = () => (role === "guest" ? Promise.resolve(afar(secure)) : signedIn(role, secure));

  test(`has the rights of a ${counts} at every route`, async () => {
    const seat = counts === "admin" ? "admin" : "phone";
    const [answers, table]: Record<string, boolean>[] = [{}, {}];
    for (const [row, right] of Object.entries(routeRights)) {
      const [method = "", pattern = ""] = row.split(" ");
      if (pattern.startsWith("/ws") || !pattern.startsWith("/api")) continue;
      const path = pattern.replace(/:\w+/g, "x");
      const answer = await under.ask(await browser(), method, path);
      // What is refused for its passphrase is refused by its own words.
      const isRefused = answer.statusCode === 403 && "signIn" in answer.json();
      Object.assign(answers ?? {}, { [row]: !isRefused });
      Object.assign(table ?? {}, { [row]: mayDo(right, { role: counts, seat }) });
    }
    expect(answers).toEqual(table);
  });

  test("is told who they are, and where admins sign in if not here", async () => {
    const told = (await under.ask(await browser(), "GET", "/api/session")).json();
    expect([told.role, told.secureWay, told.plain === true]).toEqual([counts, secure ? null : way, !secure]);
  });
});

describe("by plain HTTP from another machine", () => {
  test("no passphrase is taken, and the refusal names the address where it is", async () => {
    const byName = await under.ask(afar(false), "POST", "/api/session", { name: "Olga", passphrase });
    expect([byName.statusCode, byName.json().error]).toEqual([403, expect.stringContaining(way)]);
    expect(byName.cookies).toEqual([]);
    const member = await signedIn("member", false);
    const step = await under.ask(member, "POST", "/api/session/admin", { passphrase });
    expect([step.statusCode, step.json().error]).toEqual([403, expect.stringContaining(way)]);
  });

  test("no admin's PIN is taken: who has it is told where it is, and whoever has not hears nothing of whose name it is", async () => {
    const given = { name: "Olga", pin: "9999" };
    const refused = await under.ask(afar(false), "POST", "/api/session", given);
    expect([refused.statusCode, refused.json()]).toMatchObject([
      403,
      { code: "admins-pin-come-by", named: { address: way } },
    ]);
    expect(refused.cookies).toEqual([]);
    under.later(60_000);
    const [wrong, nobody] = [
      { ...given, pin: "0000" },
      { ...given, name: "Nobody" },
    ].map((each) => under.ask(afar(false), "POST", "/api/session", each));
    const answers = await Promise.all([wrong, nobody]);
    expect(answers.map((answer) => answer?.statusCode)).toEqual([401, 401]);
    expect(answers[0]?.body).toBe(answers[1]?.body);
    under.later(60_000);
    const here = { remoteAddress: "127.0.0.1", cookies: {} };
    for (const from of [afar(true), here]) {
      const answer = await under.ask(from, "POST", "/api/session", given);
      expect([answer.statusCode, answer.json()]).toMatchObject([200, { role: "member" }]);
      under.later(60_000);
    }
  });

  test("what is for admins is refused with the address where they come in", async () => {
    const answer = await under.ask(afar(false), "PATCH", "/api/settings", {});
    expect([answer.statusCode, answer.json()]).toMatchObject([
      403,
      { error: `This is for admins. From another machine they come in at ${way}.`, signIn: "admin" },
    ]);
  });

  test.each(["/people", "/settings", "/library", "/setup", "/people.html", "/settings?group=Mood"])(
    "%s leads to the same page by HTTPS",
    async (url) => {
      for (const method of ["GET", "HEAD"]) {
        const answer = await under.ask(afar(false), method, url);
        expect([answer.statusCode, answer.headers.location]).toEqual([302, way + url]);
      }
    },
  );

  test.each(["/", "/index.html", "/phone", "/api/state", "/api/session", "/api/health", "/metrics"])(
    "%s stays where it is",
    async (url) => {
      expect((await under.ask(afar(false), "GET", url)).headers.location).toBeUndefined();
    },
  );

  test("an admin's cookie, taken from elsewhere, is nobody's; and neither door knows the other's", async () => {
    const admin = await signedIn("admin", true);
    const token = admin.cookies[secureSessionCookie] ?? "";
    const both = { [sessionCookie]: token, [secureSessionCookie]: token };
    for (const from of [afar(false, both), afar(true, { [sessionCookie]: token })])
      expect((await under.ask(from, "GET", "/api/people")).statusCode).toBe(403);
    expect((await under.ask(afar(true, both), "GET", "/api/people")).statusCode).toBe(200);
  });
});

describe("all that is kept of somebody, and what takes their PIN once more", () => {
  const proof = { pin: "1234" };
  const asked: readonly [method: string, path: string, body?: object][] = [
    ["GET", "/api/me/export"],
    ["GET", "/api/me/history"],
    ["DELETE", "/api/me/history", proof],
    ["DELETE", "/api/me/cards/01900000-0000-7000-8000-000000000000", proof],
    ["PATCH", "/api/me", { ...proof, name: "Anne" }],
    ["PATCH", "/api/me", { ...proof, newPin: "1234" }],
    ["PATCH", "/api/me", { name: "Anne" }],
    ["DELETE", "/api/me", proof],
  ];

  test.each(asked)("%s %s is refused where others can read along, and says where it is", async (...given) => {
    const anna = await signedIn("member", false);
    const answer = await under.ask(anna, ...given);
    expect([answer.statusCode, answer.json()]).toMatchObject([
      403,
      { code: "unread-come-by", named: { address: way } },
    ]);
    expect(answer.body).not.toContain("Anna");
    // Nothing came of it, and it cost no attempt; the rest of what is theirs is there.
    expect((await under.ask(anna, "GET", "/api/me")).json()).toMatchObject({ name: "Anna" });
  });

  test("is there by HTTPS, and on the machine itself", async () => {
    const seat = { personId: under.ids.member, seat: "phone", role: "member" } as const;
    const token = await under.appliance.people.sessions.begin(seat);
    const here = { remoteAddress: "127.0.0.1", cookies: { [sessionCookie]: token } };
    for (const from of [await signedIn("member", true), here])
      for (const [method, path, body] of asked.slice(0, 4)) {
        const { statusCode } = await under.ask(from, method, path, body);
        expect([path, statusCode]).toEqual([
          path,
          path.includes("cards") ? 404 : method === "GET" ? 200 : 204,
        ]);
        under.later(60_000);
      }
  });

  test("is refused where there is no HTTPS as well, and a member's PIN is taken as ever", async () => {
    const other = await seatServer();
    for (const [name, pin] of [
      ["Anna", "1234"],
      // Nowhere else could they be anybody from here.
      ["Olga", "9999"],
    ]) {
      const answer = await other.ask(afar(false), "POST", "/api/session", { name, pin });
      expect(answer.json()).toMatchObject({ role: "member" });
      const cookies = Object.fromEntries(answer.cookies.map((cookie) => [cookie.name, cookie.value]));
      const refused = await other.ask(afar(false, cookies), "GET", "/api/me/export");
      expect([refused.statusCode, refused.json().code]).toEqual([403, "unread-no-https"]);
    }
    await other.remove();
  });
});

describe("by HTTPS from another machine", () => {
  test("an admin signs in, with a cookie that plain HTTP neither sends nor sets", async () => {
    const answer = await under.ask(afar(true), "POST", "/api/session", { name: "Olga", passphrase });
    expect(answer.json()).toMatchObject({ role: "admin" });
    const [cookie] = answer.cookies;
    expect(cookie).toMatchObject({
      ...{ name: secureSessionCookie, secure: true, httpOnly: true, sameSite: "Strict", path: "/" },
    });
    expect(cookie).not.toHaveProperty("domain");
    const admin = afar(true, { [secureSessionCookie]: cookie?.value ?? "" });
    expect((await under.ask(admin, "PATCH", "/api/settings", {})).statusCode).toBe(200);
    const out = await under.ask(admin, "DELETE", "/api/session");
    expect(out.cookies[0]).toMatchObject({ name: secureSessionCookie, value: "" });
    expect((await under.ask(admin, "PATCH", "/api/settings", {})).statusCode).toBe(403);
  });

  test("no browser is told to keep to it: another one day the certificate may be another", async () => {
    const answer = await under.ask(afar(true), "GET", "/api/state");
    expect(answer.headers).not.toHaveProperty("strict-transport-security");
  });

  test("a page by plain HTTP can't ask there in its visitor's name", async () => {
    const admin = await signedIn("admin", true);
    for (const origin of ["http://localhost:7373", "https://localhost:7999", "null"]) {
      const answer = await under.ask(admin, "PATCH", "/api/settings", {}, { origin });
      expect([origin, answer.statusCode]).toEqual([origin, 403]);
    }
  });
});

test("while there is no HTTPS, pages stay and the refusal says so", async () => {
  const other = await seatServer();
  const page = await other.ask(afar(false), "GET", "/people");
  expect(page.headers.location).toBeUndefined();
  const refused = await other.ask(afar(false), "POST", "/api/session", { name: "Olga", passphrase });
  expect([refused.statusCode, refused.json().error]).toEqual([403, expect.stringContaining("no HTTPS")]);
  await other.remove();
});
