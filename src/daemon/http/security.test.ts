import { readFile } from "node:fs/promises";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Browser, host, passphrase, type SeatedServer, seatServer } from "./seats-for-tests.ts";
import { kioskCookie, sessionCookie } from "./who.ts";

let under: SeatedServer;
beforeAll(async () => {
  under = await seatServer();
}, 60_000);
afterAll(async () => {
  await under.remove();
  console.log(`${tried.toLocaleString("en")} attacks were tried; ${through} got through.`);
});

let [tried, through] = [0, 0];
/** One attack, and whether it got through. */
function attack(gotThrough: boolean, what: string): void {
  tried++;
  if (!gotThrough) return;
  through++;
  expect.soft(what).toBe("got through");
}

let addresses = 0;
const stranger = (cookies = {}): Browser => ({
  remoteAddress: `10.7.${++addresses >> 8}.${addresses & 255}`,
  cookies,
});
const succeeded = ({ statusCode }: { statusCode: number }) => statusCode < 300;

let stateBefore = "";
beforeEach(async () => {
  stateBefore = await told();
});
/** All that is known of people. */
async function told(): Promise<string> {
  const { people } = under.kept.store;
  return JSON.stringify([await people.all(), await people.cards()]);
}

test("guessing PINs, from one address and from many", async () => {
  const one = stranger();
  let looked = 0;
  for (let pin = 0; pin < 300; pin++) {
    const from = pin % 2 ? stranger() : one;
    const body = { name: "Anna", pin: String(5_000 + pin) };
    const answer = await under.ask(from, "POST", "/api/session", body);
    attack(succeeded(answer), `PIN ${body.pin}`);
    if (answer.statusCode === 401) looked++;
  }
  // All the others were not even looked at.
  attack(looked > 20, `${looked} PINs were looked at`);
});

test("one PIN for everybody: a PIN alone names nobody", async () => {
  for (const body of [
    { pin: "1234" },
    { name: "", pin: "1234" },
    { name: "%", pin: "1234" },
    { name: "*", pin: "1234" },
  ])
    attack(succeeded(await under.ask(stranger(), "POST", "/api/session", body)), JSON.stringify(body));
});

test("sessions that are fixed beforehand, made up, taken from the database, replayed, or carried elsewhere", async () => {
  const planted = "A".repeat(43);
  const { sessions, screens } = under.appliance.people;
  await sessions.begin({ personId: under.ids.member, seat: "phone", role: "member", replacing: planted });
  const ended = await sessions.begin({ personId: under.ids.admin, seat: "admin", role: "admin" });
  await sessions.end(ended);
  const atKiosk = await sessions.begin({ personId: under.ids.admin, seat: "kiosk", role: "admin" });
  const hashes = (await under.kept.store.people.sessions()).map(({ hash }) => hash);
  const screenHashes = (await under.kept.store.people.devices()).map(({ hash }) => hash);
  for (const token of [planted, ended, atKiosk, ...hashes, "", "null", "__proto__", "0", " ", "../../etc"]) {
    const answer = await under.ask(stranger({ [sessionCookie]: token }), "GET", "/api/me");
    attack(succeeded(answer), `session ${token}`);
  }
  for (const token of [...screenHashes, planted, "", "undefined"]) {
    attack(screens.knows(token), `screen ${token}`);
    const answer = await under.ask(stranger({ [kioskCookie]: token }), "GET", "/api/people/tiles");
    attack(succeeded(answer), `a phone as the kiosk by ${token}`);
  }
});

