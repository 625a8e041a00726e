import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect, type TLSSocket } from "node:tls";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { AppState } from "../src/protocol/state.ts";
import { playing } from "./demo-daemon.ts";
import { RunningDaemon } from "./running-daemon.ts";

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
