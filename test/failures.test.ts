import { execFileSync, spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { systemClock } from "../src/daemon/clock.ts";
import { VisionSupervisor } from "../src/daemon/vision-supervisor.ts";
import type { AppState } from "../src/protocol/state.ts";
import { FlakyCamera } from "./flaky-camera.ts";
import { descendants, findProcess } from "./processes.ts";
import { RunningDaemon, root } from "./running-daemon.ts";
import { soundingMpv } from "./sounding-mpv.ts";

// The failure table of docs/architecture.md, each row really caused against the whole daemon.

const main = join(root, "dist/src/daemon/main.js");
const demoMusic = join(root, "build/demo/music");

let folder: string;
let daemon: RunningDaemon | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "mien-failures-"));
});
afterEach(async () => {
  await daemon?.stop();
  daemon = undefined;
  rmSync(folder, { recursive: true, force: true });
});

const playing = ({ player: { actual } }: AppState) => actual.state === "playing";
const looking = ({ camera, health }: AppState) => camera.looking && health.vision.state === "ok";

function playingNow(state: AppState) {
  const { actual } = state.player;
  if (actual.state !== "playing") throw new Error(`it is ${actual.state}`);
  return { id: actual.pick.id, positionMs: actual.positionMs + (state.now - actual.at) };
}

async function startDemo(): Promise<RunningDaemon> {
  daemon = await RunningDaemon.start(["--demo", "--output", "null"]);
  await daemon.until("music", playing, 60_000);
  await daemon.until("a camera that looks", looking, 30_000);
  return daemon;
}

test("vision killed: a new one looks within seconds, and the music does not notice", async () => {
  const running = await startDemo();
  const before = playingNow(running.state);
  process.kill(findProcess(running.pid, /vision\/main/) as number, "SIGKILL");
  await running.until("vision to be missed", ({ health }) => health.vision.state !== "ok", 5_000);
  await running.until("vision to be back", looking, 15_000);
  expect(playingNow(running.state).id).toBe(before.id);
  expect(running.state.health.player).toEqual({ state: "ok" });
});

test("vision hung: it is ended for its silence, a new one looks, and the music does not notice", async () => {
  const running = await startDemo();
  const before = playingNow(running.state);
  const hung = findProcess(running.pid, /vision\/main/) as number;
  process.kill(hung, "SIGSTOP");
  await running.until("the silence to be noticed", ({ health }) => health.vision.state !== "ok", 10_000);
  await running.until("vision to be back", looking, 15_000);
  expect(findProcess(running.pid, /vision\/main/)).not.toBe(hung);
  expect(playingNow(running.state).id).toBe(before.id);
});

/** What the player logs of a song that sounds again: how long it was silent. */
const comeBack = { msg: "song loaded", tookMs: expect.any(Number) };

test("mpv killed: the same song goes on at its position", async () => {
  const running = await startDemo();
  await running.command({ do: "seek", positionMs: 15_000 });
  await running.until(
    "the seek",
    (state) => playing(state) && playingNow(state).positionMs >= 14_500,
    10_000,
  );
  const before = playingNow(running.state);
  process.kill(await soundingMpv(running.dataFolder), "SIGKILL");
  // Too quick for a page to see it gone.
  await vi.waitFor(() => expect(running.log).toContainEqual(expect.objectContaining(comeBack)), 10_000);
  await running.until("music again", playing, 10_000);
  const after = playingNow(running.state);
  expect(after.id).toBe(before.id);
  expect(Math.abs(after.positionMs - before.positionMs)).toBeLessThan(3_000);
});

test("mpv hung: it is ended, and the same song goes on", async () => {
  const running = await startDemo();
  const before = playingNow(running.state);
  const hung = await soundingMpv(running.dataFolder);
  process.kill(hung, "SIGSTOP");
  await running.until(
    "the standstill to be noticed",
    ({ player: { actual } }) => actual.state === "recovering",
    10_000,
  );
  await running.until("music again", playing, 10_000);
  expect(playingNow(running.state).id).toBe(before.id);
  expect(runs(hung)).toBe(false);
});

