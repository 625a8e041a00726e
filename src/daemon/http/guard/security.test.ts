import { readFile } from "node:fs/promises";
import { beforeEach, expect, test } from "vitest";
import { succeeded, underAttack } from "../testing/attacks.ts";
import { host, passphrase, type SeatedServer } from "../testing/seats.ts";
import { kioskCookie, sessionCookie } from "./who.ts";

// Who somebody is, and what they may: by guessing, claiming, planting and flooding.

const { attack, stranger, told, ...attacked } = underAttack();
let under: SeatedServer;
let stateBefore: string;
beforeEach(async () => {
  under = attacked.server();
  stateBefore = await told();
});

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

test("an admin's PIN makes no admin, neither by a new passphrase nor by another way round", async () => {
  const signIn = await under.ask(stranger(), "POST", "/api/session", { name: "Olga", pin: "9999" });
  const cookies = Object.fromEntries(signIn.cookies.map(({ name, value }) => [name, value]));
  const changed = "another long passphrase";
  for (const from of [stranger(cookies), { remoteAddress: "127.0.0.1", cookies }]) {
    for (const body of [
      { pin: "9999", newPassphrase: changed },
      { pin: "9999", passphrase: "no such passphrase", newPassphrase: changed },
      { newPassphrase: changed },
    ])
      attack(succeeded(await under.ask(from, "PATCH", "/api/me", body)), JSON.stringify(body));
    const step = await under.ask(from, "POST", "/api/session/admin", { passphrase: changed });
    attack(succeeded(step), "an admin by a passphrase that a PIN set");
  }
});

test("a flood of sign-ins from the network, during which the owner signs in on the machine", async () => {
  // Who failed there just now, in another test, waits for a second.
  under.later(60_000);
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
