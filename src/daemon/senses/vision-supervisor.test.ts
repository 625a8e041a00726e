import { join } from "node:path";
import { kill } from "node:process";
import { afterEach, expect, test } from "vitest";
import type { Health } from "../../protocol/health.ts";
import type { CameraStatus, Observation, VisionConfig } from "../../protocol/vision.ts";
import { systemClock } from "../clock.ts";
import { VisionSupervisor } from "./vision-supervisor.ts";

const config: VisionConfig = {
  source: "auto",
  cascade: "haarcascade_frontalface_alt2",
  minFaceShare: 0.15,
  sensing: "expressions",
  minConfidence: null,
  blackout: [],
  observationsPerSecond: { withFaces: 5, withoutFaces: 1 },
};
const guest = { kind: "guest", sessionId: "g" } as const;
let warnings: string[] = [];
const log = {
  info: () => undefined,
  warn: (_: object, message: string) => void warnings.push(message),
  error: () => undefined,
};

let vision: VisionSupervisor | undefined;
let observations: Observation[] = [];
let cameras: CameraStatus[] = [];
/** What was told of vision, each for however short a time it held. */
let healths: Health[] = [];

function supervise(behaviour: "well" | "dying" | "faulty" | "stuck" | "deaf" | "absent"): VisionSupervisor {
  observations = [];
  cameras = [];
  healths = [];
  warnings = [];
  vision = new VisionSupervisor({
    entry: join(import.meta.dirname, "vision-stand-in-main.js"),
    modelsFolder: behaviour,
    config,
    clock: systemClock,
    log,
    onObservation: (observation) => observations.push(observation),
    onCamera: (status) => cameras.push(status),
    onChange: () => vision && healths.push(vision.visionHealth),
  });
  vision.start();
  return vision;
}

async function looking(supervised: VisionSupervisor): Promise<number> {
  await expect.poll(() => supervised.status?.state).toBe("looking");
  return supervised.pid as number;
}

afterEach(async () => {
  await vision?.stop();
  vision = undefined;
});

test("a vision process that is well is ok, and so is its camera", async () => {
  const supervised = supervise("well");
  await looking(supervised);
  expect(supervised.visionHealth).toEqual({ state: "ok" });
  expect(supervised.cameraHealth).toEqual({ state: "ok" });
  expect(supervised.model).toMatchObject({ version: "1", precision: "int8", file: "fer.int8.onnx" });
  await expect.poll(() => observations.length).toBeGreaterThan(0);
});

test("after SIGKILL a new one looks again, and the switch stays as it was", async () => {
  const supervised = supervise("well");
  const first = await looking(supervised);
  kill(first, "SIGKILL");
  await expect.poll(() => healths).toContainEqual(expect.objectContaining({ reason: "vision-crashed" }));
  expect(await looking(supervised)).not.toBe(first);
  expect(supervised.visionHealth).toEqual({ state: "ok" });
  expect(supervised.restarts).toBe(1);
});

test("after SIGSTOP it is ended for its silence, and a new one looks again", async () => {
  const supervised = supervise("well");
  const first = await looking(supervised);
  kill(first, "SIGSTOP");
  await expect
    .poll(() => healths)
    .toContainEqual(expect.objectContaining({ state: "down", reason: "vision-silent" }));
  expect(await looking(supervised)).not.toBe(first);
});

test("one that keeps dying gets a minute's rest after the fifth time", async () => {
  const supervised = supervise("dying");
  await expect.poll(() => supervised.restarts).toBe(5);
  const health = supervised.visionHealth;
  expect(health).toMatchObject({ state: "down", reason: "vision-crashed" });
  expect("retryAt" in health && (health.retryAt ?? 0) - Date.now()).toBeGreaterThan(50_000);
});

test("a wrong model is said in vision's own words and not tried again and again", async () => {
  const supervised = supervise("faulty");
  await expect.poll(() => supervised.restarts).toBe(1);
  expect(supervised.visionHealth).toMatchObject({
    state: "down",
    reason: "model-invalid",
    detail: "The model is not the one that was shipped.",
  });
});

test("a stuck camera is the camera's fault, not vision's", async () => {
  const supervised = supervise("stuck");
  await expect.poll(() => supervised.restarts).toBeGreaterThan(0);
  expect(supervised.cameraHealth).toMatchObject({ state: "down", reason: "camera-stuck" });
  expect(supervised.visionHealth).not.toMatchObject({ reason: "vision-crashed" });
  // Vision is gone with its status, and the cure still goes by what sort of camera it was.
  expect(supervised.cameraKind).toBe("mjpeg");
});

