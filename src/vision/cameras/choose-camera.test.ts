import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { loadOpenCv } from "../opencv.ts";
import { countingMeter, makeFolder } from "../testing.ts";
import { chooseCamera } from "./choose-camera.ts";
import { V4l2Camera } from "./v4l2-camera.ts";

const opencv = loadOpenCv();
const meter = countingMeter();
let folder: Awaited<ReturnType<typeof makeFolder>>;
beforeEach(async () => {
  folder = await makeFolder();
});
afterEach(() => folder.remove());

const kindOf = async (source: string) => (await chooseCamera({ source, opencv, meter })).kind;

test.each([
  ["auto", "v4l2"],
  ["/dev/video0", "v4l2"],
  ["/dev/v4l/by-id/usb-046d_HD_Pro_Webcam-video-index0", "v4l2"],
  ["http://192.168.1.20/mjpeg", "mjpeg"],
  ["HTTPS://me:secret@camera.local/stream", "mjpeg"],
  ["/somewhere/room.observations.jsonl", "recording"],
  ["/nowhere/film.mp4", "file"],
])("%s is a camera of the kind %s", async (source, kind) => {
  expect(await kindOf(source)).toBe(kind);
});

test("a folder is pictures, a file in it is a film", async () => {
  await writeFile(join(folder.path, "film.mp4"), "");
  expect(await kindOf(folder.path)).toBe("images");
  expect(await kindOf(join(folder.path, "film.mp4"))).toBe("file");
});

test("without a single device, auto says that none is connected", async () => {
  const camera = new V4l2Camera({ source: "auto", opencv, meter, devices: folder.path });
  expect(await camera.open()).toMatchObject({
    failed: "camera-absent",
    detail: expect.stringContaining("Plug one in"),
  });
});

test("a Raspberry Pi's codecs and picture processors are no cameras", async () => {
  for (const [node, name] of [
    ["video10", "bcm2835-codec-decode"],
    ["video13", "bcm2835-isp-output0"],
    ["video19", "rpi-hevc-dec"],
  ] as const) {
    await writeFile(join(folder.path, node), "");
    await mkdir(join(folder.path, "names", node), { recursive: true });
    await writeFile(join(folder.path, "names", node, "name"), `${name}\n`);
  }
  const places = { devices: folder.path, names: join(folder.path, "names") };
  const camera = new V4l2Camera({ source: "auto", opencv, meter, ...places });
  expect(await camera.open()).toMatchObject({ failed: "camera-absent" });

  await writeFile(join(folder.path, "video0"), "");
  const withWebcam = new V4l2Camera({ source: "auto", opencv, meter, ...places });
  expect(await withWebcam.open()).toMatchObject({
    failed: "camera-unreadable",
    detail: expect.stringContaining("video0"),
  });
});

test("a device that is not there is absent, by its path", async () => {
  const camera = new V4l2Camera({ source: "/dev/v4l/by-id/usb-gone", opencv, meter });
  expect(await camera.open()).toMatchObject({
    failed: "camera-absent",
    detail: expect.stringContaining("usb-gone"),
  });
});

test("a device that is no camera is unreadable", async () => {
  const camera = new V4l2Camera({ source: "/dev/null", opencv, meter });
  expect(await camera.open()).toMatchObject({ failed: "camera-unreadable" });
});

test("something called video that gives no pictures is unreadable", async () => {
  await writeFile(join(folder.path, "video97"), "");
  const camera = new V4l2Camera({ source: join(folder.path, "video97"), opencv, meter });
  expect(await camera.open()).toMatchObject({
    failed: "camera-unreadable",
    detail: expect.stringContaining("does not open"),
  });
});
