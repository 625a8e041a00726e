import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { loadOpenCv } from "../opencv.ts";
import { countingMeter, greyPicture, makeFolder, untold } from "../testing.ts";
import { AutoCamera } from "./auto-camera.ts";
import type { OpenDevice } from "./v4l2-camera.ts";

const opencv = loadOpenCv();
const { signal } = new AbortController();
let folder: Awaited<ReturnType<typeof makeFolder>>;
beforeEach(async () => {
  folder = await makeFolder();
});
afterEach(() => folder.remove());

/** What a device does once its path is found; without this it can't be opened at all. */
type Behaviour = "gives pictures" | "opens and gives none" | "hangs";
let released: number[];
let behaviours: Readonly<Record<number, Behaviour>>;
beforeEach(() => {
  released = [];
  behaviours = {};
});

/** The devices as OpenCV shows them; what the kernel and udev say of them lies in files, as on any machine. */
const devices = {
  openCapture(number: number): OpenDevice | null {
    const behaviour = behaviours[number];
    if (!behaviour) return null;
    return {
      width: 64,
      height: 48,
      frameMs: 40,
      keepFrames: () => undefined,
      read: async () => {
        if (behaviour === "hangs") await new Promise(() => undefined);
        return behaviour === "gives pictures" ? greyPicture(opencv, 100) : null;
      },
      release: () => released.push(number),
    };
  },
};

/** `capabilities` as udev notes them; undefined where it has noted nothing. */
async function plugIn(number: number, label: string, capabilities?: string): Promise<void> {
  const at = (...names: string[]) => join(folder.path, ...names);
  await writeFile(at(`video${number}`), "");
  await mkdir(at("kernel", `video${number}`), { recursive: true });
  await writeFile(at("kernel", `video${number}`, "name"), `${label}\n`);
  await writeFile(at("kernel", `video${number}`, "dev"), `81:${number}\n`);
  if (capabilities === undefined) return;
  await mkdir(at("udev"), { recursive: true });
  await writeFile(
    at("udev", `c81:${number}`),
    `I:123\nE:ID_V4L_VERSION=2\nE:ID_V4L_CAPABILITIES=${capabilities}\n`,
  );
}

function auto(): AutoCamera {
  const places = {
    devices: folder.path,
    kernel: join(folder.path, "kernel"),
    udev: join(folder.path, "udev"),
  };
  return new AutoCamera({ opencv: devices, meter: countingMeter(), places });
}

test("without a single device, none is connected", async () => {
  expect(await auto().open(signal, untold)).toMatchObject({
    failed: "camera-absent",
    detail: "No camera is connected. Plug one in.",
  });
});

test("a Raspberry Pi's codecs and picture processors are no cameras, and the webcam beside them is", async () => {
  await plugIn(10, "bcm2835-codec-decode");
  // It says that it gives pictures, and does so only to who has put some in.
  await plugIn(14, "bcm2835-isp-capture0", ":capture:");
  await plugIn(19, "rpi-hevc-dec");
  expect(await auto().open(signal, untold)).toMatchObject({
    failed: "camera-absent",
    detail: expect.stringContaining("The 3 video devices of this machine are no cameras"),
  });
  await plugIn(20, "HD Webcam", ":capture:");
  behaviours = { 20: "gives pictures" };
  const camera = auto();
  expect(await camera.open(signal, untold)).toEqual({ width: 64, height: 48 });
  expect(camera.name).toBe(join(folder.path, "video20"));
});

test("a node that can't capture, as a webcam's second one, is not even opened", async () => {
  await plugIn(0, "HD Webcam: metadata", ":");
  await plugIn(1, "HD Webcam", ":capture:");
  behaviours = { 0: "gives pictures", 1: "gives pictures" };
  const camera = auto();
  await camera.open(signal, untold);
  expect(camera.name).toBe(join(folder.path, "video1"));
});

test("a device that opens and gives no picture is let go, and the next one is tried, by number", async () => {
  await plugIn(10, "Webcam");
  await plugIn(2, "unicam");
  await plugIn(0, "TV tuner");
  behaviours = { 2: "opens and gives none", 10: "gives pictures" };
  const tried: string[] = [];
  const camera = auto();
  const opened = await camera.open(
    signal,
    async ({ name }) => void tried.push(name.slice(folder.path.length + 1)),
  );
  expect(opened).toEqual({ width: 64, height: 48 });
  expect(tried).toEqual(["video0", "video2", "video10"]);
  expect(released).toEqual([2]);
  camera.close();
  expect(released).toEqual([2, 10]);
});

test("where none gives a picture, each is named with why", async () => {
  await plugIn(0, "TV tuner");
  await plugIn(2, "unicam");
  behaviours = { 2: "opens and gives none" };
  const camera = auto();
  const failure = await camera.open(signal, untold);
  expect(failure).toMatchObject({ failed: "camera-unreadable" });
  const { detail } = failure as { detail: string };
  expect(detail).toMatch(
    /^No video device gives a picture\..*video0 \(TV tuner\) does not open.*video2 \(unicam\) is there but/,
  );
  // The demo reel stands in only where there is nothing at all.
  expect(camera.name).toBe("auto");
});

test("a driver that hangs is told by its path, and only the end of the process frees it", async () => {
  await plugIn(0, "Webcam");
  behaviours = { 0: "hangs" };
  expect(await auto().open(signal, untold)).toMatchObject({
    failed: "camera-stuck",
    detail: expect.stringContaining("video0"),
    hangs: true,
  });
  expect(released).toEqual([]);
});
