import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterEach, beforeEach, expect, onTestFinished, test } from "vitest";
import type { AppState } from "../src/protocol/state.ts";
import { playing, playingNow, startDemo } from "./demo-daemon.ts";
import { descendants, findProcess, runs } from "./processes.ts";
import { RunningDaemon, root } from "./running-daemon.ts";
import { soundingMpv } from "./sounding-mpv.ts";

// How the whole daemon begins where something is in its way, and what is left of it however it ends: the other half of
// the failure table of docs/architecture.md.

const main = join(root, "dist/src/daemon/main.js");

let folder: string;
let daemon: RunningDaemon | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "mien-starts-"));
});
afterEach(async () => {
  await daemon?.stop();
  daemon = undefined;
  rmSync(folder, { recursive: true, force: true });
});

function startAndFail(args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    encoding: "utf8",
    timeout: 120_000,
  });
  return { status, stdout, sentences: stderr.trim().split("\n") };
}

test("a database that is none: it is kept, an empty one takes its place, and the screen says so", async () => {
  const list = "This is a shopping list, not a database. ".repeat(100);
  writeFileSync(join(folder, "mien.db"), list);
  daemon = await RunningDaemon.start(["--demo", "--output", "null"], { dataFolder: folder });
  await daemon.until("music", playing);
  expect(daemon.state.health.store).toMatchObject({ state: "degraded", reason: "database-emptied" });
  const [kept = ""] = readdirSync(join(folder, "set-aside"));
  expect(readFileSync(join(folder, "set-aside", kept, "mien.db"), "utf8")).toBe(list);
});

test("a data folder that can't be made: one sentence that names it, and exit 1", () => {
  writeFileSync(join(folder, "file"), "");
  const { status, sentences } = startAndFail(["--data", join(folder, "file", "data"), "--port", "0"]);
  expect(status).toBe(1);
  expect(sentences).toEqual([expect.stringContaining(join(folder, "file", "data"))]);
});

test("a data folder on a disk that takes no writes: one sentence that says what to do about it, and exit 1", ({
  skip,
}) => {
  const { status: mounted } = spawnSync("mount", ["-t", "tmpfs", "-o", "ro", "none", folder]);
  if (mounted !== 0) return skip("this user may mount nothing");
  try {
    const { status, sentences } = startAndFail(["--data", folder, "--port", "0"]);
    expect(status).toBe(1);
    expect(sentences).toEqual([
      `The data folder ${folder} can't be used (EROFS): its disk takes no writes, as one does that wears out or lost power. Start the machine again, and if that is no help, take another card or disk.`,
    ]);
  } finally {
    spawnSync("umount", [folder]);
  }
});

test("as a service it tells systemd why there is no daemon, which systemctl status says while the safe mode plays", async () => {
  const socket = join(folder, "notify");
  const listening = `
import socket, sys
s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM); s.bind(sys.argv[1]); print("bound", flush=True)
print(s.recv(4096).decode(), flush=True)
`;
  const systemd = spawn("python3", ["-c", listening, socket], { stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => void systemd.kill("SIGKILL"));
  const lines = createInterface({ input: systemd.stdout })[Symbol.asyncIterator]();
  await lines.next();
  writeFileSync(join(folder, "file"), "");
  const data = join(folder, "file", "data");
  const { status, stderr } = spawnSync(process.execPath, [main, "--data", data, "--port", "0"], {
    encoding: "utf8",
    env: { ...process.env, NOTIFY_SOCKET: socket },
  });
  expect(status).toBe(1);
  expect((await lines.next()).value).toBe(`STATUS=${stderr.trim()}`);
  expect(stderr).toContain(`The data folder ${data} can't be used (ENOTDIR)`);
});

test("a port in use: one sentence that names it, exit 1, and no sound was made", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => other.once("listening", resolve));
  const { port } = other.address() as AddressInfo;
  const { status, stdout, sentences } = startAndFail(["--data", folder, "--port", String(port)]);
  other.close();
  expect(status).toBe(1);
  expect(sentences).toEqual([expect.stringContaining(`Port ${port} is in use`)]);
  expect(stdout).not.toContain("song began");
});

test("at the very first start, too, the first song waits for no camera", async () => {
  daemon = await startDemo();
  const at = (msg: string) => Number(daemon?.log.find((line) => line.msg === msg)?.time);
  const [listening, began, forked] = [at("listening"), at("song began"), at("vision forked")];
  // On a machine that is slow to find a song the camera waits no longer than that.
  expect(forked > began || forked - listening > 2_900, JSON.stringify({ listening, began, forked })).toBe(
    true,
  );
});

