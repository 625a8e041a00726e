import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import { html, sql, succeeded, underAttack } from "../testing/attacks.ts";
import { host, type SeatedServer } from "../testing/seats.ts";

// Whatever is in a request: where it says that it comes from, and what it holds.

const { attack, stranger, told, ...attacked } = underAttack();
let under: SeatedServer;
let stateBefore: string;
beforeEach(async () => {
  under = attacked.server();
  stateBefore = await told();
});

test("other sites in the same browser, other ports of this machine, and names that an attacker points here", async () => {
  const admin = await under.someone("admin", "admin", "here");
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

test("SQL and HTML where people and cards are named, signed in, searched for and deleted", async () => {
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
    attack((await under.appliance.people.taps.take(text)).kind !== "unknown", `card ${text}`);
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
    (row) => /^(POST|PATCH|PUT) /.test(row) && !/uploads|corrections\.csv|update\/release/.test(row),
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
}, 400_000);
