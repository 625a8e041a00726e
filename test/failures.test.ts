import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { systemClock } from "../src/daemon/clock.ts";
import { VisionSupervisor } from "../src/daemon/senses/vision-supervisor.ts";
import { looking, playing, playingNow, startDemo } from "./demo-daemon.ts";
import { FlakyCamera } from "./flaky-camera.ts";
import { findProcess, runs } from "./processes.ts";
import { RunningDaemon, root } from "./running-daemon.ts";
import { soundingMpv } from "./sounding-mpv.ts";

// The failure table of docs/architecture.md, each row really caused against the whole daemon while it runs.

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

test("vision killed: a new one looks, and the music does not notice", async () => {
  const running = await startDemo();
  daemon = running;
  const before = playingNow(running.state);
  process.kill(findProcess(running.pid, /vision\/main/) as number, "SIGKILL");
  await running.until("vision to be missed", ({ health }) => health.vision.state !== "ok");
  await running.until("vision to be back", looking);
  expect(playingNow(running.state).id).toBe(before.id);
  expect(running.state.health.player).toEqual({ state: "ok" });
});

test("vision hung: it is ended for its silence, a new one looks, and the music does not notice", async () => {
  const running = await startDemo();
  daemon = running;
  const before = playingNow(running.state);
  const hung = findProcess(running.pid, /vision\/main/) as number;
  process.kill(hung, "SIGSTOP");
  await running.until("the silence to be noticed", ({ health }) => health.vision.state !== "ok");
  await running.until("vision to be back", looking);
  expect(findProcess(running.pid, /vision\/main/)).not.toBe(hung);
  expect(playingNow(running.state).id).toBe(before.id);
});

/** What the player logs of a song that sounds again: how long it was silent. */
const comeBack = { msg: "song loaded", tookMs: expect.any(Number) };

test("mpv killed: the same song goes on at its position", async () => {
  const running = await startDemo();
  daemon = running;
  await running.command({ do: "seek", positionMs: 15_000 });
  await running.until("the seek", (state) => playing(state) && playingNow(state).positionMs >= 14_500);
  const before = playingNow(running.state);
  process.kill(await soundingMpv(running.dataFolder), "SIGKILL");
  // Too quick for a page to see it gone.
  await expect.poll(() => running.log).toContainEqual(expect.objectContaining(comeBack));
  await running.until("music again", playing);
  const after = playingNow(running.state);
  expect(after.id).toBe(before.id);
  // A busy machine takes its time, in which the song goes on; one that begins anew is farther off.
  expect(Math.abs(after.positionMs - before.positionMs)).toBeLessThan(10_000);
});

test("mpv hung: it is ended, and the same song goes on", async () => {
  const running = await startDemo();
  daemon = running;
  const before = playingNow(running.state);
  const hung = await soundingMpv(running.dataFolder);
  process.kill(hung, "SIGSTOP");
  await running.until(
    "the standstill to be noticed",
    ({ player: { actual } }) => actual.state === "recovering",
  );
  await running.until("music again", playing);
  expect(playingNow(running.state).id).toBe(before.id);
  await expect.poll(() => runs(hung)).toBe(false);
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
  await daemon.until("music", playing);
  await daemon.until("the whole folder", ({ library }) => library.unplayable === 1);
  const { tracks } = await daemon.get<{ tracks: { title: string; unplayable: string | null }[] }>(
    "/api/library/tracks",
  );
  expect(tracks.find(({ title }) => title === "Sound")?.unplayable).toBeNull();
  expect(tracks.find(({ title }) => title !== "Sound")?.unplayable).toMatch(/\w+ \w+/);
  for (let skips = 0; skips < 3; skips++) {
    await daemon.command({ do: "skip" });
    const { state } = await daemon.until("the next song", playing);
    const { actual } = state.player;
    expect(
      actual.state === "playing" && actual.pick.item.kind === "track" && actual.pick.item.track.title,
    ).toBe("Sound");
  }
});

test("a camera that is unplugged is said, comes back by itself, and the music goes on", async () => {
  const camera = await FlakyCamera.start();
  daemon = await RunningDaemon.start(["--camera", camera.url, "--music", demoMusic, "--output", "null"]);
  try {
    await daemon.until("a camera that looks", looking);
    await daemon.until("music", playing);
    const before = playingNow(daemon.state);
    await camera.unplug();
    await daemon.until("the camera to be missed", ({ health }) => health.camera.state === "down");
    expect(daemon.state.camera.looking).toBe(false);
    await camera.plugIn();
    await daemon.until("the camera to be back", looking);
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
  await daemon.until("music", playing);
  await daemon.until("the camera's absence", ({ health }) => health.camera.state === "down");
  const { components } = await daemon.get<{ components: object }>("/api/health");
  expect(components).toMatchObject({
    camera: { reason: "camera-absent", detail: expect.stringContaining("no-such.mp4") },
  });
});

test("a speaker that is not there: it plays without sound and says so", async () => {
  daemon = await RunningDaemon.start(["--demo", "--output", "alsa/no-such-card"]);
  await daemon.until("music", playing);
  expect(daemon.state.health.player).toMatchObject({ state: "degraded", reason: "output-missing" });
});

test("a music folder that is not there: the demo pieces play, and it says so", async () => {
  daemon = await RunningDaemon.start(["--music", join(folder, "gone"), "--output", "null"]);
  await daemon.until("music", playing);
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
      blackout: [],
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
