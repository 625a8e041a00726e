import { expect, test } from "vitest";
import type { Health, HealthReason } from "../../protocol/health.ts";
import { someState } from "../testing-state.ts";
import { trialNotes } from "./trial-notes.ts";

const { camera, library, player, health } = someState();
const real = {
  ...{ health },
  camera: { ...camera, demo: false },
  library: { ...library, demo: false },
  player: { ...player, output: "auto" },
};
const of = (change: Partial<typeof real>) =>
  trialNotes({ ...real, ...change }).map(({ component }) => component);

test("what is meant to stay is no trial", () => {
  expect(of({})).toEqual([]);
});

test("a reel for a camera, an output that nobody hears and the demo pieces are each named, with the cure", () => {
  const all = trialNotes({
    ...real,
    camera: { ...real.camera, demo: true, wanted: "on" },
    library: { ...real.library, demo: true },
    player: { ...real.player, output: "null" },
  });
  expect(all.map(({ component }) => component)).toEqual(["camera", "player", "library"]);
  for (const { what, cure } of all)
    expect([what, cure]).toEqual([expect.any(String), expect.stringMatching(/\.$/)]);
});

test("a closed camera stands for nothing", () => {
  expect(of({ camera: { ...real.camera, demo: true, wanted: "off" } })).toEqual([]);
});

test("what the health tells as what it is, is told once: a missing sound card, and that there is no music yet", () => {
  const missing = (reason: HealthReason): Health => ({
    ...{ state: "degraded", reason, detail: "", since: 0, retryAt: null },
  });
  const silent = { ...real.player, output: "null" };
  expect(of({ player: silent, health: { ...health, player: missing("output-missing") } })).toEqual([]);
  const demo = { ...real.library, demo: true };
  expect(of({ library: demo, health: { ...health, library: missing("library-empty") } })).toEqual([]);
  expect(of({ library: demo, health: { ...health, library: missing("folder-missing") } })).toEqual([
    "library",
  ]);
});
