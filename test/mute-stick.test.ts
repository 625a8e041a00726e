import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { systemClock } from "../src/daemon/clock.ts";
import { SettingsKeeper } from "../src/daemon/settings-keeper.ts";
import { silentLog } from "../src/daemon/testing.ts";
import { BackupKeeper } from "../src/daemon/upkeep/backup-keeper.ts";
import { restoreAsked } from "../src/store/care/asked-restore.ts";
import { DatabaseCare } from "../src/store/care/database-care.ts";
import { longWork } from "../src/store/care/long-work.ts";
import { openStore } from "../src/store/open.ts";
import type { Store, StoreError } from "../src/store/store.ts";
import { hangingMount } from "../src/vision/testing-hung-mount.ts";
import { muteStick } from "./mute-stick.ts";
import { root } from "./running-daemon.ts";

// Backups on a stick that hangs, as a whole or only where one of them is read: each of the ways to the database's place.

const needs = "needs root and /dev/fuse";
/** On the stick, and newer than what the machine has itself. */
const onStick = ["mien-20261121-030000.db", "mien-20261120-030000.db"];
const ownAt = Date.UTC(2026, 10, 19, 3);
const ownName = "mien-20261119-030000.db";

let data: string;
let file: string;
let own: string;
let stick: string;
let undo: (() => void)[];
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), "mien-mute-"));
  [file, own, stick] = [join(data, "mien.db"), join(data, "backups"), join(data, "stick")];
  undo = [];
  await mkdir(own);
  await inStore(async (store) => {
    await store.settings.put({ volume: 0.3 });
    await store.care.backup({ folder: own, at: ownAt, rotate: false });
    await store.settings.put({ volume: 0.9 });
  });
});
afterEach(async () => {
  for (const each of undo) each();
  await rm(data, { recursive: true, force: true });
});

const open = (): Promise<Store> => openStore({ file, backups: [stick, own], log: { warn: () => undefined } });

