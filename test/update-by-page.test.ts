import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { type ClientRequest, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openBrowser } from "./browser.ts";
import { RunningDaemon } from "./running-daemon.ts";

// An admin updates Mien at the panel, with the whole daemon: what is sent lies where the service with root's rights looks
// for it, and what that one leaves behind is told. The service itself is played by hand.

const release = gzipSync(Buffer.alloc(2_000_000, "a program"));
const signature = "-----BEGIN SSH SIGNATURE-----\nU1NIU0lH\n-----END SSH SIGNATURE-----\n";

let dataFolder: string;
/** What is root's. */
let machine: string;
let environment: { MIEN_RELEASE_SIGNERS: string; MIEN_UPDATE_RUNNING: string };
let daemon: RunningDaemon;
const undo: (() => Promise<void>)[] = [];
beforeEach(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), "mien-updated-"));
  machine = mkdtempSync(join(tmpdir(), "mien-root-"));
  environment = {
    MIEN_RELEASE_SIGNERS: join(machine, "release-signers"),
    MIEN_UPDATE_RUNNING: join(machine, "mien-update"),
  };
  writeFileSync(environment.MIEN_RELEASE_SIGNERS, 'mien namespaces="mien-release" ssh-ed25519 AAAA\n');
  await start();
});
afterEach(async () => {
  for (const each of undo.splice(0)) await each();
  await daemon.stop();
  rmSync(machine, { recursive: true, force: true });
});

/** Where a port is given, at the address of the one before. */
async function start(port = 0): Promise<void> {
  const args = ["--demo", "--output", "null", "--port", String(port)];
  daemon = await RunningDaemon.start(args, { dataFolder, environment });
}

const folder = () => join(dataFolder, "update");
const files = () => (existsSync(folder()) ? readdirSync(folder()).sort() : []);
const desk = () => daemon.get("/api/update");
const ask = async (method: string, path: string, body?: Buffer | string) => {
  const answer = await fetch(daemon.url + path, { method, ...(body !== undefined && { body }) });
  await answer.arrayBuffer();
  return answer.status;
};
const lastUpdate = async () => (await daemon.get<{ lastUpdate: object | null }>("/api/about")).lastUpdate;

/** As the service ends, whatever came of it. */
function noteAndLeave(...outcome: readonly string[]): void {
  const note = ["at 2026-11-24T02:00:00Z", "from 0.4.0", ...outcome];
  writeFileSync(join(dataFolder, "last-update"), `${note.join("\n")}\n`);
  for (const name of files()) rmSync(join(folder(), name));
  rmdirSync(environment.MIEN_UPDATE_RUNNING);
}

function sending(bytes: number): ClientRequest {
  return request(`${daemon.url}/api/update/release`, {
    method: "PUT",
    headers: { "content-length": bytes },
  });
}

/** Half of a release, on a connection that stays. */
async function sendHalf(): Promise<ClientRequest> {
  const sent = sending(release.length);
  sent.on("error", () => undefined);
  sent.write(release.subarray(0, release.length / 2));
  const part = join(folder(), "release.tar.gz.part");
  await expect.poll(() => existsSync(part) && statSync(part).size).toBe(Math.floor(release.length / 2));
  return sent;
}

