import { execFile } from "node:child_process";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { request as requestPlainly } from "node:http";
import { request as requestSecurely } from "node:https";
import { createServer } from "node:net";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { connect, type TLSSocket } from "node:tls";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { AppState } from "../src/protocol/state.ts";
import { playing } from "./demo-daemon.ts";
import { RunningDaemon, root } from "./running-daemon.ts";

// The real daemon, open to the network: its second door, from one start to the next.

let dataFolder: string;
beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), "mien-secure-"));
});
afterEach(() => rm(dataFolder, { recursive: true, force: true }));

const start = () => RunningDaemon.start(["--demo", "--output", "null"], { dataFolder });

/** Settings of the network hold from the next start on. */
async function keep(settings: Record<string, unknown>): Promise<void> {
  const daemon = await start();
  await daemon.set(settings);
  await daemon.stop({ keepData: true });
}

const https = ({ state }: RunningDaemon) => state.https;

function fingerprintAt(port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    // It is the certificate that is asked for: nobody has trusted it yet.
    const socket: TLSSocket = connect({ host: "127.0.0.1", port, rejectUnauthorized: false }, () => {
      resolve(socket.getPeerCertificate().fingerprint256);
      socket.destroy();
    });
    socket.once("error", reject);
  });
}

test("on the machine alone there is no second door, and no key is made for one", async () => {
  const daemon = await start();
  await daemon.until("music", playing);
  expect(https(daemon)).toBeNull();
  expect(await readdir(dataFolder)).not.toContain("https.pem");
  await daemon.stop({ keepData: true });
});

test("open to the network, the certificate is the one that is told everywhere, after a restart too", async () => {
  await keep({ openToNetwork: true });
  const seen: string[] = [];
  for (let run = 0; run < 2; run++) {
    const daemon = await start();
    const { state } = await daemon.until("a second door", (state) => state.https !== null);
    const { port = 0, fingerprint = "" } = state.https ?? {};
    seen.push(await fingerprintAt(port));
    expect(fingerprint).toBe(seen[run]);
    expect(await daemon.get("/api/health")).toMatchObject({ https: { port, fingerprint } });
    expect(daemon.log).toContainEqual(expect.objectContaining({ port, fingerprint }));
    await fetch(`${daemon.url}/api/backups`, { method: "POST" });
    expect(await daemon.stop({ keepData: true })).toBe(0);
  }
  expect(seen[1]).toBe(seen[0]);
  expect((await stat(join(dataFolder, "https.pem"))).mode & 0o777).toBe(0o600);
  const elsewhere = (await readdir(dataFolder, { recursive: true })).filter((path) => /\/.*pem/.test(path));
  expect(elsewhere).toEqual([]);
});

/** Of this machine, as another one in the network sees it: who asks from there is not known to be here. */
const [afar] = Object.values(networkInterfaces()).flatMap((some = []) =>
  some.filter(({ internal, family }) => !internal && family === "IPv4"),
);

interface Answer {
  status: number;
  cookies: readonly string[];
  body: { error?: string };
}
/** From that address, by HTTPS unless told. Who is told to wait does. */
async function sendFromAfar(url: string, body: object): Promise<Answer> {
  const answer = await new Promise<Answer & { waitS: number }>((resolve, reject) => {
    const by = url.startsWith("https:") ? requestSecurely : requestPlainly;
    const headers = { "content-type": "application/json" };
    const given = { method: "POST", headers, localAddress: afar?.address, rejectUnauthorized: false };
    const asking = by(url, given, async (response) => {
      let text = "";
      for await (const chunk of response) text += chunk;
      const { statusCode: status = 0, headers } = response;
      const waitS = Number(headers["retry-after"] ?? 0);
      resolve({ status, cookies: headers["set-cookie"] ?? [], body: JSON.parse(text), waitS });
    });
    asking.once("error", reject);
    asking.end(JSON.stringify(body));
  });
  if (answer.status !== 429) return answer;
  await pause(answer.waitS * 1_000);
  return sendFromAfar(url, body);
}