async function inStore<Answer>(work: (store: Store) => Promise<Answer>): Promise<Answer> {
  const store = await open();
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

const volume = () => inStore(async (store) => (await store.settings.all()).volume);

/** Whether the stick that lists its backups could be plugged in. */
async function plugIn(hangsAt?: "read" | "open" | "room"): Promise<boolean> {
  const plugged = await muteStick(stick, onStick, hangsAt);
  if (plugged !== null) undo.push(plugged.undo);
  return plugged !== null;
}

/** scripts/restore, until it ends by itself. */
async function restore(...args: string[]): Promise<{ code: number | null; said: string; complaint: string }> {
  await writeFile(join(data, "backup-folder"), stick);
  const program = spawn(join(root, "scripts/restore"), ["--data", data, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  onTestFinished(() => void program.kill("SIGKILL"));
  let [said, complaint] = ["", ""];
  program.stdout.on("data", (chunk) => {
    said += chunk;
  });
  program.stderr.on("data", (chunk) => {
    complaint += chunk;
  });
  const [code] = await once(program, "close");
  return { code, said, complaint: complaint.trim() };
}

describe("scripts/restore ends", () => {
  test("with a stick that hangs as a whole, whose folder it names, and lists and takes what lies elsewhere", async ({
    skip,
  }) => {
    const mount = hangingMount(stick);
    if (!mount) return skip(needs);
    undo.push(mount.undo);
    const complaint = `${stick} does not answer. Plug its stick in again, or see to the server of its share.`;
    const listed = await restore();
    expect(listed).toMatchObject({ code: 0, said: expect.stringContaining(ownName), complaint });
    expect(await restore("newest")).toMatchObject({ code: 0, complaint });
    expect(await volume()).toBe(0.3);
  });

  test("with a backup that can't be read to its end, names its stick, and leaves all as it was", async ({
    skip,
  }) => {
    if (!(await plugIn())) return skip(needs);
    const [newest = ""] = onStick;
    expect((await restore()).said).toContain(newest);
    const complaint = `${join(stick, newest)} does not answer. Plug its stick in again, or see to the server of its share.`;
    expect(await restore(newest)).toEqual({ code: 1, said: "", complaint });
    expect(await readdir(data)).not.toContain("set-aside");
    expect(await readdir(data)).not.toContain("mien.db.restoring");
  });

  test("with the newest one from elsewhere, and says which stick did not answer", async ({ skip }) => {
    if (!(await plugIn())) return skip(needs);
    expect(await restore("newest")).toMatchObject({
      code: 0,
      said: expect.stringContaining(`${ownName} is the database now.`),
      complaint: expect.stringContaining(`${join(stick, onStick[0] ?? "")} does not answer.`),
    });
    undo.pop()?.();
    expect(await volume()).toBe(0.3);
  });
});

test("a damaged database gets the newest backup from elsewhere where the stick hangs as one is read", async ({
  skip,
}) => {
  if (!(await plugIn())) return skip(needs);
  await writeFile(file, "no database");
  const store = await open();
  onTestFinished(() => store.close());
  expect(store.care.recovery).toMatchObject({ kind: "damaged", backupAt: ownAt });
  expect(await store.settings.all()).toMatchObject({ volume: 0.3 });
});

test("work on a stick that hangs comes to an end with its limit, and names the stick", async ({ skip }) => {
  const mount = hangingMount(stick);
  if (!mount) return skip(needs);
  undo.push(mount.undo);
  const limit = { ms: 500, path: stick };
  const terms = { signal: new AbortController().signal, polite: false, limit };
  await expect(longWork("backup", { file, folder: stick, at: ownAt, rotate: false }, terms)).rejects.toThrow(
    `${stick} does not answer.`,
  );
});

test("whoever asks at the page for a backup of a stick that hangs as it is read is told so", async ({
  skip,
}) => {
  if (!(await plugIn())) return skip(needs);
  const path = join(stick, onStick[0] ?? "");
  await inStore(async ({ care }) => {
    await expect(care.askRestore(path)).rejects.toThrow(`${path} does not answer.`);
  });
  expect(await readdir(data)).not.toContain("mien.db-restore.json");
});

/** As the page has it, with the backups on the stick. */
function keeperOf(store: Store): BackupKeeper {
  const settings = new SettingsKeeper({
    table: store.settings,
    overrides: { backupFolder: stick },
    log: silentLog,
  });
  return new BackupKeeper({
    ...{ care: store.care, settings: () => settings.current, dataFolder: data, trusted: () => true },
    ...{ clock: systemClock, log: silentLog, onChange: () => undefined },
  });
}

test("a backup of a stick that hangs as it is opened is told as silent, and keeps one thread however often it is asked for", async ({
  skip,
}) => {
  if (!(await plugIn("open"))) return skip(needs);
  const store = await open();
  onTestFinished(() => store.close());
  const keeper = keeperOf(store);
  const [name = ""] = onStick;
  expect((await keeper.state()).backups.map((backup) => backup.name)).toContain(name);
  const silence = {
    fault: "silent",
    message: expect.stringContaining(`${join(stick, name)} does not answer.`),
  };
  await Promise.all([
    expect(keeper.open(name)).rejects.toMatchObject(silence),
    expect(keeper.askRestore(name)).rejects.toMatchObject(silence),
  ]);
  // More than this process has threads for files, of which none would be left for its own folder.
  for (let asked = 0; asked < 8; asked++) await expect(keeper.open(name)).rejects.toMatchObject(silence);
  expect(await readdir(own)).toEqual([ownName]);
});

test("a stick that hangs as a whole is told as silent to who asks for a backup, and has none to list", async ({
  skip,
}) => {
  const mount = hangingMount(stick);
  if (!mount) return skip(needs);
  undo.push(mount.undo);
  const store = await open();
  onTestFinished(() => store.close());
  const keeper = keeperOf(store);
  const silence = { fault: "silent", message: expect.stringContaining(`${stick} does not answer.`) };
  const [name = ""] = onStick;
  await Promise.all([
    expect(keeper.open(name)).rejects.toMatchObject(silence),
    expect(keeper.askRestore(name)).rejects.toMatchObject(silence),
    expect(keeper.state()).resolves.toMatchObject({ backups: [] }),
  ]);
});

test("a backup process that can't be ended has no second one beside it, and another folder gets its backup", async ({
  skip,
}) => {
  if (!(await plugIn("room"))) return skip(needs);
  const care = new DatabaseCare({
    ...{ file, backups: null, onHealth: () => undefined, log: { warn: () => undefined } },
    backupLimitMs: 10_000,
  });
  onTestFinished(() => care.stop());
  const backUp = (folder: string) => care.backup({ folder, at: ownAt + 1_000, rotate: false });
  const silence = { fault: "silent", message: expect.stringContaining(`${stick} does not answer.`) };
  await expect(backUp(stick)).rejects.toMatchObject(silence);
  const [left, ...others] = processesAt(stick);
  expect([left === undefined, others]).toEqual([false, []]);
  const again = backUp(stick);
  expect(processesAt(stick)).toEqual([left]);
  await expect(again).rejects.toMatchObject(silence);
  await expect(backUp(own)).resolves.toMatchObject({ path: expect.stringContaining(own) });
  // It answers again, with what it has no way to do.
  undo.pop()?.();
  await expect
    .poll(() => backUp(stick).catch(({ fault }: StoreError) => fault), { timeout: 20_000 })
    .not.toBe("silent");
});

/** Backups that are being made there, by their processes' numbers. */
function processesAt(folder: string): readonly string[] {
  const asked = `"folder":${JSON.stringify(folder)}`;
  const { stdout } = spawnSync("ps", ["-ww", "-o", "pid=,args=", "--ppid", String(process.pid)], {
    encoding: "utf8",
  });
  const lines = stdout.split("\n").filter((line) => line.includes(asked));
  return lines.map((line) => line.trim().split(" ", 1)[0] ?? "");
}

describe("a start that is to restore a backup while a stick hangs as a whole", () => {
  const [name = ""] = onStick;
  beforeEach(async () => {
    await cp(join(own, ownName), join(own, name));
    await inStore(({ care }) => care.askRestore(join(own, name)));
  });
  const restored = () => restoreAsked({ file, folders: [stick, own], at: Date.now() });

  test("says that it does not answer, and not that the backup is gone, and the database is as it was", async ({
    skip,
  }) => {
    const mount = hangingMount(stick);
    if (!mount) return skip(needs);
    undo.push(mount.undo);
    await rm(join(own, name));
    expect(await restored()).toMatchObject({
      kind: "not-restored",
      why: expect.stringContaining(`${stick} does not answer.`),
    });
    expect(await volume()).toBe(0.9);
  });

  test("takes it from another folder that has it", async ({ skip }) => {
    const mount = hangingMount(stick);
    if (!mount) return skip(needs);
    undo.push(mount.undo);
    expect(await restored()).toMatchObject({ kind: "restored", why: null });
    expect(await volume()).toBe(0.3);
  });
});

test("a start that is to restore a backup whose stick hangs meanwhile opens the database as it is", async ({
  skip,
}) => {
  await cp(join(own, ownName), join(own, onStick[0] ?? ""));
  await inStore(({ care }) => care.askRestore(join(own, onStick[0] ?? "")));
  await rm(join(own, onStick[0] ?? ""));
  if (!(await plugIn())) return skip(needs);
  expect(await restoreAsked({ file, folders: [stick, own], at: Date.now() })).toMatchObject({
    kind: "not-restored",
    why: expect.stringContaining(`${join(stick, onStick[0] ?? "")} does not answer.`),
  });
  undo.pop()?.();
  expect(await volume()).toBe(0.9);
});