test("a release that an admin sends is there for the service, and what that one notes is told", async () => {
  expect(await desk()).toEqual({ way: "button", staged: null, running: null, since: null });
  expect(await ask("PUT", "/api/update/release", release)).toBe(204);
  expect(await ask("PUT", "/api/update/signature", signature)).toBe(204);
  expect(await ask("POST", "/api/update")).toBe(202);
  expect(files()).toEqual(["release.tar.gz", "release.tar.gz.sig", "wanted"]);
  expect(readFileSync(join(folder(), "release.tar.gz")).equals(release)).toBe(true);
  expect(readFileSync(join(folder(), "release.tar.gz.sig"), "utf8")).toBe(signature);
  expect(readFileSync(join(folder(), "wanted"), "utf8")).toBe("");
  expect(await desk()).toMatchObject({ running: "asked" });

  mkdirSync(environment.MIEN_UPDATE_RUNNING);
  rmSync(join(folder(), "wanted"));
  expect(await desk()).toMatchObject({ staged: { bytes: release.length, signed: true }, running: "at-work" });
  expect(await ask("PUT", "/api/update/release", release)).toBe(409);
  expect(await ask("DELETE", "/api/update")).toBe(409);
  expect(await lastUpdate()).toBeNull();
  noteAndLeave("to unknown", "refused It is none of a trusted key.");

  expect(await desk()).toEqual({ way: "button", staged: null, running: null, since: null });
  expect(await lastUpdate()).toEqual({
    ...{ at: Date.UTC(2026, 10, 24, 2), from: "0.4.0", to: "unknown" },
    ...{ cameBack: null, refused: "It is none of a trusted key." },
  });
});

test("on the page both files are chosen, and what the service says of them is read there", async () => {
  const { context, close } = await openBrowser();
  undo.push(close);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(`${daemon.url}/upkeep`);
  const name = "mien-0.5.0-debian12-x64.tar.gz";
  await page.getByTestId("release-files").setInputFiles([
    { name, mimeType: "application/gzip", buffer: release },
    { name: `${name}.sig`, mimeType: "", buffer: Buffer.from(signature) },
  ]);
  await page.getByTestId("update-sure").click();
  await expect.poll(files).toEqual(["release.tar.gz", "release.tar.gz.sig", "wanted"]);
  expect(readFileSync(join(folder(), "release.tar.gz")).equals(release)).toBe(true);
  mkdirSync(environment.MIEN_UPDATE_RUNNING);
  rmSync(join(folder(), "wanted"));
  await page.getByTestId("update-told").getByText("The signature is checked").waitFor();
  await daemon.stop({ keepData: true });
  await start(Number(new URL(daemon.url).port));
  await page.getByTestId("update-told").getByText("is watched for a minute").waitFor();
  noteAndLeave("to 0.5.0");
  await page.getByText("Mien was updated from 0.4.0 to 0.5.0.").waitFor();
  expect(complaints).toEqual([]);
});

test("an end in the middle of an upload waits for nobody, and the next start leaves nothing of it", async () => {
  const atStop = await sendHalf();
  expect(await daemon.stop({ keepData: true })).toBe(0);
  atStop.destroy();
  await start();
  await expect.poll(files).toEqual([]);
  const atCrash = await sendHalf();
  await daemon.crash();
  atCrash.destroy();
  expect(files()).toEqual(["release.tar.gz.part"]);
  await start();
  expect(files()).toEqual([]);
  expect(await ask("PUT", "/api/update/release", release)).toBe(204);
});

test("a release of 300 MB takes no more memory than a small one, and others are answered meanwhile", async () => {
  const piece = Buffer.alloc(1024 * 1024);
  const pieces = 300;
  let slowest = 0;
  async function* large() {
    yield release;
    for (let sent = 0; sent < pieces; sent++) {
      yield piece;
      if (sent % 20 !== 0) continue;
      const from = performance.now();
      await daemon.get("/api/health");
      slowest = Math.max(slowest, performance.now() - from);
    }
  }
  const resident = () =>
    Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${daemon.pid}/status`, "utf8"))?.[1]) * 1024;
  expect(await ask("PUT", "/api/update/release", release)).toBe(204);
  const before = resident();
  const sent = sending(release.length + pieces * piece.length);
  const answered = once(sent, "response");
  await pipeline(Readable.from(large()), sent);
  const [answer] = await answered;
  expect(answer.statusCode).toBe(204);
  expect(resident() - before).toBeLessThan(150 * 1024 * 1024);
  expect(slowest).toBeLessThan(5_000);
  expect(await desk()).toMatchObject({ staged: { bytes: release.length + pieces * piece.length } });
});
