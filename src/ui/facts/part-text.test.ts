import { expect, test } from "vitest";
import { someState } from "../testing-state.ts";
import { lampOf, partText } from "./part-text.ts";

const state = someState();
const camera = { ...state.camera, demo: false };
const off = (kind: "system" | "schedule") =>
  ({ ...state.health, camera: { state: "off", by: { kind } } }) as const;

test("a camera that looks is well, and photographs in its place are called so", () => {
  expect(partText("camera", { ...state, camera }, null)).toBe("well");
  expect(partText("camera", { ...state, camera: { ...camera, demo: true } }, null)).toBe("demo photographs");
});

test("closed hours are no switch that somebody touched", () => {
  const resting = { ...state, camera: { ...camera, resting: true, looking: false }, health: off("schedule") };
  expect(partText("camera", resting, null)).toBe("rests while Mien is closed");
});

test("a camera that waits for a word says for which, and one that the law keeps closed does not wait", () => {
  const held = {
    ...state,
    camera: { ...camera, wanted: "off", looking: false } as const,
    health: off("system"),
  };
  expect(partText("camera", { ...held, stands: null }, null)).toBe("waits to be told where it is");
  expect(partText("camera", { ...held, stands: "workplace" }, null)).toBe("switched off");
});

test("sound that nobody hears is not called well", () => {
  const player = { ...state.player, output: "null" };
  expect(partText("player", { ...state, player }, null)).toBe("without a speaker");
});

test("what stands in is called so, and its lamp is neither that of a fault nor that of what is well", () => {
  const real = { ...state, camera, player: { ...state.player, output: "auto" } };
  expect(lampOf("library", real, null)).toBe("ok");
  const demo = { ...real, library: { ...state.library, demo: true } };
  expect([partText("library", demo, null), lampOf("library", demo, null)]).toEqual(["demo music", "trial"]);
  expect(lampOf("player", { ...real, player: { ...real.player, output: "null" } }, null)).toBe("trial");
  expect(lampOf("camera", { ...real, camera: { ...camera, demo: true } }, null)).toBe("trial");
  const off = { ...real, health: { ...state.health, library: { state: "starting" } as const } };
  expect(lampOf("library", { ...off, library: demo.library }, null)).toBe("starting");
});

test("nothing is called well that is not there: no sensor, no backup, no door by HTTPS", () => {
  const none = { celsius: null, newestBackupAt: null };
  expect(partText("temperature", state, none)).toBe("no sensor for it here");
  expect(partText("backup", state, none)).toBe("none made yet");
  expect(partText("https", { ...state, https: null }, none)).toBe("not open to the network");
  expect([lampOf("temperature", state, none), lampOf("temperature", state, null)]).toEqual(["none", "ok"]);
  const https = { host: "mien.local", port: 7374, fingerprint: "AA" };
  expect(partText("https", { ...state, https }, none)).toBe("open");
  const known = { celsius: 50, newestBackupAt: 1 };
  expect([partText("temperature", state, known), partText("backup", state, known)]).toEqual(["well", "well"]);
  expect(lampOf("temperature", state, known)).toBe("ok");
});
