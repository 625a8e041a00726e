import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { loadOpenCv } from "../opencv.ts";
import { countingMeter, makeFolder, untold } from "../testing.ts";
import { V4l2Camera } from "./v4l2-camera.ts";

const opencv = loadOpenCv();
const { signal } = new AbortController();
let folder: Awaited<ReturnType<typeof makeFolder>>;
beforeEach(async () => {
  folder = await makeFolder();
});
afterEach(() => folder.remove());

const open = (source: string) =>
  new V4l2Camera({ source, opencv, meter: countingMeter() }).open(signal, untold);

test("a device that is not there is absent, by its path", async () => {
  expect(await open("/dev/v4l/by-id/usb-gone")).toMatchObject({
    failed: "camera-absent",
    detail: expect.stringContaining("usb-gone"),
  });
});

test("a device that is no camera is unreadable", async () => {
  expect(await open("/dev/null")).toMatchObject({ failed: "camera-unreadable" });
});

test("something called video that gives no pictures is unreadable", async () => {
  await writeFile(join(folder.path, "video97"), "");
  expect(await open(join(folder.path, "video97"))).toMatchObject({
    failed: "camera-unreadable",
    detail: expect.stringContaining("does not open"),
  });
});