test("a camera that stays away is logged once, however often it is tried", async () => {
  const supervised = supervise("absent");
  await expect.poll(() => cameras.length).toBeGreaterThan(3);
  expect(warnings).toEqual(["No camera."]);
  expect(supervised.cameraHealth).toMatchObject({ state: "down", reason: "camera-absent" });
});

test("a password in a camera's address is told to nobody", async () => {
  const supervised = supervise("stuck");
  await expect.poll(() => cameras.length).toBeGreaterThan(0);
  expect(JSON.stringify([cameras, supervised.cameraHealth])).not.toContain("pa55");
  expect(cameras[0]).toMatchObject({ source: "http://cam/video" });
});

test("switched on again, the camera is as a camera that starts, until it is heard of", async () => {
  const supervised = supervise("well");
  await looking(supervised);
  supervised.switchCamera(false, guest);
  await expect.poll(() => supervised.status).toEqual({ state: "closed" });
  supervised.switchCamera(true, guest);
  expect(supervised.cameraHealth).toEqual({ state: "starting" });
  await looking(supervised);
  supervised.switchCamera(true, guest);
  expect(supervised.cameraHealth).toEqual({ state: "ok" });
});

test("switched off, the camera is closed, and nothing that it still says is used", async () => {
  const supervised = supervise("well");
  await looking(supervised);
  supervised.switchCamera(false, guest);
  expect(supervised.cameraHealth).toEqual({ state: "off", by: guest });
  const before = observations.length;
  await expect.poll(() => supervised.status).toEqual({ state: "closed" });
  expect(observations.length).toBe(before);
});

test("switched off, a process that can't close the camera is ended, and that is no crash", async () => {
  const supervised = supervise("deaf");
  const first = await looking(supervised);
  supervised.switchCamera(false, guest);
  await expect.poll(() => supervised.restarts).toBe(1);
  expect(() => kill(first, 0)).toThrow("ESRCH");
  expect(supervised.cameraHealth).toEqual({ state: "off", by: guest });
  await expect.poll(() => supervised.visionHealth).toEqual({ state: "ok" });
  expect(healths.filter(({ state }) => state === "down")).toEqual([]);
  expect(supervised.status?.state).not.toBe("looking");
});

test("while the place is closed the device is closed, too, and nobody is read; it looks again when it opens", async () => {
  const supervised = supervise("well");
  await looking(supervised);
  supervised.rest(true, false);
  expect(supervised.cameraHealth).toEqual({ state: "off", by: { kind: "schedule" } });
  expect(supervised.isSwitchedOff).toBe(false);
  await expect.poll(() => supervised.status).toEqual({ state: "closed" });
  const before = observations.length;
  supervised.rest(false, false);
  await looking(supervised);
  await expect.poll(() => observations.length).toBeGreaterThan(before);
});

test("an admin may aim a camera that rests, and what it sees meanwhile counts for nothing", async () => {
  const supervised = supervise("well");
  supervised.rest(true, false);
  await expect.poll(() => supervised.stats).not.toBeNull();
  expect(supervised.status?.state).not.toBe("looking");
  supervised.rest(true, true);
  await looking(supervised);
  expect(supervised.cameraHealth).toEqual({ state: "ok" });
  // With all that it says comes what it sees.
  for (let said = 0; said < 2; said++) {
    const last = supervised.stats;
    await expect.poll(() => supervised.stats).not.toBe(last);
  }
  supervised.rest(true, false);
  await expect.poll(() => supervised.status).toEqual({ state: "closed" });
  expect(observations).toEqual([]);
});

test("whoever closes it while it rests finds it closed when the place opens", async () => {
  const supervised = supervise("well");
  await looking(supervised);
  supervised.rest(true, false);
  supervised.switchCamera(false, guest);
  supervised.rest(false, false);
  expect(supervised.cameraHealth).toEqual({ state: "off", by: guest });
  supervised.switchCamera(true, guest);
  await looking(supervised);
});

test.each([
  ["switched off", (supervised: VisionSupervisor) => supervised.switchCamera(false, guest)],
  ["while the place is closed", (supervised: VisionSupervisor) => supervised.rest(true, false)],
])("%s, it stays off when vision starts anew", async (_, shut) => {
  const supervised = supervise("well");
  const first = await looking(supervised);
  shut(supervised);
  kill(first, "SIGKILL");
  await expect.poll(() => supervised.restarts).toBe(1);
  await expect.poll(() => supervised.visionHealth).toEqual({ state: "ok" });
  await expect.poll(() => supervised.stats).not.toBeNull();
  expect(supervised.status?.state).not.toBe("looking");
});