test("a corrupt song is a row with its reason, and is never played", async () => {
  const music = join(folder, "music");
  mkdirSync(music);
  execFileSync("ffmpeg", [
    "-v",
    "error",
    "-f",
    "lavfi",
    "-i",
    "sine=330:d=30",
    "-metadata",
    "title=Sound",
    "-metadata",
    "genre=Pop",
    join(music, "sound.mp3"),
  ]);
  writeFileSync(join(music, "corrupt.mp3"), Buffer.alloc(40_000, "not a song "));
  // Files as new as these would be left alone for a moment, as they might still be being copied.
  const anHourAgo = new Date(Date.now() - 3_600_000);
  for (const name of ["sound.mp3", "corrupt.mp3"]) utimesSync(join(music, name), anHourAgo, anHourAgo);
  daemon = await RunningDaemon.start(["--music", music, "--output", "null"]);
  await daemon.until("music", playing, 30_000);
  await daemon.until("the whole folder", ({ library }) => library.unplayable === 1, 10_000);
  const { tracks } = await daemon.get<{ tracks: { title: string; unplayable: string | null }[] }>(
    "/api/library/tracks",
  );
  expect(tracks.find(({ title }) => title === "Sound")?.unplayable).toBeNull();
  expect(tracks.find(({ title }) => title !== "Sound")?.unplayable).toMatch(/\w+ \w+/);
  for (let skips = 0; skips < 3; skips++) {
    await daemon.command({ do: "skip" });
    const { state } = await daemon.until("the next song", playing, 10_000);
    const { actual } = state.player;
    expect(
      actual.state === "playing" && actual.pick.item.kind === "track" && actual.pick.item.track.title,
    ).toBe("Sound");
  }
});

test("a camera that is unplugged is said within seconds, comes back by itself, and the music goes on", async () => {
  const camera = await FlakyCamera.start();
  daemon = await RunningDaemon.start(["--camera", camera.url, "--music", demoMusic, "--output", "null"]);
  try {
    await daemon.until("a camera that looks", looking, 30_000);
    await daemon.until("music", playing, 60_000);
    const before = playingNow(daemon.state);
    await camera.unplug();
    await daemon.until("the camera to be missed", ({ health }) => health.camera.state === "down", 8_000);
    expect(daemon.state.camera.looking).toBe(false);
    await camera.plugIn();
    await daemon.until("the camera to be back", looking, 40_000);
    expect(playingNow(daemon.state).id).toBe(before.id);
  } finally {
    await camera.unplug();
  }
});

test("a camera that was never there is a state, not an end", async () => {
  daemon = await RunningDaemon.start([
    "--camera",
    join(folder, "no-such.mp4"),
    "--music",
    demoMusic,
    "--output",
    "null",
  ]);
  await daemon.until("music", playing, 60_000);
  await daemon.until("the camera's absence", ({ health }) => health.camera.state === "down", 20_000);
  expect(daemon.state.health.camera).toMatchObject({
    reason: "camera-absent",
    detail: expect.stringContaining("no-such.mp4"),
  });
});

test("a speaker that is not there: it plays without sound and says so", async () => {
  daemon = await RunningDaemon.start(["--demo", "--output", "alsa/no-such-card"]);
  await daemon.until("music", playing, 60_000);
  expect(daemon.state.health.player).toMatchObject({ state: "degraded", reason: "output-missing" });
});

test("a music folder that is not there: the demo pieces play, and it says so", async () => {
  daemon = await RunningDaemon.start(["--music", join(folder, "gone"), "--output", "null"]);
  await daemon.until("music", playing, 60_000);
  expect(daemon.state.health.library).toMatchObject({ state: "degraded", reason: "folder-missing" });
  expect(daemon.state.library.demo).toBe(true);
});

