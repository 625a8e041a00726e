import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { loadOpenCv } from "../opencv.ts";
import { brightnessOf, countingMeter, makeFolder, untold, writeVideo } from "../testing.ts";
import type { Camera } from "./camera.ts";
import { VideoFileCamera } from "./video-file-camera.ts";

const opencv = loadOpenCv();
const { signal } = new AbortController();
let folder: Awaited<ReturnType<typeof makeFolder>>;
let meter: ReturnType<typeof countingMeter>;
let camera: Camera | undefined;

beforeEach(async () => {
  folder = await makeFolder();
  meter = countingMeter();
});
afterEach(async () => {
  camera?.close();
  await folder.remove();
});

const open = (name: string) => {
  camera = new VideoFileCamera({ path: join(folder.path, name), opencv, meter });
  return { camera, opened: camera.open(signal, untold) };
};

/** The brightness of the next frame, and when it was there. */
async function see(from: Camera, dueAt: number): Promise<{ brightness: number; at: number }> {
  const sight = await from.next(dueAt, signal);
  if (!("frame" in sight)) throw new Error(JSON.stringify(sight));
  const { image, at } = sight.frame;
  const brightness = brightnessOf(opencv, image);
  sight.frame.release();
  return { brightness, at };
}

test("frames come at the pace of their timestamps", async () => {
  writeVideo(opencv, join(folder.path, "film.avi"), 10);
  const { camera, opened } = open("film.avi");
  expect(await opened).toEqual({ width: 64, height: 48 });
  const first = await see(camera, 0);
  const second = await see(camera, 0);
  expect(second.at - first.at).toBeGreaterThan(90);
  expect(second.brightness).toBeGreaterThan(first.brightness);
});

test("whoever looks less often sees the newest frame, and the others are counted as dropped", async () => {
  writeVideo(opencv, join(folder.path, "film.avi"), 22);
  const { camera, opened } = open("film.avi");
  await opened;
  const first = await see(camera, 0);
  const later = await see(camera, first.at + 500);
  // The fifth frame after the first, 10 brighter each.
  expect(later.brightness - first.brightness).toBeGreaterThanOrEqual(48);
  expect(later.at - first.at).toBeGreaterThan(490);
  expect(meter.drops).toBeGreaterThanOrEqual(4);
  expect(meter.reads).toBe(meter.drops + 2);
});

test("at its end it begins again, without losing its pace", async () => {
  writeVideo(opencv, join(folder.path, "film.avi"), 4);
  const { camera, opened } = open("film.avi");
  await opened;
  const seen: Awaited<ReturnType<typeof see>>[] = [];
  for (let count = 0; count < 6; count++) seen.push(await see(camera, 0));
  // Frames only get brighter until the film begins again.
  expect(seen.some(({ brightness }, at) => brightness < (seen[at - 1]?.brightness ?? 0))).toBe(true);
  expect((seen[5]?.at ?? 0) - (seen[0]?.at ?? 0)).toBeGreaterThan(480);
});

test("a file that is not there is absent, by its name", async () => {
  const outcome = await open("none.mp4").opened;
  expect(outcome).toMatchObject({ failed: "camera-absent", detail: expect.stringContaining("none.mp4") });
});

test("a file that is no video is unreadable", async () => {
  await writeFile(join(folder.path, "letter.mp4"), "Dear camera, ".repeat(1_000));
  expect(await open("letter.mp4").opened).toMatchObject({ failed: "camera-unreadable" });
});

test("a file that is taken away while it plays has ended when its last frame was shown", async () => {
  writeVideo(opencv, join(folder.path, "film.avi"), 3);
  const { camera, opened } = open("film.avi");
  await opened;
  await rm(join(folder.path, "film.avi"));
  let last = await camera.next(0, signal);
  for (let count = 0; count < 3 && "frame" in last; count++) {
    last.frame.release();
    last = await camera.next(0, signal);
  }
  expect(last).toMatchObject({ failed: "camera-ended" });
});

test("an abort ends the wait for the next frame", async () => {
  writeVideo(opencv, join(folder.path, "film.avi"), 100);
  const { camera, opened } = open("film.avi");
  await opened;
  const abort = new AbortController();
  const first = await see(camera, 0);
  // Longer than a test may take.
  const pending = camera.next(first.at + 3_600_000, abort.signal);
  abort.abort();
  const sight = await pending;
  if ("frame" in sight) sight.frame.release();
});
