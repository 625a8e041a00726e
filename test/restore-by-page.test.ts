import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { AppState } from "../src/protocol/state.ts";
import { restoreAsked } from "../src/store/care/asked-restore.ts";
import { openStore } from "../src/store/open.ts";
import { RunningDaemon, root } from "./running-daemon.ts";
import { whyNoStrace } from "./strace.ts";

// A backup that an admin restores at the panel, with the whole daemon as a service: it ends, is started again as systemd
// would, and has the earlier state. And power that goes at the worst moment of it.

/** systemd's end of a service's socket, which hears what is told and answers nothing. */
const listener = `
import socket, sys
s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM); s.bind(sys.argv[1]); print(flush=True)
while True: s.recv(4096)
`;

let folder: string;
let runtime: string;
let undo: (() => Promise<void> | void)[];
let daemon: RunningDaemon | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "mien-restored-"));
  runtime = mkdtempSync(join(tmpdir(), "mien-run-"));
  undo = [folder, runtime].map((each) => () => rmSync(each, { recursive: true, force: true }));
});
afterEach(async () => {
  await daemon?.stop({ keepData: true });
  daemon = undefined;
  for (const each of undo.toReversed()) await each();
});

async function notifySocket(): Promise<string> {
  const path = join(runtime, "notify");
  const systemd = spawn("python3", ["-c", listener, path], { stdio: ["ignore", "pipe", "inherit"] });
  undo.push(async () => {
    systemd.kill("SIGKILL");
    await once(systemd, "exit");
  });
  await once(createInterface({ input: systemd.stdout as NodeJS.ReadableStream }), "line");
  return path;
}

async function start(environment: NodeJS.ProcessEnv = {}): Promise<RunningDaemon> {
  daemon = await RunningDaemon.start(["--demo", "--output", "null"], {
    dataFolder: folder,
    environment: { XDG_RUNTIME_DIR: runtime, ...environment },
  });
  return daemon;
}

