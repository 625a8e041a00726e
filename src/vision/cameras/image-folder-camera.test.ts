import { execFileSync } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { loadOpenCv } from "../opencv.ts";
import { brightnessOf, countingMeter, greyPicture, makeFolder, untold } from "../testing.ts";
import type { Camera } from "./camera.ts";
import { ImageFolderCamera } from "./image-folder-camera.ts";

const opencv = loadOpenCv();
const { signal } = new AbortController();
const EACH_MS = 60;
let folder: Awaited<ReturnType<typeof makeFolder>>;
let camera: Camera;

beforeEach(async () => {
  folder = await makeFolder();
  camera = new ImageFolderCamera({ path: folder.path, opencv, meter: countingMeter(), eachMs: EACH_MS });
});
afterEach(async () => {
  camera.close();
  await folder.remove();
});

async function put(name: string, brightness: number): Promise<void> {
  const picture = greyPicture(opencv, brightness);
  await writeFile(join(folder.path, name), opencv.raw.imencode(".png", picture));
  picture.release();
}

async function see(): Promise<number> {
  const sight = await camera.next(performance.now() + EACH_MS + 10, signal);
  if (!("frame" in sight)) throw new Error(JSON.stringify(sight));
  const brightness = brightnessOf(opencv, sight.frame.image);
  sight.frame.release();
  return brightness;
}

test("each picture is shown for its time, in the order of names, over and over", async () => {
  await put("b.png", 20);
  await put("a.png", 10);
  await put("c.png", 30);
  expect(await camera.open(signal, untold)).toEqual({ width: 64, height: 48 });
  expect([await see(), await see(), await see(), await see()]).toEqual([20, 30, 10, 20]);
});

test("within its time a picture stays, however often it is looked at", async () => {
  camera.close();
  camera = new ImageFolderCamera({ path: folder.path, opencv, meter: countingMeter(), eachMs: 60_000 });
  await put("a.png", 10);
  await put("b.png", 20);
  await camera.open(signal, untold);
  expect([await see(), await see()]).toEqual([10, 10]);
});

test("what is no picture is passed over", async () => {
  await put("a.png", 10);
  await writeFile(join(folder.path, "b.png"), "not a picture");
  await writeFile(join(folder.path, "bb.png"), "");
  await mkdir(join(folder.path, "bbb.png"));
  execFileSync("mkfifo", [join(folder.path, "bbbb.png")]);
  await writeFile(join(folder.path, "notes.txt"), "not even by its name");
  await put("c.png", 30);
  await camera.open(signal, untold);
  expect([await see(), await see()]).toEqual([30, 10]);
});

test("pictures that are added turn up in the next round", async () => {
  await put("a.png", 10);
  await camera.open(signal, untold);
  await put("b.png", 20);
  expect([await see(), await see(), await see()]).toEqual([10, 20, 10]);
});

test("a folder that is not there is absent", async () => {
  await rm(folder.path, { recursive: true });
  expect(await camera.open(signal, untold)).toMatchObject({ failed: "camera-absent" });
});

test("a folder without any picture is unreadable", async () => {
  await mkdir(join(folder.path, "deeper"));
  expect(await camera.open(signal, untold)).toMatchObject({ failed: "camera-unreadable" });
});

test("a folder that is emptied while it is shown has ended", async () => {
  await put("a.png", 10);
  await camera.open(signal, untold);
  await rm(join(folder.path, "a.png"));
  expect(await camera.next(performance.now() + EACH_MS + 10, signal)).toMatchObject({
    failed: "camera-ended",
  });
});