test("a phone that says it is the kiosk, or the machine itself", async () => {
  const claims: Record<string, string>[] = [
    { "x-forwarded-for": "127.0.0.1" },
    { "x-real-ip": "127.0.0.1" },
    { forwarded: "for=127.0.0.1" },
    { "x-mien-seat": "kiosk" },
    { referer: `http://${host}/?seat=kiosk` },
  ];
  for (const headers of claims)
    for (const url of ["/api/people/tiles", "/api/people", "/api/people/tiles?seat=kiosk", "/api/backups"])
      attack(
        succeeded(await under.ask(stranger(), "GET", url, undefined, headers)),
        `${url} with ${JSON.stringify(headers)}`,
      );
  const body = { name: "Mallory", pin: "6666" };
  attack(succeeded(await under.ask(stranger(), "POST", "/api/people?seat=kiosk", body)), "registering");
  // Behind a proxy on this machine nobody is on this machine.
  const proxied = { remoteAddress: "127.0.0.1", cookies: {} };
  for (const headers of [
    { "x-forwarded-for": "10.1.1.1" },
    { via: "1.1 proxy" },
    { forwarded: "for=10.1.1.1" },
  ]) {
    const signing = { name: "Olga", passphrase };
    attack(
      succeeded(await under.ask(proxied, "POST", "/api/session", signing, headers)),
      "a passphrase by a proxy",
    );
  }
});

test("loopback alone is no admin", async () => {
  for (const [method, url] of [
    ["GET", "/api/people"],
    ["PATCH", "/api/settings"],
    ["POST", "/api/library/scan"],
    ["POST", "/api/backups"],
    ["DELETE", `/api/people/${under.ids.member}`],
  ] as const)
    attack(
      succeeded(
        await under.ask(
          { remoteAddress: "127.0.0.1", cookies: {} },
          method,
          url,
          method === "GET" ? undefined : {},
        ),
      ),
      url,
    );
});

test("a member who asks for what is an admin's, and for more rights", async () => {
  const member = await under.someone("member", "phone");
  const id = under.ids.admin;
  const asked: [string, string, object?][] = [
    ["GET", "/api/people"],
    ["PATCH", `/api/people/${id}`, { pin: "0000" }],
    ["PATCH", `/api/people/${under.ids.member}`, { role: "admin", passphrase }],
    ["DELETE", `/api/people/${id}`],
    ["POST", `/api/people/${id}/cards`, { number: "04A22B1C" }],
    ["POST", "/api/people", { name: "M", role: "admin", passphrase }],
    ["PATCH", "/api/me", { role: "admin" }],
    ["PATCH", "/api/me", { id }],
    ["PATCH", "/api/me", { newPassphrase: passphrase, pin: "1234" }],
    ["PATCH", "/api/settings", { openToNetwork: true }],
    ["PUT", "/api/library/uploads?path=a.mp3", {}],
    ["POST", "/api/setup", { admin: { name: "M", passphrase }, stands: "home", place: "x" }],
  ];
  for (const [method, url, body] of asked)
    attack(succeeded(await under.ask(member, method, url, body)), `${method} ${url}`);
  const here = { ...(await under.someone("member", "kiosk")), remoteAddress: "127.0.0.1" };
  attack(
    succeeded(await under.ask(here, "POST", "/api/session/admin", { passphrase })),
    "an admin's passphrase for a member",
  );
  expect(await told()).toBe(stateBefore);
});

