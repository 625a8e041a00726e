import { request } from "node:https";
import { createServer } from "node:net";
import type { TLSSocket } from "node:tls";
import { afterAll, beforeAll, expect, test } from "vitest";
import { WebSocket } from "ws";
import type { SecureAddress } from "../../protocol/state.ts";
import { type SeatedServer, seatServer } from "../http/testing/seats.ts";
import { silentLog } from "../testing.ts";
import { type Certificate, ownCertificate } from "./certificate.ts";
import { SecureDoor } from "./secure-door.ts";

// Two listeners on real sockets, and the same house behind both.

let under: SeatedServer;
let door: SecureDoor;
let certificate: Certificate;
const told: Omit<SecureAddress, "host">[] = [];
const make = (name: string, dataFolder = under.appliance.dataFolder) =>
  ownCertificate({
    ...{ dataFolder, names: ["localhost", name], addresses: [], log: silentLog },
    ...{ now: Date.now, trusted: () => true },
  });

const doorOf = () =>
  new SecureDoor({
    ...{ server: under.server, log: silentLog },
    certificate: async () => certificate,
    guard: () => undefined,
    onChange: (address) => told.push(address),
  });

beforeAll(async () => {
  under = await seatServer();
  await under.server.listen({ host: "127.0.0.1", port: 0 });
  certificate = await make("one.example");
  door = doorOf();
  expect(await door.open({ host: "127.0.0.1", port: 0 })).toBeNull();
});
afterAll(async () => {
  await Promise.all([under.remove(), door.close()]);
});

const port = () => told.at(-1)?.port ?? 0;

/** What a browser that trusts the certificate is answered, and whose certificate it saw. */
function ask(path: string, headers: Record<string, string> = {}) {
  return new Promise<{ status: number; body: string; fingerprint: string }>((resolve, reject) => {
    const asking = request(
      {
        ...{ host: "127.0.0.1", servername: "localhost", port: port(), path, agent: false },
        ...{ ca: certificate.pem, headers: { host: `localhost:${port()}`, ...headers } },
      },
      (answer) => {
        const { fingerprint256: fingerprint } = (answer.socket as TLSSocket).getPeerCertificate();
        let body = "";
        answer.on("data", (part) => {
          body += part;
        });
        answer.on("end", () => resolve({ status: answer.statusCode ?? 0, body, fingerprint }));
      },
    );
    asking.on("error", reject).end();
  });
}

test("the same routes answer by HTTPS, with the certificate whose fingerprint is told", async () => {
  const { status, body, fingerprint } = await ask("/api/session");
  expect([status, JSON.parse(body).secureWay]).toEqual([200, null]);
  expect(told.at(-1)?.fingerprint).toBe(fingerprint);
});

test("the checks of who asks by which name hold there too", async () => {
  expect((await ask("/api/state", { host: "evil.example" })).status).toBe(403);
  expect((await ask("/api/state", { origin: "https://evil.example" })).status).toBe(403);
  expect((await ask("/api/state", { origin: `https://localhost:${port()}` })).status).toBe(200);
});

test("a page's socket opens there and is told the state", async () => {
  const socket = new WebSocket(`wss://localhost:${port()}/ws`, { ca: certificate.pem });
  const first = await new Promise<string>((resolve, reject) => {
    socket.once("message", (data) => resolve(String(data)));
    socket.once("error", reject);
  });
  expect(JSON.parse(first).type).toBe("snapshot");
  socket.terminate();
});

test("nobody comes in by plain HTTP at that port, nor by TLS of before 1.2", async () => {
  await expect(fetch(`http://127.0.0.1:${port()}/api/state`)).rejects.toThrow();
  const old = request({
    ...{ host: "127.0.0.1", servername: "localhost", port: port(), ca: certificate.pem, agent: false },
    ...{ minVersion: "TLSv1" as const, maxVersion: "TLSv1.1" as const, ciphers: "DEFAULT@SECLEVEL=0" },
  });
  // Not for its name or its certificate: those are right.
  await expect(
    new Promise((resolve, reject) => old.on("response", resolve).on("error", reject).end()),
  ).rejects.toThrow(/alert protocol version/);
});

