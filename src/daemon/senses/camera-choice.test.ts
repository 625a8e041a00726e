import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { CameraStatus } from "../../protocol/vision.ts";
import { CameraChoice } from "./camera-choice.ts";

const reel = "/demo/reel.mkv";
const absent: CameraStatus = {
  state: "down",
  source: "auto",
  kind: "v4l2",
  reason: "camera-absent",
  detail: "No camera.",
  retryInMs: 1_000,
};

let devices: string[] = [];
let changes = 0;
let released = false;

function choose(wanted: string) {
  return new CameraChoice({
    wanted,
    demoReel: reel,
    onChange: () => changes++,
    listDevices: async () => devices,
    isThere: (file) => file === reel && !released,
  });
}

beforeEach(() => {
  vi.useFakeTimers();
  devices = [];
  changes = 0;
  released = false;
});
afterEach(() => vi.useRealTimers());

test("what is wanted is used until vision says that no camera is there", () => {
  expect(choose("auto").source).toBe("auto");
});

test("a machine without a camera gets the demo reel", async () => {
  const choice = choose("auto");
  await choice.hear(absent);
  expect(choice.source).toBe(reel);
  expect(choice.demo).toBe(true);
  expect(changes).toBe(1);
  choice.stop();
});

test("where a release has no reel, a camera goes on being looked for", async () => {
  released = true;
  const choice = choose("auto");
  await choice.hear(absent);
  expect([choice.source, choice.demo, changes]).toEqual(["auto", false, 0]);
});

test("a camera that the owner named is waited for, not replaced", async () => {
  const choice = choose("/dev/video3");
  await choice.hear({ ...absent, source: "/dev/video3" });
  expect(choice.source).toBe("/dev/video3");
});

test("a camera that was there and is unplugged is waited for, not replaced", async () => {
  const choice = choose("auto");
  await choice.hear({ ...absent, reason: "camera-unplugged" });
  expect(choice.source).toBe("auto");
});

test("a camera that is plugged in later takes over from the reel", async () => {
  devices = ["video10"];
  const choice = choose("auto");
  await choice.hear(absent);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(choice.source).toBe(reel);

  devices = ["video10", "video0"];
  await vi.advanceTimersByTimeAsync(5_000);
  expect(choice.source).toBe("auto");
});

test("another camera in the settings ends the demo", async () => {
  const choice = choose("auto");
  await choice.hear(absent);
  choice.want("http://cam.local/stream");
  expect(choice.source).toBe("http://cam.local/stream");
  expect(choice.demo).toBe(false);
});

test("an old word on the camera before does not make auto a demo", async () => {
  const choice = choose("/dev/video3");
  choice.want("auto");
  await choice.hear({ ...absent, source: "/dev/video3" });
  expect(choice.demo).toBe(false);
});

test("a choice made while devices are listed holds", async () => {
  const choice = choose("auto");
  const heard = choice.hear(absent);
  choice.want("/dev/video3");
  await heard;
  expect(choice.source).toBe("/dev/video3");
});

test("after a stop it looks for no device any more", async () => {
  const choice = choose("auto");
  const heard = choice.hear(absent);
  choice.stop();
  await heard;
  expect(vi.getTimerCount()).toBe(0);
});