test("vision has four threads for files, however many the daemon itself has", async () => {
  daemon = await startDemo();
  const vision = findProcess(daemon.pid, /vision\/main/) as number;
  const toldTo = (pid: number) =>
    /UV_THREADPOOL_SIZE=(\d+)/.exec(readFileSync(`/proc/${pid}/environ`, "utf8"))?.[1];
  expect([toldTo(daemon.pid), toldTo(vision)]).toEqual(["32", "4"]);
  const threads = /^Threads:\s+(\d+)$/m.exec(readFileSync(`/proc/${vision}/status`, "utf8"))?.[1];
  expect(Number(threads)).toBeLessThan(32);
});

test("SIGTERM ends it, and leaves no process behind", async () => {
  daemon = await startDemo();
  const children = descendants(daemon.pid).map(({ pid }) => pid);
  expect(await daemon.stop()).toBe(0);
  await expect.poll(() => children.filter(runs)).toEqual([]);
});

test("SIGTERM before the first song leaves no process behind either", async () => {
  daemon = await RunningDaemon.start(["--demo", "--output", "null"]);
  const children = descendants(daemon.pid).map(({ pid }) => pid);
  expect(await daemon.stop()).toBe(0);
  await expect.poll(() => children.filter(runs)).toEqual([]);
});

test("a second daemon on the same data: one sentence that names it, and exit 1", async () => {
  daemon = await RunningDaemon.start(["--demo", "--output", "null"]);
  const { status, sentences } = startAndFail(["--data", daemon.dataFolder, "--port", "0"]);
  expect(status).toBe(1);
  expect(sentences).toEqual([expect.stringContaining(`Another Mien (process ${daemon.pid}) uses`)]);
});

test("the daemon killed: its music plays on, and the next daemon goes on with it", async () => {
  const running = await startDemo();
  daemon = running;
  const { id } = playingNow(running.state);
  // A bookmark is written every five seconds.
  await running.until("some of the song", (state) => playing(state) && playingNow(state).positionMs > 6_000);
  const wished = await askForTwo(running);
  const mpv = await soundingMpv(running.dataFolder);
  await running.crash();
  expect(runs(mpv)).toBe(true);
  daemon = await RunningDaemon.start(["--demo", "--output", "null"], { dataFolder: running.dataFolder });
  await daemon.until("music", playing);
  expect(playingNow(daemon.state).id).toBe(id);
  expect(runs(mpv)).toBe(true);
  await daemon.until("what was asked for", (state) => askedFor(state).join() === wished.join());
  expect(await daemon.stop()).toBe(0);
  await expect.poll(() => runs(mpv)).toBe(false);
});

test("ended in order, what was asked for at the screen waits on in the next daemon, and no disk has it", async () => {
  const running = await startDemo();
  daemon = running;
  const wished = await askForTwo(running);
  await running.stop({ keepData: true });
  daemon = await RunningDaemon.start(["--demo", "--output", "null"], { dataFolder: running.dataFolder });
  await daemon.until("what was asked for", (state) => askedFor(state).join() === wished.join());
  await daemon.stop({ keepData: true });
  // As after the machine was switched off, and where there is no folder in memory: nothing of it is written anywhere.
  rmSync(runtimeFolderIn(running.dataFolder), { recursive: true });
  const temporary = mkdtempSync(join(folder, "tmp-"));
  daemon = await RunningDaemon.start(["--demo", "--output", "null"], {
    dataFolder: running.dataFolder,
    environment: { XDG_RUNTIME_DIR: undefined, TMPDIR: temporary },
  });
  await daemon.until("music", playing);
  expect(askedFor(daemon.state)).toEqual([]);
  await askForTwo(daemon);
  await daemon.stop({ keepData: true });
  expect(readdirSync(temporary, { recursive: true, encoding: "utf8" }).join()).not.toMatch(
    /asked|present|phones/,
  );
});

/** The picks that people asked for and that wait. */
function askedFor({ queue }: AppState): readonly string[] {
  return queue.filter(({ reasons }) => reasons.some(({ kind }) => kind === "asked")).map(({ id }) => id);
}

/** Two of the six, at the screen; answers their picks as they wait. */
async function askForTwo(running: RunningDaemon): Promise<readonly string[]> {
  for (let count = 1; count <= 2; count++) {
    const { state } = await running.until("six songs", ({ sixPicks }) => sixPicks.length > count);
    const waiting = state.queue.map(({ item }) => (item.kind === "track" ? item.track.id : ""));
    const pick = state.sixPicks.find(({ item }) => item.kind === "track" && !waiting.includes(item.track.id));
    await running.command({ do: "playPick", pick: pick?.id ?? "", when: "next" });
    await running.until(`${count} that wait`, (now) => askedFor(now).length === count);
  }
  return askedFor(running.state);
}

function runtimeFolderIn(base: string): string {
  const name = readdirSync(base).find((each) => each.startsWith("mien-"));
  if (name === undefined) throw new Error(`There is no runtime folder in ${base}.`);
  return join(base, name);
}