test("a model that is not the shipped one: vision says so and does not read", async () => {
  const models = join(folder, "models");
  cpSync(join(root, "models"), models, { recursive: true, filter: (path) => !path.includes("training") });
  const model = join(models, "fer.int8.onnx");
  const bytes = readFileSync(model);
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 9) ^ 1, bytes.length - 9);
  writeFileSync(model, bytes);
  const vision = new VisionSupervisor({
    entry: join(root, "dist/src/vision/main.js"),
    modelsFolder: models,
    config: {
      source: "auto",
      cascade: "haarcascade_frontalface_alt2",
      minFaceShare: 0.15,
      sensing: "expressions",
      minConfidence: null,
      observationsPerSecond: { withFaces: 5, withoutFaces: 1 },
    },
    clock: systemClock,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    onObservation: () => expect.unreachable("nothing may be read with a wrong model"),
    onCamera: () => undefined,
    onChange: () => undefined,
  });
  vision.start();
  await expect
    .poll(() => vision.visionHealth)
    .toMatchObject({
      state: "down",
      reason: "model-invalid",
      detail: expect.stringContaining("fer.int8.onnx"),
    });
  await vision.stop();
});

function startAndFail(args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    encoding: "utf8",
    timeout: 20_000,
  });
  return { status, stdout, sentences: stderr.trim().split("\n") };
}

test("a database that is none: it is kept, an empty one takes its place, and the screen says so", async () => {
  const list = "This is a shopping list, not a database. ".repeat(100);
  writeFileSync(join(folder, "mien.db"), list);
  daemon = await RunningDaemon.start(["--demo", "--output", "null"], { dataFolder: folder });
  await daemon.until("music", playing, 60_000);
  expect(daemon.state.health.store).toMatchObject({ state: "degraded", reason: "database-replaced" });
  const [kept = ""] = readdirSync(join(folder, "set-aside"));
  expect(readFileSync(join(folder, "set-aside", kept, "mien.db"), "utf8")).toBe(list);
});

test("a data folder that can't be made: one sentence that names it, and exit 1", () => {
  writeFileSync(join(folder, "file"), "");
  const { status, sentences } = startAndFail(["--data", join(folder, "file", "data"), "--port", "0"]);
  expect(status).toBe(1);
  expect(sentences).toEqual([expect.stringContaining(join(folder, "file", "data"))]);
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

test("SIGTERM ends it within three seconds, and leaves no process behind", async () => {
  const running = await startDemo();
  const children = descendants(running.pid).map(({ pid }) => pid);
  const before = performance.now();
  expect(await running.stop()).toBe(0);
  expect(performance.now() - before).toBeLessThan(3_000);
  for (const pid of children) expect(() => process.kill(pid, 0)).toThrow("ESRCH");
});

test("SIGTERM before the first song leaves no process behind either", async () => {
  daemon = await RunningDaemon.start(["--demo", "--output", "null"]);
  const children = descendants(daemon.pid).map(({ pid }) => pid);
  expect(await daemon.stop()).toBe(0);
  for (const pid of children) expect(() => process.kill(pid, 0)).toThrow("ESRCH");
});

test("a second daemon on the same data: one sentence that names it, and exit 1", async () => {
  daemon = await RunningDaemon.start(["--demo", "--output", "null"]);
  const { status, sentences } = startAndFail(["--data", daemon.dataFolder, "--port", "0"]);
  expect(status).toBe(1);
  expect(sentences).toEqual([expect.stringContaining(`Another Mien (process ${daemon.pid}) uses`)]);
});

/** One that has ended, but that the system has not cleared away yet, has no command line. */
function runs(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8") !== "";
  } catch {
    return false;
  }
}

test("the daemon killed: its music plays on, and the next daemon goes on with it", async () => {
  const running = await startDemo();
  const { id } = playingNow(running.state);
  // A bookmark is written every five seconds.
  await running.until("some of the song", (state) => playing(state) && playingNow(state).positionMs > 6_000);
  const mpv = await soundingMpv(running.dataFolder);
  await running.crash();
  expect(runs(mpv)).toBe(true);
  daemon = await RunningDaemon.start(["--demo", "--output", "null"], { dataFolder: running.dataFolder });
  await daemon.until("music", playing, 20_000);
  expect(playingNow(daemon.state).id).toBe(id);
  expect(runs(mpv)).toBe(true);
  expect(await daemon.stop()).toBe(0);
  expect(runs(mpv)).toBe(false);
});