const script = async (name: string, ...args: string[]): Promise<string> =>
  (await promisify(execFile)(process.execPath, [join(root, "scripts/lib", name), ...args])).stdout.trim();

describe("without a screen of its own", () => {
  const given = {
    admin: { name: "Olga", passphrase: "correct horse battery" },
    ...{ stands: "home", place: "Kitchen" },
  };

  test.skipIf(afar === undefined)(
    "it is opened by whoever installs it, and set up from another address with the code that it tells then, once",
    async () => {
      let daemon = await start();
      expect(await script("setup-way.mjs", daemon.url)).toMatch(
        /^Not set up yet: .* ssh -L \d+:localhost:\d+ \S+,/,
      );
      expect(await script("open.mjs", daemon.url)).toBe("restart");
      await daemon.stop({ keepData: true });

      daemon = await start();
      expect(await script("open.mjs", daemon.url)).toBe("");
      const way = await script("setup-way.mjs", daemon.url);
      const [, port, code] =
        way.match(/ https:\/\/\S+:(\d+)\/setup with the code ((?:\w{4}-){2}\w{4}),/) ?? [];
      const logged = daemon.log.flatMap(({ setupCode }) => (setupCode === undefined ? [] : [setupCode]));
      expect([code]).toEqual(logged);
      const setup = `https://${afar?.address}:${port}/api/setup`;
      const inPlain = `http://${afar?.address}:${new URL(daemon.url).port}/api/setup`;
      expect(await sendFromAfar(inPlain, { ...given, code })).toMatchObject({ status: 403, cookies: [] });
      for (const wrong of [{}, { code: "2222-2222-2222" }])
        expect(await sendFromAfar(setup, { ...given, ...wrong })).toMatchObject({
          status: 403,
          body: { error: expect.stringContaining("setup code") },
        });
      const done = await sendFromAfar(setup, { ...given, code });
      expect([done.status, done.cookies]).toEqual([201, [expect.stringMatching(/^__Host-mien=.*Secure/)]]);
      expect((await sendFromAfar(setup, { ...given, code })).status).toBe(409);
      await daemon.stop({ keepData: true });

      daemon = await start();
      await daemon.until("a second door", (state) => state.https !== null);
      const { port: after } = https(daemon) ?? {};
      const again = await sendFromAfar(`https://${afar?.address}:${after}/api/setup`, { ...given, code });
      expect(again.status).toBe(409);
      expect(daemon.log.filter((line) => "setupCode" in line)).toEqual([]);
      expect(await script("setup-way.mjs", daemon.url)).toBe("");
      await expect(script("open.mjs", daemon.url)).rejects.toMatchObject({
        ...{ code: 1, stdout: expect.stringContaining("an admin opens it") },
      });
      await daemon.stop({ keepData: true });
    },
  );
});

test("a port that is taken costs the second door and nothing else, until it is free", async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, "::", resolve));
  const at = taken.address();
  const httpsPort = typeof at === "object" && at !== null ? at.port : 0;
  await keep({ openToNetwork: true, httpsPort });
  const daemon = await start();
  await daemon.until("music", (state: AppState) => playing(state));
  expect(https(daemon)).toBeNull();
  expect(daemon.log.map(({ msg }) => String(msg))).toContainEqual(
    expect.stringMatching(new RegExp(`^Port ${httpsPort} is in use.*httpsPort`)),
  );
  expect(daemon.state.health.https).toMatchObject({ state: "degraded", reason: "https-port" });
  await new Promise((closed) => taken.close(closed));
  await daemon.until("the door that opens by itself", (state) => state.https?.port === httpsPort);
  await daemon.until("a health that is well", ({ health }) => health.https.state === "ok");
  await daemon.stop({ keepData: true });
});
