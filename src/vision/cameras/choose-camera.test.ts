import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { loadOpenCv } from "../opencv.ts";
import { countingMeter, makeFolder, untold } from "../testing.ts";
import { chooseCamera } from "./choose-camera.ts";

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
  ["rtsp://me:secret@camera.local/stream", "rtsp"],
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

test.each(["rtsps://me:secret@camera.local/1", "ftp://me:secret@host/film", "http://", "rtsp:///stream"])(
  "%s is no address that can be opened, and that is said without its password",
  async (source) => {
    const camera = await chooseCamera({ source, opencv, meter });
    const failure = await camera.open(new AbortController().signal, untold);
    expect(failure).toMatchObject({
      failed: "camera-unreadable",
      detail: expect.stringContaining("rtsp://HOST/"),
    });
    expect(JSON.stringify([camera.name, failure])).not.toContain("secret");
  },
);
