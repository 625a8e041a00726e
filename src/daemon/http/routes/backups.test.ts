import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { copyFile, mkdir, readFile, stat, symlink, truncate, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { basename, dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { BackupFile } from "../../../store/care/backup-files.ts";
import { makeTestServer, type TestServer } from "../testing.ts";

let under: TestServer;
beforeEach(async () => {
  under = await makeTestServer();
});
afterEach(() => under.remove());

test("a backup by hand is answered when it is there, and two who ask at once get the same one", async () => {
  const [first, second] = await Promise.all([
    under.send("POST", "/api/backups"),
    under.send("POST", "/api/backups"),
  ]);
  expect(first.statusCode).toBe(201);
  expect(second.json()).toEqual(first.json());
  const state = (await under.get("/api/backups")).json();
  expect(state).toMatchObject({ running: false, backups: [first.json()], nextAt: expect.any(Number) });
});

test("a folder that is away is told to who asks, with the cure", async () => {
  expect((await under.get("/api/backups")).json()).toMatchObject({ missing: null, because: null });
  await under.send("PATCH", "/api/settings", { backupFolder: "/nowhere/at/all" });
  expect((await under.get("/api/backups")).json()).toMatchObject({
    missing: expect.stringContaining("/nowhere/at/all is not there. Connect its stick"),
    because: { code: "backup-folder", named: { folder: "/nowhere/at/all" } },
    backups: [],
  });
  const answer = await under.send("POST", "/api/backups");
  expect(answer.statusCode).toBe(503);
  expect(answer.json().error).toMatch(/\/nowhere\/at\/all is not there\. Connect its stick/);
});

test("nobody else in the network makes backups or sees where they are", async () => {
  for (const [method, url] of [
    ["GET", "/api/backups"],
    ["POST", "/api/backups"],
    ["GET", "/api/backups/mien-20261121-031500.db"],
    ["POST", "/api/backups/mien-20261121-031500.db/restore"],
    ["GET", "/api/recovery"],
    ["DELETE", "/api/recovery"],
  ] as const)
    expect((await under.fromOutside(method, url)).statusCode).toBe(403);
});

test("a backup is taken home as it lies in the folder, by its name, and no browser keeps it", async () => {
  const made = (await under.send("POST", "/api/backups")).json<BackupFile>();
  const answer = await under.get(`/api/backups/${made.name}`);
  expect(answer.statusCode).toBe(200);
  expect(answer.headers).toMatchObject({
    ...{ "content-type": "application/vnd.sqlite3", "content-length": String(made.bytes) },
    ...{ "content-disposition": `attachment; filename="${made.name}"`, "cache-control": "no-store" },
  });
  expect(answer.rawPayload.equals(await readFile(made.path))).toBe(true);
});

test.each([
  ["another file beside it", "mien.db"],
  ["a way out of the folder", "..%2fmien.db"],
  ["a way out that is written twice", "%252e%252e%252fmien.db"],
  ["an absolute path", "%2fetc%2fpasswd"],
  ["a name that goes on", "mien-20261121-031500.db%00.txt"],
  ["nothing that is there", "mien-20261121-031500.db"],
])("%s is not given away", async (_, name) => {
  await under.send("POST", "/api/backups");
  const answer = await under.get(`/api/backups/${name}`);
  expect([400, 404]).toContain(answer.statusCode);
  expect(answer.rawPayload.includes("SQLite format 3")).toBe(false);
});

/** As the first backup makes it. */
async function backupFolder(): Promise<string> {
  const { folder } = (await under.get("/api/backups")).json<{ folder: string }>();
  await mkdir(folder, { recursive: true });
  return folder;
}

test("a link that is called like a backup leads nowhere, and a folder or a pipe neither", async () => {
  const folder = await backupFolder();
  await symlink("/etc/passwd", join(folder, "mien-20261121-000001.db"));
  await mkdir(join(folder, "mien-20261121-000002.db"));
  execFileSync("mkfifo", [join(folder, "mien-20261121-000003.db")]);
  for (const n of [1, 2, 3])
    expect((await under.get(`/api/backups/mien-20261121-00000${n}.db`)).statusCode).toBe(404);
});

test("two are sent at once, and a third one is asked to wait until one of them has gone", async () => {
  const folder = await backupFolder();
  const path = "/api/backups/mien-20261121-000004.db";
  // More than fits between two sockets, so that it is sent for as long as nobody reads.
  const file = join(folder, basename(path));
  await writeFile(file, "");
  await truncate(file, 256e6);
  const address = await under.server.listen({ host: "127.0.0.1", port: 0 });
  const readers = [1, 2].map(() => {
    const { port, host } = new URL(address);
    const socket = connect(Number(port), "127.0.0.1").pause();
    socket.write(`GET ${path} HTTP/1.1\r\nhost: ${host}\r\n\r\n`);
    return socket;
  });
  const status = async () => {
    const gone = new AbortController();
    const answer = await fetch(address + path, { signal: gone.signal });
    gone.abort();
    return answer.status;
  };
  await expect.poll(status).toBe(429);
  for (const reader of readers) reader.destroy();
  await expect.poll(status).toBe(200);
});

describe("as a service, restoring a backup", () => {
  let restarts = 0;
  let service: TestServer;
  beforeEach(async () => {
    restarts = 0;
    service = await makeTestServer({}, () => restarts++);
  });
  afterEach(() => service.remove());
  const made = async () => (await service.send("POST", "/api/backups")).json<BackupFile>();
  const restore = (name: string) => service.send("POST", `/api/backups/${name}/restore`);
  const note = () => join(dirname(service.kept.file), "mien.db-restore.json");

  test("lays a note for the next start, and has Mien start again once whoever asked has heard so", async () => {
    const { name, path } = await made();
    expect((await restore(name)).statusCode).toBe(202);
    await expect.poll(() => restarts).toBe(1);
    expect(JSON.parse(await readFile(note(), "utf8"))).toEqual({ backup: name, at: expect.any(Number) });
    expect((await stat(note())).mode & 0o777).toBe(0o600);
    // Where the next start looks.
    expect(await readFile(join(dirname(service.kept.file), "backup-folder"), "utf8")).toBe(dirname(path));
  });

  test("comes as well where whoever asked went while the backup was read", async () => {
    const { name } = await made();
    const { hostname, port, host } = new URL(await service.server.listen({ host: "127.0.0.1", port: 0 }));
    const socket = connect(Number(port), hostname);
    socket.write(`POST /api/backups/${name}/restore HTTP/1.1\r\nhost: ${host}\r\ncontent-length: 0\r\n\r\n`);
    const restoring = async () => (await service.get("/api/backups")).json().restoring;
    await expect.poll(restoring).toBe(true);
    expect(existsSync(note())).toBe(false);
    socket.destroy();
    await expect.poll(() => restarts).toBe(1);
    expect(existsSync(note())).toBe(true);
  });

  test("is not begun twice, nor with another one meanwhile", async () => {
    const { name } = await made();
    const codes = (await Promise.all([restore(name), restore(name)])).map(({ statusCode }) => statusCode);
    expect(codes.sort()).toEqual([202, 409]);
    expect((await restore(name)).json().code).toBe("restore-runs");
    await expect.poll(() => restarts).toBe(1);
  });

  test.each([
    ["another file beside it", "mien.db"],
    ["a way out of the folder", "..%2fmien.db"],
    ["a way out that is written twice", "%252e%252e%252fmien.db"],
    ["an absolute path", "%2fetc%2fpasswd"],
    ["a name that goes on", "mien-20261121-031500.db%00.txt"],
    ["nothing that is there", "mien-20261121-031500.db"],
    ["the newest without its name", "newest"],
  ])("refuses %s, and Mien goes on", async (_, name) => {
    await made();
    expect([400, 404]).toContain((await restore(name)).statusCode);
    expect(existsSync(note())).toBe(false);
    expect(restarts).toBe(0);
  });

  test("refuses a link and a damaged one, says why, and takes a whole one afterwards", async () => {
    const { name, path } = await made();
    const linked = "mien-20261121-000001.db";
    await symlink(path, join(dirname(path), linked));
    expect((await restore(linked)).json().code).toBe("no-backup");
    const broken = "mien-20261121-000002.db";
    await copyFile(path, join(dirname(path), broken));
    await truncate(join(dirname(path), broken), 20_000);
    const answer = await restore(broken);
    expect([answer.statusCode, answer.json().code]).toEqual([409, "backup-unfit"]);
    expect(answer.json().named.backup).toBe(join(dirname(path), broken));
    expect([existsSync(note()), restarts]).toEqual([false, 0]);
    expect((await restore(name)).statusCode).toBe(202);
  });
});

test("where nothing would start Mien again a backup is not restored, and it is said what does it", async () => {
  const { name } = (await under.send("POST", "/api/backups")).json<BackupFile>();
  const answer = await under.send("POST", `/api/backups/${name}/restore`);
  expect([answer.statusCode, answer.json().code]).toEqual([409, "restore-by-hand"]);
  expect(existsSync(join(dirname(under.kept.file), "mien.db-restore.json"))).toBe(false);
});

test("the note of a damaged database goes when somebody has read it", async () => {
  expect((await under.get("/api/recovery")).json()).toEqual({ recovery: null });
  expect((await under.send("DELETE", "/api/recovery")).statusCode).toBe(204);
});
