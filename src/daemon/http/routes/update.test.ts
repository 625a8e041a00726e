import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, utimes, writeFile } from "node:fs/promises";
import { type AddressInfo, connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { keepFreeBytes } from "../../../library/upload/landing.ts";
import { silentLog } from "../../testing.ts";
import { UpdateDesk } from "../../upkeep/update-desk.ts";
import type { Disks } from "../../upkeep/update-room.ts";
import { seatServer } from "../testing/seats.ts";
import { host, makeTestServer, type TestServer } from "../testing.ts";

const DAY_MS = 24 * 3_600_000;
const tarball = gzipSync(randomBytes(200_000));
const signed = "-----BEGIN SSH SIGNATURE-----\nU1NIU0lH\n-----END SSH SIGNATURE-----\n";

let under: TestServer;
let machine: string;
let folder: string;
/** What root has: the keys, and the folder that is there while its service works. */
let service: { signers: string; running: string };
beforeEach(async () => {
  machine = await mkdtemp(join(tmpdir(), "mien-root-"));
  service = { signers: join(machine, "release-signers"), running: join(machine, "mien-update") };
  await writeFile(service.signers, "# Whose releases are taken.\nmien ssh-ed25519 AAAAC3NzaC1lZDI1NTE5\n");
  under = await makeTestServer({}, null, service);
  folder = join(under.appliance.dataFolder, "update");
});
afterEach(async () => {
  await under.remove();
  await rm(machine, { recursive: true, force: true });
});

const put = (what: "release" | "signature", payload: Buffer | string, headers = {}) =>
  under.server.inject({
    ...{ method: "PUT", url: `/api/update/${what}`, payload },
    headers: { host, "content-type": "application/gzip", ...headers },
  });
const state = async () => (await under.get("/api/update")).json();
const files = async () => (await readdir(folder).catch(() => [])).sort();

async function stage(): Promise<void> {
  expect((await put("release", tarball)).statusCode).toBe(204);
  expect((await put("signature", signed)).statusCode).toBe(204);
}

/** A connection of its own, on which so much of a release is sent. */
async function sendPart(bytes: number, of: number): Promise<Socket> {
  if (!under.server.server.listening) await under.server.listen({ port: 0, host: "127.0.0.1" });
  const { port } = under.server.server.address() as AddressInfo;
  const socket = connect(port, "127.0.0.1");
  socket.write(
    `PUT /api/update/release HTTP/1.1\r\nhost: localhost:${port}\r\ncontent-length: ${of}\r\n\r\n`,
  );
  socket.write(tarball.subarray(0, bytes));
  const written = async () => (await stat(join(folder, "release.tar.gz.part")).catch(() => null))?.size;
  await expect.poll(written).toBe(bytes);
  return socket;
}

test("a release and its signature lie as they were sent, for nobody else to read, and asking writes the third file", async () => {
  expect(await state()).toEqual({ way: "button", staged: null, running: null, since: null });
  expect((await put("release", tarball)).statusCode).toBe(204);
  expect(await state()).toMatchObject({ staged: { bytes: tarball.length, signed: false } });
  expect((await put("signature", signed)).statusCode).toBe(204);
  expect(await state()).toMatchObject({ staged: { bytes: tarball.length, signed: true }, running: null });
  expect(await files()).toEqual(["release.tar.gz", "release.tar.gz.sig"]);
  const answer = await under.send("POST", "/api/update");
  expect([answer.statusCode, answer.json()]).toEqual([202, {}]);
  expect(await files()).toEqual(["release.tar.gz", "release.tar.gz.sig", "wanted"]);
  expect(await readFile(join(folder, "release.tar.gz"))).toEqual(tarball);
  expect(await readFile(join(folder, "release.tar.gz.sig"), "utf8")).toBe(signed);
  expect((await stat(join(folder, "wanted"))).size).toBe(0);
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
  expect(await state()).toMatchObject({
    running: "asked",
    since: Math.floor((await stat(join(folder, "wanted"))).mtimeMs),
  });
});

describe("where no page can update", () => {
  test.each([
    ["no key is trusted", "no-signers", "", "update-no-signers"],
    ["only remarks are in the file", "no-signers", "# nobody yet\n\n", "update-no-signers"],
    ["the file is away", "no-signers", null, "update-no-signers"],
  ])("as %s, that is told, and nothing is taken", async (_, way, keys, code) => {
    await (keys === null ? rm(service.signers) : writeFile(service.signers, keys));
    expect(await state()).toEqual({ way, staged: null, running: null, since: null });
    for (const answer of [
      await put("release", tarball),
      await put("signature", signed),
      await under.send("POST", "/api/update"),
    ])
      expect([answer.statusCode, answer.json().code]).toEqual([409, code]);
    expect(await files()).toEqual([]);
  });

  test("as there is no such service, that is told, and nothing is taken", async () => {
    const other = await makeTestServer();
    expect((await other.get("/api/update")).json()).toEqual({
      ...{ way: "no-service", staged: null, running: null, since: null },
    });
    for (const [method, url, body] of [
      ["PUT", "/api/update/release", "\x1f\x8b"],
      ["PUT", "/api/update/signature", signed],
      ["POST", "/api/update", undefined],
    ] as const) {
      const answer = await other.send(method, url, body);
      expect([url, answer.statusCode, answer.json().code]).toEqual([url, 409, "update-by-hand"]);
    }
    expect(existsSync(join(other.appliance.dataFolder, "update"))).toBe(false);
    await other.remove();
  });
});

describe("what is refused, and leaves nothing", () => {
  test.each([
    ["another kind of file", "PK\x03\x04 a zip", 415, "update-not-release"],
    ["its first byte alone", "\x1f", 415, "update-not-release"],
    ["nothing", "", 415, "update-not-release"],
  ])("as a release: %s", async (_, body, status, code) => {
    const answer = await put("release", Buffer.from(body, "latin1"), {
      "content-length": String(body.length),
    });
    expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
    expect(await files()).toEqual([]);
  });

  test.each([
    ["what is none", "a letter", 415, "update-not-signature"],
    ["nothing", "", 415, "update-not-signature"],
    ["one with something before it", `\n${signed}`, 415, "update-not-signature"],
    ["one that is too long", signed.padEnd(8 * 1024 + 1), 413, "update-large-signature"],
  ])("as a signature: %s", async (_, body, status, code) => {
    await put("release", tarball);
    const answer = await put("signature", body, { "content-length": String(body.length) });
    expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
    expect(await files()).toEqual(["release.tar.gz"]);
  });

  test("a release that is too large, before its first byte", async () => {
    const answer = await put("release", "x", { "content-length": String(1024 ** 3 + 1) });
    expect([answer.statusCode, answer.json().code]).toEqual([413, "update-large"]);
    expect(await files()).toEqual([]);
  });

  test.each(["release", "signature"] as const)("a %s that tells no length", async (what) => {
    await under.server.listen({ port: 0, host: "127.0.0.1" });
    const { port } = under.server.server.address() as AddressInfo;
    const socket = connect(port, "127.0.0.1");
    socket.write(`PUT /api/update/${what} HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: chunked\r\n\r\n`);
    const [answer] = await once(socket, "data");
    socket.destroy();
    expect(String(answer)).toMatch(/^HTTP\/1.1 411 /);
  });

  test("a release that breaks off", async () => {
    const socket = await sendPart(30_000, 60_000);
    socket.destroy();
    await expect.poll(files).toEqual([]);
    // The next one is taken.
    expect((await put("release", tarball)).statusCode).toBe(204);
  });

  test("asking before both are there", async () => {
    const none = await under.send("POST", "/api/update");
    expect([none.statusCode, none.json().code]).toEqual([409, "update-no-release"]);
    const early = await put("signature", signed);
    expect([early.statusCode, early.json().code]).toEqual([409, "update-no-release"]);
    await put("release", tarball);
    const unsigned = await under.send("POST", "/api/update");
    expect([unsigned.statusCode, unsigned.json().code]).toEqual([409, "update-no-signature"]);
    expect(await files()).toEqual(["release.tar.gz"]);
  });
});

test("a release that broke off leaves the one that was here before, with its signature", async () => {
  await stage();
  (await sendPart(30_000, 60_000)).destroy();
  await expect.poll(files).toEqual(["release.tar.gz", "release.tar.gz.sig"]);
  expect(await readFile(join(folder, "release.tar.gz"))).toEqual(tarball);
});

test("another release takes the place of the one before, whose signature is none of it", async () => {
  await stage();
  const other = gzipSync(randomBytes(1_000));
  expect((await put("release", other)).statusCode).toBe(204);
  expect(await state()).toMatchObject({ staged: { bytes: other.length, signed: false } });
  expect(await files()).toEqual(["release.tar.gz"]);
});

test("while one admin sends a release, another one sends none, signs none and asks for none", async () => {
  await stage();
  const socket = await sendPart(30_000, 60_000);
  for (const answer of [
    await put("release", tarball),
    await put("signature", signed),
    await under.send("POST", "/api/update"),
  ])
    expect([answer.statusCode, answer.json().code]).toEqual([409, "update-busy"]);
  socket.destroy();
  await expect.poll(async () => (await under.send("POST", "/api/update")).statusCode).toBe(202);
});

test("of two who ask at once the second is told that it is under way", async () => {
  await stage();
  const answers = await Promise.all([under.send("POST", "/api/update"), under.send("POST", "/api/update")]);
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([202, 409]);
  expect(answers.map((answer) => answer.json().code)).toContain("update-runs");
});

test("while the service works nothing is changed under it", async () => {
  await stage();
  await under.send("POST", "/api/update");
  await mkdir(service.running);
  expect(await state()).toMatchObject({ running: "at-work" });
  await rm(join(folder, "wanted"));
  const since = Math.floor((await stat(service.running)).mtimeMs);
  expect(await state()).toMatchObject({ running: "at-work", since });
  for (const answer of [
    await put("release", tarball),
    await put("signature", signed),
    await under.send("POST", "/api/update"),
    await under.send("DELETE", "/api/update"),
  ])
    expect([answer.statusCode, answer.json().code]).toEqual([409, "update-runs"]);
  expect(await files()).toEqual(["release.tar.gz", "release.tar.gz.sig"]);
});

test("from the wish to the end of the service Mien is neither started again nor given a backup", async () => {
  let restarts = 0;
  const whole = await makeTestServer({}, () => restarts++, service);
  const note = join(whole.appliance.dataFolder, "mien.db-restore.json");
  const { name } = (await whole.send("POST", "/api/backups")).json();
  const ends = ["/api/restart", `/api/backups/${name}/restore`];
  const wanted = join(whole.appliance.dataFolder, "update", "wanted");
  await mkdir(dirname(wanted));
  await writeFile(wanted, "");
  const refused = async () => {
    for (const url of ends) {
      const answer = await whole.send("POST", url);
      expect([url, answer.statusCode, answer.json().code]).toEqual([url, 409, "update-runs"]);
    }
  };
  await refused();
  await mkdir(service.running);
  await rm(wanted);
  await refused();
  expect([restarts, existsSync(note)]).toEqual([0, false]);
  await rm(service.running, { recursive: true });
  for (const url of ends) expect([url, (await whole.send("POST", url)).statusCode]).toEqual([url, 202]);
  await expect.poll(() => restarts).toBe(2);
  await whole.remove();
});

test("what was sent is forgotten when an admin says so, and what was asked for as long as nobody has taken it up", async () => {
  await stage();
  expect((await under.send("DELETE", "/api/update")).statusCode).toBe(204);
  expect(await files()).toEqual([]);
  await stage();
  await under.send("POST", "/api/update");
  expect((await under.send("DELETE", "/api/update")).statusCode).toBe(204);
  expect(await files()).toEqual([]);
  expect(await state()).toEqual({ way: "button", staged: null, running: null, since: null });
  expect((await under.send("DELETE", "/api/update")).statusCode).toBe(204);
});

test("what the service takes up while it is forgotten stays for it, and whoever wanted it forgotten hears that it runs", async () => {
  await stage();
  await under.send("POST", "/api/update");
  await mkdir(service.running);
  let looks = 0;
  const late = {
    signers: service.signers,
    /** Its folder comes after the first look for it. */
    get running() {
      return looks++ === 0 ? join(machine, "nothing") : service.running;
    },
  };
  const { dataFolder } = under.appliance;
  const desk = new UpdateDesk({ dataFolder, service: late, log: silentLog });
  expect(await desk.forget()).toMatchObject({ fault: "runs" });
  expect(await files()).toEqual(["release.tar.gz", "release.tar.gz.sig"]);
});

test("a guest, a member and a phone in the network send nothing and are told nothing", async () => {
  const seated = await seatServer();
  const strangers = [await seated.someone("guest", "kiosk"), await seated.someone("member", "phone")];
  for (const who of strangers)
    for (const [method, url] of [
      ["GET", "/api/update"],
      ["PUT", "/api/update/release"],
      ["PUT", "/api/update/signature"],
      ["POST", "/api/update"],
      ["DELETE", "/api/update"],
    ] as const)
      expect((await seated.ask(who, method, url, method === "PUT" ? "\x1f\x8b" : undefined)).statusCode).toBe(
        403,
      );
  expect(existsSync(join(seated.appliance.dataFolder, "update"))).toBe(false);
  await seated.remove();
  expect((await under.fromOutside("PUT", "/api/update/release")).statusCode).toBe(403);
});

describe("a link leads nothing out of the data folder", () => {
  test("that stands where the folder should be", async () => {
    const elsewhere = join(machine, "elsewhere");
    await mkdir(elsewhere);
    for (const name of ["release.tar.gz", "release.tar.gz.sig"])
      await writeFile(join(elsewhere, name), "mine");
    await symlink(elsewhere, folder);
    expect(await state()).toMatchObject({ staged: null });
    const answer = await put("release", tarball);
    expect([answer.statusCode, answer.json().code]).toEqual([503, "update-unwritable"]);
    expect((await put("signature", signed)).statusCode).toBe(409);
    expect((await under.send("POST", "/api/update")).statusCode).toBe(409);
    expect((await under.send("DELETE", "/api/update")).statusCode).toBe(204);
    expect((await readdir(elsewhere)).sort()).toEqual(["release.tar.gz", "release.tar.gz.sig"]);
    expect(await readFile(join(elsewhere, "release.tar.gz"), "utf8")).toBe("mine");
  });

  test("that stands where a file should be", async () => {
    const mine = join(machine, "mine");
    await writeFile(mine, "mine");
    await mkdir(folder);
    for (const name of ["release.tar.gz", "release.tar.gz.part", "release.tar.gz.sig.part"])
      await symlink(mine, join(folder, name));
    expect(await state()).toMatchObject({ staged: null });
    await stage();
    expect(await readFile(mine, "utf8")).toBe("mine");
    expect(await readFile(join(folder, "release.tar.gz"))).toEqual(tarball);
  });
});

test("a folder that can't be written is told, and nothing crashes", async () => {
  await writeFile(folder, "a file where the folder should be");
  const answer = await put("release", tarball);
  expect([answer.statusCode, answer.json()]).toMatchObject([503, { code: "update-unwritable" }]);
  expect(answer.json().error).toContain(folder);
});

test("a folder where a file should be is told, to whoever sends one and to whoever wants it forgotten", async () => {
  await mkdir(join(folder, "release.tar.gz"), { recursive: true });
  expect(await state()).toMatchObject({ staged: null });
  for (const answer of [await put("release", tarball), await under.send("DELETE", "/api/update")])
    expect([answer.statusCode, answer.json().code]).toEqual([503, "update-unwritable"]);
  expect(await files()).toEqual(["release.tar.gz"]);
});

/** What a whole update fills: what is sent twice, the unpacked release, the data's copy, and what stays free. */
const needed = 2 * tarball.length + 1_000 + keepFreeBytes + (1_200 + 50) * 1024 * 1024;

/** With so many bytes of room, which may change while a release comes; all on one disk unless told. */
async function withRoom(free: (folder: string) => number, of: Disks["of"] = async () => 1) {
  const dataFolder = await mkdtemp(join(machine, "data-"));
  await writeFile(join(dataFolder, "mien.db"), Buffer.alloc(1_000));
  folder = join(dataFolder, "update");
  const disks = { of, free: async (folder: string) => free(folder) };
  const desk = new UpdateDesk({ dataFolder, service, log: silentLog, disks });
  return (...pieces: Buffer[]) =>
    desk.takeRelease(Buffer.concat(pieces).length, Readable.from(pieces, { objectMode: false }));
}

test("where there is no room for all of the update it is said before anything is written, and how much is missing", async () => {
  const take = await withRoom(() => needed - 1);
  expect(await take(tarball)).toEqual({
    fault: "no-room",
    detail: `There is no room for a release in ${folder}: 1 MB more are needed.`,
  });
  expect(await files()).toEqual([]);
  const enough = await withRoom(() => needed);
  expect(await enough(tarball)).toBe(null);
});

test("each disk needs no more room than what comes to lie on it", async () => {
  const disks = ["/opt/mien", "/var/lib/mien-backups"];
  const of = async (folder: string) => disks.indexOf(folder);
  const rooms: [number, number] = [1_200 * 1024 * 1024, tarball.length + 1_000 + 50 * 1024 * 1024];
  const room = (folder: string) => rooms[disks.indexOf(folder)] ?? keepFreeBytes + tarball.length;
  expect(await (await withRoom(room, of))(tarball)).toBe(null);
  rooms[0] -= 1;
  expect(await (await withRoom(room, of))(tarball)).toMatchObject({
    detail: "There is no room for a release in /opt/mien: 1 MB more are needed.",
  });
});

test("where something else fills the disk meanwhile, the release gives way", async () => {
  const pieces = [tarball, ...Array.from({ length: 40 }, () => Buffer.alloc(1024 * 1024))];
  let looks = 0;
  const take = await withRoom(() => (looks++ === 0 ? 2 * needed : keepFreeBytes));
  expect(await take(...pieces)).toMatchObject({ fault: "no-room" });
  expect(looks).toBeGreaterThan(1);
  expect(await files()).toEqual([]);
});

describe("what a start finds", () => {
  const aDayAgo = () => new Date(Date.now() - DAY_MS - 60_000);
  const desk = () => new UpdateDesk({ dataFolder: under.appliance.dataFolder, service, log: silentLog });

  test("half a release of an earlier run goes, and a whole one stays", async () => {
    await stage();
    await writeFile(join(folder, "release.tar.gz.part"), "half");
    await writeFile(join(folder, "release.tar.gz.sig.part"), "half");
    const another = desk();
    await another.start();
    another.stop();
    expect(await files()).toEqual(["release.tar.gz", "release.tar.gz.sig"]);
  });

  test("what was not updated to within a day goes, asked for or not", async () => {
    await stage();
    await under.send("POST", "/api/update");
    await desk().sweep();
    expect(await files()).toHaveLength(3);
    await utimes(join(folder, "release.tar.gz"), aDayAgo(), aDayAgo());
    await desk().sweep();
    expect(await files()).toEqual([]);
  });

  test("nothing goes while the service works", async () => {
    await stage();
    await utimes(join(folder, "release.tar.gz"), aDayAgo(), aDayAgo());
    await mkdir(service.running);
    await desk().sweep();
    expect(await files()).toEqual(["release.tar.gz", "release.tar.gz.sig"]);
  });
});