test("other sites in the same browser, other ports of this machine, and names that an attacker points here", async () => {
  const admin = await under.someone("admin", "admin");
  const headers: Record<string, string>[] = [
    { origin: "https://evil.example" },
    { origin: "null" },
    { origin: "http://localhost:8080" },
    { origin: `http://${host}.evil.example` },
    { origin: "", "sec-fetch-site": "cross-site" },
    { origin: "", "sec-fetch-site": "same-site" },
    { origin: "" },
    { host: "evil.example", origin: "http://evil.example" },
    { host: "evil.example:7373", origin: "http://evil.example:7373" },
    { host: "127.0.0.1.evil.example", origin: "http://127.0.0.1.evil.example" },
  ];
  for (const each of headers) {
    // Left out, as by a form of an old browser.
    const sent = Object.fromEntries(
      Object.entries({ origin: `http://${host}`, ...each }).filter(([, value]) => value !== ""),
    );
    for (const [method, url, payload] of [
      ["PATCH", "/api/settings", { moodDwellMs: 1_000 }],
      ["DELETE", `/api/people/${under.ids.member}`, undefined],
      ["POST", "/api/library/scan", undefined],
      ["POST", "/api/people", { name: "Mallory", pin: "6666" }],
    ] as const) {
      const answer = await under.server.inject({
        ...{ method, url, cookies: admin.cookies, remoteAddress: "127.0.0.1" },
        headers: { host, ...sent },
        ...(payload && { payload }),
      });
      attack(succeeded(answer), `${method} ${url} with ${JSON.stringify(sent)}`);
    }
    if (sent.origin === `http://${host}` || Object.keys(sent).length === 0) continue;
    const opened = await under.server.injectWS("/ws", { headers: { host, ...sent } }).then(
      (socket) => {
        socket.terminate();
        return true;
      },
      () => false,
    );
    attack(opened, `a socket with ${JSON.stringify(sent)}`);
  }
  const image = { "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors" };
  attack(
    succeeded(await under.ask(admin, "GET", "/api/me/export", undefined, image)),
    "an export in another site's page",
  );
  expect(await told()).toBe(stateBefore);
});

const sql = [
  "' OR '1'='1",
  "'; DROP TABLE people; --",
  '" OR ""="',
  "1); DELETE FROM sessions; --",
  "x' UNION SELECT * FROM people --",
  "%",
  "_",
  "\\",
  "' || (SELECT pin_hash FROM people) || '",
];
const html = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  '"><svg onload=alert(1)>',
  "{{constructor}}",
  "javascript:alert(1)",
];

test("SQL and HTML in every field", async () => {
  const kiosk = await under.someone("guest", "kiosk");
  const admin = await under.someone("admin", "admin");
  for (const text of [...sql, ...html]) {
    attack(
      succeeded(await under.ask(stranger(), "POST", "/api/session", { name: text, pin: "1234" })),
      `signing in as ${text}`,
    );
    attack(
      succeeded(await under.ask(stranger(), "POST", "/api/session", { name: "Anna", pin: text })),
      `PIN ${text}`,
    );
    attack((await under.appliance.people.tap(text)).kind !== "unknown", `card ${text}`);
    const path = encodeURIComponent(text);
    attack(succeeded(await under.ask(admin, "DELETE", `/api/people/${path}`)), `deleting ${text}`);
    attack(succeeded(await under.ask(admin, "DELETE", `/api/settings/${path}`)), `setting ${text}`);
    attack(
      (await under.ask(admin, "GET", `/api/library/tracks?search=${path}`)).statusCode >= 500,
      `searching ${text}`,
    );
    attack(
      succeeded(await under.ask(kiosk, "POST", "/api/session/ticket", { ticket: text })),
      `ticket ${text}`,
    );
    attack(succeeded(await under.ask(kiosk, "POST", "/api/kiosk", { code: text })), `code ${text}`);
  }
  expect(await told()).toBe(stateBefore);
  // People may be called so: it is kept as they write it, and told as JSON that no browser takes for a page.
  for (const text of html.slice(0, 3)) {
    const answer = await under.ask(admin, "POST", "/api/people", { name: text, pin: "1234" });
    expect(answer.json().name).toBe(text);
    attack(!String(answer.headers["content-type"]).startsWith("application/json"), `${text} as a page`);
    attack(answer.headers["x-content-type-options"] !== "nosniff", `${text} sniffed`);
    await under.ask(admin, "DELETE", `/api/people/${answer.json().id}`);
  }
});

