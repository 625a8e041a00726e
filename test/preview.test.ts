import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Observation } from "../src/protocol/vision.ts";
import { loadOpenCv } from "../src/vision/opencv.ts";
import { photosFolder } from "../src/vision/testing.ts";
import { RunningDaemon } from "./running-daemon.ts";

// The one way to a picture through the whole appliance: daemon, vision, and a page that looks.

let runtime: string;
let daemon: RunningDaemon;

beforeEach(async () => {
  runtime = await mkdtemp(join(tmpdir(), "mien-run-"));
  daemon = await RunningDaemon.start(["--camera", photosFolder, "--output", "null"], {
    environment: { XDG_RUNTIME_DIR: runtime },
  });
});
afterEach(async () => {
  await daemon.stop();
  await rm(runtime, { recursive: true, force: true });
});

test("an admin sees what vision sees, the kiosk is told as long as they look, and nothing of it is left anywhere", async () => {
  await daemon.until("the camera looks", ({ camera }) => camera.looking);
  // Before it is asked: on a slow machine it may be over by the time that the answer was looked at.
  const told = daemon.until("the kiosk is told", ({ camera }) => camera.watched);
  const answer = await fetch(`${daemon.url}/api/camera/preview`, { headers: daemon.admin });
  expect([answer.status, answer.headers.get("cache-control")]).toEqual([200, "no-store"]);
  const form = await answer.formData();
  const seen = JSON.parse(String(form.get("seen"))) as Pick<Observation, "seq" | "detections">;
  expect(seen.seq).toBeGreaterThan(0);
  const picture = Buffer.from(await (form.get("picture") as File).arrayBuffer());
  const image = loadOpenCv().decodeImage(picture);
  expect(image?.cols).toBeLessThanOrEqual(640);
  image?.release();
  await told;
  await daemon.until("nobody looks any more", ({ camera }) => !camera.watched);

  const [folder = ""] = await readdir(runtime);
  expect((await stat(join(runtime, folder, "preview"))).mode & 0o777).toBe(0o600);
  expect(JSON.stringify(daemon.log)).not.toContain("api/camera/preview");
  const left = await picturesIn([runtime, daemon.dataFolder], picture);
  expect(left).toEqual([]);
  expect(await daemon.stop({ keepData: true })).toBe(0);
  expect(await readdir(join(runtime, folder)).catch(() => [])).not.toContain("preview");
});

test("while Mien is closed nobody is read; an admin may aim the camera, and nobody else has anything of it", async () => {
  await daemon.until("the camera looks", ({ camera }) => camera.looking);
  await daemon.set({ temporaryStop: { until: null } });
  await daemon.until("the camera rests", ({ camera, health }) => {
    return camera.resting && !camera.looking && health.camera.state === "off";
  });
  await daemon.until("nobody is in sight", ({ room }) => room.faces === 0);
  const examined = async () =>
    ((await (await fetch(`${daemon.url}/api/health`)).json()) as { vision: { framesExamined: number } })
      .vision.framesExamined;
  const before = await examined();
  const answer = await fetch(`${daemon.url}/api/camera/preview`, { headers: daemon.admin });
  expect(answer.status).toBe(200);
  await daemon.until("it rests again", ({ camera }) => !camera.looking && !camera.watched);
  // Vision did look, for the admin; the room has heard nothing of it.
  await expect.poll(examined).toBeGreaterThan(before);
  expect(daemon.state.room.faces).toBe(0);
  await daemon.set({ temporaryStop: null });
  await daemon.until("it looks again", ({ camera }) => camera.looking && !camera.resting);
});

/** Files that hold this picture, whole or its first part. */
async function picturesIn(folders: readonly string[], picture: Buffer): Promise<string[]> {
  const found: string[] = [];
  for (const folder of folders)
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      if ((await readFile(path)).includes(picture.subarray(0, 2_000))) found.push(path);
    }
  return found;
}
