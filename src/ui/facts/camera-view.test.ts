import { expect, test } from "vitest";
import type { Health } from "../../protocol/health.ts";
import { someState } from "../testing-state.ts";
import { cameraView } from "./camera-view.ts";

const { camera } = someState();
const ok: Health = { state: "ok" };
const down: Health = {
  state: "down",
  reason: "camera-unplugged",
  detail: "gone",
  since: 0,
  retryAt: null,
};
const well = { camera: ok, vision: ok };

test("says what the daemon says: looking, about to look, closed", () => {
  expect(cameraView(camera, well, true)).toBe("looking");
  expect(cameraView({ ...camera, looking: false }, well, true)).toBe("opening");
  expect(cameraView({ ...camera, wanted: "off", looking: false }, well, true)).toBe("closed");
});

test("where faces may not be read it says so, unless it still looks", () => {
  const off = { ...camera, wanted: "off", looking: false } as const;
  for (const stands of ["workplace", "school"] as const) {
    expect(cameraView(off, well, true, stands)).toBe("forbidden");
    expect(cameraView({ ...off, looking: true }, well, true, stands)).toBe("closing");
  }
  expect(cameraView(off, well, true, "venue")).toBe("closed");
});

test("a camera that should be closed but still looks is not called closed", () => {
  expect(cameraView({ ...camera, wanted: "off" }, well, true)).toBe("closing");
});

test("says of photographs that stand in for a camera that no camera looks", () => {
  const demo = { ...camera, demo: true };
  expect(cameraView(demo, well, true)).toBe("photographs");
  expect(cameraView({ ...demo, wanted: "off" }, well, true)).toBe("closed");
  expect(cameraView({ ...demo, looking: false }, well, true)).toBe("opening");
});

test("rests while the place is closed, unless an admin looks through it", () => {
  const resting = { ...camera, resting: true, looking: false };
  expect(cameraView(resting, well, true)).toBe("resting");
  expect(cameraView({ ...resting, looking: true }, well, true)).toBe("looking");
});

test("is down when the camera or the part that looks is down", () => {
  const blind = { ...camera, looking: false };
  expect(cameraView(blind, { camera: down, vision: ok }, true)).toBe("down");
  expect(cameraView(blind, { camera: ok, vision: down }, true)).toBe("down");
});

test("claims nothing while there is no connection", () => {
  expect(cameraView(camera, well, false)).toBe("unknown");
});