test("a certificate that was made anew is shown from the next connection on, without a restart", async () => {
  const before = certificate.fingerprint;
  certificate = await make("other.example");
  await door.look();
  expect(told.at(-1)).toEqual({ port: port(), fingerprint: certificate.fingerprint });
  expect((await ask("/api/state")).fingerprint).toBe(certificate.fingerprint);
  expect(certificate.fingerprint).not.toBe(before);
  const count = told.length;
  await door.look();
  expect(told).toHaveLength(count);
});

test("a port that is taken is said in one sentence, with the setting that takes another; free again, the same door opens", async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
  const at = taken.address();
  const inUse = typeof at === "object" && at !== null ? at.port : 0;
  const shut = doorOf();
  const where = { host: "127.0.0.1", port: inUse };
  expect(await shut.open(where)).toEqual({
    reason: "https-port",
    detail: expect.stringMatching(new RegExp(`^Port ${inUse} is in use, .*httpsPort`)),
  });
  await shut.look();
  await new Promise((closed) => taken.close(closed));
  expect(await shut.open(where)).toBeNull();
  expect(port()).toBe(inUse);
  await shut.close();
});

test("a certificate that can't be made or kept is said in one sentence", async () => {
  const shut = new SecureDoor({
    ...{ server: under.server, log: silentLog },
    certificate: () => make("x.example", "/nowhere/at/all"),
    guard: () => undefined,
    onChange: () => expect.unreachable(),
  });
  expect(await shut.open({ host: "127.0.0.1", port: 0 })).toEqual({
    reason: "https-certificate",
    detail: expect.stringMatching(/^There is no HTTPS: .*\/nowhere\/at\/all/),
  });
});

test("one that is closed while it waits for its certificate does not open any more", async () => {
  let come = (_: Certificate): void => undefined;
  const shut = new SecureDoor({
    ...{ server: under.server, log: silentLog },
    certificate: () => new Promise((resolve) => (come = resolve)),
    guard: () => expect.unreachable(),
    onChange: () => expect.unreachable(),
  });
  const opening = shut.open({ host: "127.0.0.1", port: 0 });
  await shut.close();
  come(certificate);
  expect(await opening).toBeNull();
});

test("while one certificate is being made, no other one is: whoever looks meanwhile looks after it", async () => {
  const making: ((made: Certificate) => void)[] = [];
  const other = new SecureDoor({
    ...{ server: under.server, log: silentLog },
    certificate: () => new Promise((resolve) => making.push(resolve)),
    guard: () => undefined,
    onChange: () => undefined,
  });
  const opening = other.open({ host: "127.0.0.1", port: 0 });
  const looks = [other.look(), other.look()];
  for (const count of [1, 2, 3]) {
    await expect.poll(() => making.length).toBe(count);
    // Every turn that another one would take to begin.
    await new Promise(setImmediate);
    expect(making).toHaveLength(count);
    making[count - 1]?.(certificate);
  }
  expect(await opening).toBeNull();
  await Promise.all(looks);
  await other.close();
});

test("one that is closed while it looks at its certificate is left alone", async () => {
  let come = (_: Certificate): void => undefined;
  let made = Promise.resolve(certificate);
  const closing = new SecureDoor({
    ...{ server: under.server, log: silentLog },
    certificate: () => made,
    guard: () => undefined,
    onChange: () => undefined,
  });
  expect(await closing.open({ host: "127.0.0.1", port: 0 })).toBeNull();
  made = new Promise((resolve) => (come = resolve));
  const looking = closing.look();
  await closing.close();
  come(await make("third.example"));
  await looking;
});
