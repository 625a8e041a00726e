import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statfsSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { allIn } from "../src/player/mpv/testing-mpv.ts";
import type { AppState } from "../src/protocol/state.ts";
import { RunningDaemon } from "./running-daemon.ts";

// What becomes of the database, really done to the whole daemon: the disk full, the process killed, the file damaged.

let folder: string;
/** In memory on an appliance, and so never on the disk that is full. */
let runtime: string;
let daemon: RunningDaemon | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "mien-disk-"));
  runtime = mkdtempSync(join(tmpdir(), "mien-run-"));
});
afterEach(async () => {
  await daemon?.stop({ keepData: true });
  daemon = undefined;
  for (const disk of [folder, runtime])
    try {
      execFileSync("umount", [disk], { stdio: "ignore" });
    } catch {
      // Nothing was mounted there.
    }
  for (const each of [folder, runtime]) rmSync(each, { recursive: true, force: true });
});

interface PlaysAnswer {
  id: string;
  endedAt: number | null;
}

const songOf = ({ player: { actual } }: AppState) => (actual.state === "playing" ? actual.pick.id : null);

async function start(): Promise<RunningDaemon> {
  daemon = await RunningDaemon.start(["--demo", "--output", "null"], {
    dataFolder: folder,
    environment: { XDG_RUNTIME_DIR: runtime },
  });
  await daemon.until("music", (state) => songOf(state) !== null);
  return daemon;
}

/** Another song than the one that plays. Answers its pick. */
async function skip(running: RunningDaemon): Promise<string> {
  const before = songOf(running.state);
  await running.command({ do: "skip" });
  const { state } = await running.until(
    "another song",
    (now) => songOf(now) !== null && songOf(now) !== before,
  );
  return songOf(state) as string;
}

function fillUp(disk = folder): void {
  for (let turn = 0; statfsSync(disk).bavail > 0; turn++) {
    const { bavail, bsize } = statfsSync(disk);
    try {
      writeFileSync(join(disk, `filler ${turn}`), Buffer.alloc(bavail * bsize));
    } catch (error) {
      // The daemon was quicker with what was left.
      if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
    }
  }
}

function patch(running: RunningDaemon, settings: object): Promise<Response> {
  return fetch(`${running.url}/api/settings`, {
    method: "PATCH",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(settings),
  });
}

/** Sockets leave out the sentences that name folders. */
interface Told {
  components: { store: { detail: string } };
}

test("a disk without a free byte: songs go on, a setting is refused by name, and with room all is written", async (context) => {
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=24m", "tmpfs", folder], { stdio: "ignore" });
  } catch {
    return context.skip("this user may mount no disk");
  }
  const running = await start();
  await running.until("the library", ({ library }) => library.tracks > 10 && library.scan === null);
  fillUp();
  // The log that is there takes some more until it has to grow.
  const played = [songOf(running.state) as string];
  while (running.state.health.store.state === "ok" && played.length < 40) {
    played.push(await skip(running));
    fillUp();
  }
  expect(running.state.health.store).toMatchObject({
    state: "degraded",
    reason: "disk-full",
  });
  expect((await running.get<Told>("/api/health")).components.store.detail).toContain(join(folder, "mien.db"));
  expect(running.state.health.disk).toMatchObject({ reason: "disk-low" });
  for (let songs = 0; songs < 4; songs++) played.push(await skip(running));
  expect(running.state.health.player).toEqual({ state: "ok" });

  const refused = await patch(running, { musicFolders: Array(14).fill(`/${"x".repeat(4_000)}`) });
  expect(refused.status).toBe(503);
  expect(((await refused.json()) as { error: string }).error).toMatch(
    /^There is no room to write to .*mien\.db/,
  );
  expect((await fetch(`${running.url}/api/backups`, { method: "POST" })).status).toBe(503);

  for (const name of readdirSync(folder)) if (name.startsWith("filler")) rmSync(join(folder, name));
  played.push(await skip(running));
  await running.until("the history to be written", ({ health }) => health.store.state === "ok");
  expect((await patch(running, { crossfadeSeconds: 1 })).status).toBe(200);
  await running.stop({ keepData: true });

  const again = await start();
  const plays = await again.get<PlaysAnswer[]>("/api/plays?limit=200");
  expect(plays.map(({ id }) => id)).toEqual(expect.arrayContaining(played));
  const { values } = await again.get<{ values: { crossfadeSeconds: number } }>("/api/settings");
  expect(values.crossfadeSeconds).toBe(1);
});

test("after SIGKILL the database is looked through, once sound is there", async () => {
  const killed = await start();
  await killed.crash();
  const running = await start();
  const found = () => running.log.find(({ msg }) => /looked through after an unclean end/.test(String(msg)));
  await expect.poll(found).toMatchObject({ problems: 0 });
  expect(await running.stop({ keepData: true })).toBe(0);
  const afterwards = await start();
  await skip(afterwards);
  expect(afterwards.log.find(({ msg }) => /looked through/.test(String(msg)))).toBeUndefined();
});

test("a damaged database: music all the same, with yesterday's settings, and the screen says so", async () => {
  const before = await start();
  expect((await patch(before, { crossfadeSeconds: 2 })).status).toBe(200);
  expect((await fetch(`${before.url}/api/backups`, { method: "POST" })).status).toBe(201);
  await before.stop({ keepData: true });
  truncateSync(join(folder, "mien.db"), 5_000);
  const running = await start();
  expect(running.state.health.store).toMatchObject({
    state: "degraded",
    reason: "database-replaced",
  });
  expect((await running.get<Told>("/api/health")).components.store.detail).toContain(
    join(folder, "set-aside"),
  );
  const { values } = await running.get<{ values: { crossfadeSeconds: number } }>("/api/settings");
  expect(values.crossfadeSeconds).toBe(2);
});

test("a folder in memory without a free byte: music begins, and the next daemon finds the mpv that no record tells of", async (context) => {
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=256k", "tmpfs", runtime], { stdio: "ignore" });
  } catch {
    return context.skip("this user may mount no disk");
  }
  fillUp(runtime);
  const running = await start();
  const [socketDir = ""] = readdirSync(runtime).filter((name) => name.startsWith("mien-"));
  const all = () => allIn(join(runtime, socketDir));
  // Two decks.
  await expect.poll(all, { timeout: 20_000 }).toHaveLength(2);
  const before = await all();
  await skip(running);
  await running.crash();

  const next = await start();
  await skip(next);
  expect((await all()).filter((pid) => !before.includes(pid))).toEqual([]);
  await next.stop({ keepData: true });
  await expect.poll(all, { timeout: 20_000 }).toEqual([]);
});