const ask = (running: RunningDaemon, method: string, path: string, body?: object) =>
  fetch(running.url + path, {
    method,
    ...(body && { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
  });
const crossfade = async (running: RunningDaemon) =>
  (await running.get<{ values: { crossfadeSeconds: number } }>("/api/settings")).values.crossfadeSeconds;
const backUp = async (running: RunningDaemon) =>
  (await (await ask(running, "POST", "/api/backups")).json()) as { name: string; at: number; path: string };
const setAside = () => readdirSync(join(folder, "set-aside"));
const note = () => join(folder, "mien.db-restore.json");

interface Recovery {
  recovery: { kind: string; kept: string | null; backupAt: number; why: string | null };
}

const isTold =
  (reason: string) =>
  ({ health: { store } }: AppState) =>
    store.state === "degraded" && store.reason === reason;

async function blocked(running: RunningDaemon): Promise<number> {
  return (await running.get<{ artists: unknown[] }>("/api/library/blocks")).artists.length;
}

test("a backup that is restored by the panel is the database once Mien has started again, and the one of before is kept", async () => {
  const environment = { NOTIFY_SOCKET: await notifySocket() };
  const first = await start(environment);
  await first.set({ crossfadeSeconds: 3 });
  expect((await ask(first, "POST", "/api/library/blocks", { artist: "Ida Fenn" })).ok).toBe(true);
  expect(await blocked(first)).toBe(1);
  const made = await backUp(first);
  await first.set({ crossfadeSeconds: 7 });
  expect((await ask(first, "DELETE", "/api/library/blocks?artist=Ida%20Fenn")).ok).toBe(true);
  expect(await blocked(first)).toBe(0);

  expect((await ask(first, "POST", `/api/backups/${made.name}/restore`)).status).toBe(202);
  const memory = readdirSync(runtime).filter((name) => name.startsWith("mien-"));
  expect(memory).toHaveLength(1);
  expect(await first.ended()).toBe(0);
  const left = ["present.json", "phones.json", "asked.json"].map((name) =>
    join(runtime, memory[0] ?? "", name),
  );
  mkdirSync(join(runtime, memory[0] ?? ""), { recursive: true });
  for (const path of left) writeFileSync(path, "of a later database");
  expect(JSON.parse(readFileSync(note(), "utf8"))).toEqual({ backup: made.name, at: expect.any(Number) });

  const second = await start(environment);
  expect(existsSync(note())).toBe(false);
  const memories = left.filter(existsSync).map((path) => readFileSync(path, "utf8"));
  expect(memories).not.toContain("of a later database");
  expect([await crossfade(second), await blocked(second)]).toEqual([3, 1]);
  const [kept = ""] = setAside();
  expect(readdirSync(join(folder, "set-aside", kept))).toContain("mien.db");
  const { recovery } = await second.get<Recovery>("/api/recovery");
  expect(recovery).toMatchObject({
    ...{ kind: "restored", kept: join(folder, "set-aside", kept), backupAt: made.at, why: null },
  });
  await second.until("the news", isTold("database-restored"));
  expect(second.log.some(({ msg }) => msg === "A backup was put in the database's place, as asked.")).toBe(
    true,
  );
  await second.until("music", ({ player }) => player.actual.state === "playing");

  // Once: what is changed afterwards stays.
  await second.set({ crossfadeSeconds: 5 });
  expect((await ask(second, "DELETE", "/api/recovery")).status).toBe(204);
  await second.stop({ keepData: true });
  const third = await start(environment);
  expect(await crossfade(third)).toBe(5);
  await third.until("music", ({ player }) => player.actual.state === "playing");
  expect(third.state.health.store).toEqual({ state: "ok" });
  expect(setAside()).toHaveLength(1);
});

test("a backup whose stick went meanwhile is told, and Mien goes on as it was", async () => {
  const environment = { NOTIFY_SOCKET: await notifySocket() };
  const first = await start(environment);
  const made = await backUp(first);
  await first.set({ crossfadeSeconds: 7 });
  expect((await ask(first, "POST", `/api/backups/${made.name}/restore`)).status).toBe(202);
  expect(await first.ended()).toBe(0);
  rmSync(made.path);
  const second = await start(environment);
  expect(await crossfade(second)).toBe(7);
  await second.until("the news", isTold("restore-failed"));
  const { recovery } = await second.get<Recovery>("/api/recovery");
  expect(recovery).toMatchObject({
    kind: "not-restored",
    why: expect.stringContaining("not there any more"),
  });
  expect(existsSync(note())).toBe(false);
  expect(existsSync(join(folder, "set-aside"))).toBe(false);
});

test("in a terminal nothing ends, and the panel has its sentence", async () => {
  const running = await start({ NOTIFY_SOCKET: "" });
  const { name } = await backUp(running);
  const answer = await ask(running, "POST", `/api/backups/${name}/restore`);
  expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([409, "restore-by-hand"]);
  expect(existsSync(note())).toBe(false);
});

/** As the daemon's start does it, in this folder, with what the kernel is to answer to some calls: strace's own words. */
function restoreWhile(inject: string, where: string, paths: readonly string[] = []) {
  const program = `
    const { restoreAsked } = await import(${JSON.stringify(join(root, "dist/src/store/care/asked-restore.js"))});
    const file = process.argv[1];
    const told = await restoreAsked({ file, folders: [file.replace("mien.db", "backups")], at: Date.now() });
    process.stdout.write(JSON.stringify(told));
  `;
  const trace = join(runtime, "trace");
  const watched = paths.flatMap((path) => ["-P", path]);
  const args = ["-f", "-qq", "-o", trace, ...watched, "-e", `inject=${inject}`];
  const file = join(where, "mien.db");
  const ended = spawnSync("strace", [...args, process.execPath, "--input-type=module", "-e", program, file], {
    encoding: "utf8",
  });
  return { ...ended, injected: readFileSync(trace, "utf8").includes("(INJECTED)") };
}

/** The move that puts the backup in its place. */
const lastMove = (fault: string) =>
  restoreWhile(`?rename,?renameat,?renameat2:${fault}`, folder, [join(folder, "mien.db.restoring")]);

async function inStore<Answer>(work: (store: Awaited<ReturnType<typeof openStore>>) => Promise<Answer>) {
  const log = { warn: () => undefined };
  const store = await openStore({ file: join(folder, "mien.db"), backups: [join(folder, "backups")], log });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

async function makeBackupAndAsk(): Promise<void> {
  const backups = join(folder, "backups");
  await inStore(async (store) => {
    await store.settings.put({ volume: 0.25 });
    mkdirSync(backups);
    const { path } = await store.care.backup({ folder: backups, at: Date.now(), rotate: true });
    await store.settings.put({ volume: 0.75 });
    await store.care.askRestore(path);
  });
}

const volume = () => inStore(async (store) => (await store.settings.all()).volume);

test("power that goes while neither database has its place: the next start puts the backup there that was asked for", async (context) => {
  const why = whyNoStrace();
  if (why !== null) return context.skip(why);
  await makeBackupAndAsk();
  // A newer one, which a damaged database would have got.
  await inStore(async ({ settings, care }) => {
    await settings.put({ volume: 0.5 });
    await care.backup({ folder: join(folder, "backups"), at: Date.now() + 60_000, rotate: true });
  });
  expect(lastMove("signal=KILL").signal).toBe("SIGKILL");
  // The worst moment it is.
  expect(existsSync(join(folder, "mien.db"))).toBe(false);
  const [kept = "", ...more] = setAside().map((name) => join(folder, "set-aside", name));
  expect(more).toEqual([]);
  const file = join(folder, "mien.db");
  expect(await restoreAsked({ file, folders: [join(folder, "backups")], at: Date.now() })).toMatchObject({
    ...{ kind: "restored", kept, backupAt: expect.any(Number), why: null },
  });
  await inStore(async ({ settings, care }) => {
    expect((await settings.all()).volume).toBe(0.25);
    expect(care.recovery).toMatchObject({ kind: "restored", kept });
    expect(care.endedUncleanly).toBe(false);
  });
  expect(setAside()).toHaveLength(1);
  expect(readdirSync(kept)).toContain("mien.db");
});

test("a stick that can't be read is named, and not the database", async (context) => {
  const why = whyNoStrace();
  if (why !== null) return context.skip(why);
  await makeBackupAndAsk();
  const [name = ""] = readdirSync(join(folder, "backups"));
  const backup = join(folder, "backups", name);
  const { stdout, stderr } = restoreWhile("?openat:error=EIO", folder, [backup]);
  expect(JSON.parse(stdout || "null"), stderr).toMatchObject({
    ...{ kind: "not-restored", why: expect.stringContaining(`${backup} can't be read`) },
  });
});

test("a disk that refuses the last step has the database of before back in its place", async (context) => {
  const why = whyNoStrace();
  if (why !== null) return context.skip(why);
  await makeBackupAndAsk();
  const { stdout, stderr } = lastMove("error=EIO");
  expect(JSON.parse(stdout || "null"), stderr).toMatchObject({
    ...{ kind: "not-restored", why: expect.stringContaining("EIO") },
  });
  expect(setAside()).toEqual([]);
  expect(readdirSync(folder)).not.toContain("mien.db.restoring");
  expect(await volume()).toBe(0.75);
});

test.skipIf(whyNoStrace() !== null).each([
  ["one word that reaches the disk", "?fsync,?fdatasync", ""],
  ["each word from there on", "?fsync,?fdatasync", "+"],
  ["one new name", "?rename,?renameat,?renameat2", ""],
])(
  "wherever a disk refuses %s, the database is the one that is told, and never an empty one",
  async (_, calls, on) => {
    await makeBackupAndAsk();
    let restored = 0;
    let notRestored = 0;
    for (let turn = 1; ; turn++) {
      const where = join(runtime, `turn-${turn}`);
      cpSync(folder, where, { recursive: true });
      const { stdout, stderr, injected } = restoreWhile(`${calls}:error=EIO:when=${turn}${on}`, where);
      const told = JSON.parse(stdout || "null") as { kind: string } | null;
      expect(told, stderr).not.toBeNull();
      expect([turn, told?.kind, volumeIn(where)]).toEqual([
        turn,
        told?.kind,
        told?.kind === "restored" ? 0.25 : 0.75,
      ]);
      const left = readdirSync(where);
      expect([turn, left.filter((name) => /running|restoring|restore\.json/.test(name))]).toEqual([turn, []]);
      if (told?.kind === "restored") restored++;
      else notRestored++;
      if (!injected) break;
    }
    expect(restored).toBeGreaterThan(0);
    expect(notRestored).toBeGreaterThan(2);
  },
  240_000,
);

function volumeIn(where: string): unknown {
  const database = new Database(join(where, "mien.db"), { readonly: true, fileMustExist: true });
  try {
    return JSON.parse(
      database.prepare<[], string>("SELECT value FROM settings WHERE name = 'volume'").pluck().get() ??
        "null",
    );
  } finally {
    database.close();
  }
}

test("a note that somebody made by hand, with a path in it, moves nothing", async () => {
  const first = await start();
  await first.set({ crossfadeSeconds: 7 });
  await first.stop({ keepData: true });
  writeFileSync(note(), JSON.stringify({ backup: "../../x", at: Date.now() }));
  const second = await start();
  expect(await crossfade(second)).toBe(7);
  expect((await second.get<Recovery>("/api/recovery")).recovery).toMatchObject({ kind: "not-restored" });
  expect(existsSync(note())).toBe(false);
});