test("prototype pollution", async () => {
  const admin = await under.someone("admin", "admin");
  const bodies = [
    '{"__proto__":{"role":"admin"}}',
    '{"constructor":{"prototype":{"role":"admin"}}}',
    '{"name":"Anna","pin":"1234","__proto__":{"role":"admin"}}',
  ];
  for (const body of bodies)
    for (const [method, url] of [
      ["POST", "/api/session"],
      ["PATCH", "/api/settings"],
      ["PATCH", "/api/me"],
      ["POST", "/api/people"],
    ] as const) {
      const answer = await under.ask(admin, method, url, body, { "content-type": "application/json" });
      attack(succeeded(answer) || ({} as { role?: string }).role !== undefined, `${url} with ${body}`);
    }
  for (const name of ["__proto__", "constructor", "toString"])
    attack(succeeded(await under.ask(admin, "DELETE", `/api/settings/${name}`)), `setting ${name}`);
});

test("oversized and malformed bodies, on every route that takes one", async () => {
  const admin = await under.someone("admin", "admin");
  const routes = [...under.routes].filter(
    (row) => /^(POST|PATCH|PUT) /.test(row) && !/uploads|corrections\.csv/.test(row),
  );
  const json = { "content-type": "application/json" };
  for (const row of routes) {
    const [method = "", pattern = ""] = row.split(" ");
    const url = pattern.replace(/:\w+/g, under.ids.member);
    if (/scan|backups/.test(url)) continue;
    const huge = await under.ask(admin, method, url, `{"name":"${"x".repeat(70_000)}"}`, json);
    // 403 where that isn't an admin's at any seat but the kiosk.
    attack(![413, 403].includes(huge.statusCode), `70 kB to ${row}`);
    for (const body of ["{", "[]", "null", '"x"', "[[[[[[[[", '{"a":'.repeat(2_000), "\u0000", "\xff\xfe"]) {
      const answer = await under.ask(admin, method, url, body, json);
      attack(succeeded(answer) || answer.statusCode >= 500, `${body.slice(0, 20)} to ${row}`);
    }
  }
});

test("whatever JSON in whatever field: nothing is let in and nothing breaks", async () => {
  const values = fc.dictionary(
    fc.constantFrom(
      "name",
      "pin",
      "passphrase",
      "role",
      "ticket",
      "code",
      "admin",
      "wishes",
      "number",
      "taste",
      "x",
    ),
    fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.string({ unit: "binary" }), fc.constantFrom(...sql, ...html)),
  );
  const routes = fc.constantFrom(
    "/api/session",
    "/api/session/ticket",
    "/api/kiosk",
    "/api/setup",
    "/api/people",
    "/api/commands",
  );
  await fc.assert(
    fc.asyncProperty(values, routes, async (body, url) => {
      const answer = await under.ask(stranger(), "POST", url, body);
      attack(succeeded(answer) || answer.statusCode >= 500, `${url} with ${JSON.stringify(body)}`);
    }),
    { numRuns: 1_500 },
  );
  expect(await told()).toBe(stateBefore);
}, 120_000);

test("a flood of sign-ins from the network, during which the owner signs in on the machine", async () => {
  const flood = Array.from({ length: 400 }, (_, n) =>
    under.ask(stranger(), "POST", "/api/session", { name: `Nobody ${n}`, pin: "0000" }),
  );
  const owner = await under.ask({ remoteAddress: "127.0.0.1", cookies: {} }, "POST", "/api/session", {
    name: "Olga",
    passphrase,
  });
  attack(!succeeded(owner), "locking the owner out");
  for (const answer of await Promise.all(flood)) attack(![401, 503].includes(answer.statusCode), "a flood");
  expect((await under.ask(stranger(), "GET", "/api/state")).statusCode).toBe(200);
});

test("nothing that was typed lies readable in the database", async () => {
  const files = await Promise.all(
    ["", "-wal"].map((end) => readFile(under.kept.file + end, "latin1").catch(() => "")),
  );
  for (const secret of [passphrase, "04A22B1C"]) attack(files.join("").includes(secret), secret);
});
