import { afterEach, expect, test } from "vitest";
import type { CameraStatus } from "../protocol/vision.ts";
import { CameraWatch } from "./camera-watch.ts";
import type { Camera, CameraFailure, Sight } from "./cameras/camera.ts";

/** What a camera does, step by step: how it opens, then what each read gives; at last it waits to be closed. */
type Script = readonly (CameraFailure | "opens" | "sees")[];

const absent: CameraFailure = { failed: "camera-absent", detail: "not there" };
const unplugged: CameraFailure = { failed: "camera-unplugged", detail: "gone" };
const stuck: CameraFailure = { failed: "camera-stuck", detail: "hangs", hangs: true };
const nothing: Sight = { observation: { cameraId: "", seq: 0, capturedAt: 0, tookMs: 0, detections: [] } };

let watch: CameraWatch | undefined;
afterEach(() => watch?.close());

/** A watch over cameras that keep to their scripts, one after another; all waits are a few milliseconds. */
function follow(scripts: readonly Script[]) {
  const told: CameraStatus[] = [];
  const closed: number[] = [];
  let listener = (): void => undefined;
  let sights = 0;
  let hangs = 0;
  let cameras = 0;
  watch = new CameraWatch({
    choose: async () => {
      const number = cameras++;
      const steps = [...(scripts[number] ?? [absent])];
      const camera: Camera = {
        kind: "file",
        name: "film",
        open: async (_signal, tell) => {
          await tell({ name: "film", mayTakeMs: 5 });
          const step = steps.shift();
          return typeof step === "object" ? step : { width: 2, height: 1 };
        },
        next: async (_dueAt, signal) => {
          const step = steps.shift();
          if (step === "sees") return nothing;
          if (typeof step === "object") return step;
          await new Promise((aborted) => signal.addEventListener("abort", aborted));
          return nothing;
        },
        close: () => closed.push(number),
      };
      return camera;
    },
    onStatus: async (status) => {
      told.push(status);
      listener();
    },
    dueAt: () => 0,
    onOpened: () => undefined,
    onSight: async () => {
      sights++;
      listener();
    },
    onHang: () => {
      hangs++;
    },
    retryMs: [1, 2, 5],
  });
  const until = (condition: () => boolean): Promise<void> =>
    new Promise((done) => {
      listener = () => {
        if (condition()) done();
      };
      listener();
    });
  return {
    watch,
    told,
    closed,
    until,
    downs: () => told.flatMap((status) => (status.state === "down" ? [status] : [])),
    sights: () => sights,
    hangs: () => hangs,
  };
}

test("opening is told before it is tried, looking with the first sight", async () => {
  const { watch, told, until, sights } = follow([["opens", "sees"]]);
  watch.open("film");
  await until(() => sights() === 1);
  expect(told).toEqual([
    { state: "opening", source: "film", kind: "file", mayTakeMs: 0 },
    { state: "opening", source: "film", kind: "file", mayTakeMs: 5 },
    { state: "looking", source: "film", kind: "file", width: 2, height: 1 },
  ]);
});

test("what is absent is tried again, ever more slowly, and closed each time", async () => {
  const { watch, downs, until, closed } = follow([]);
  watch.open("film");
  await until(() => downs().length === 4);
  expect(downs().map(({ reason, retryInMs }) => [reason, retryInMs])).toEqual([
    ["camera-absent", 1],
    ["camera-absent", 2],
    ["camera-absent", 5],
    ["camera-absent", 5],
  ]);
  expect(closed).toEqual([0, 1, 2, 3]);
});

test.each([unplugged, { failed: "camera-unreadable", detail: "no picture" } as const])(
  "what was there and is gone was unplugged, also where its last word was $failed",
  async (last) => {
    const { watch, downs, until } = follow([["opens", "sees", last], [absent], [absent]]);
    watch.open("film");
    await until(() => downs().length === 3);
    expect(downs().map(({ reason }) => reason)).toEqual([
      last.failed,
      "camera-unplugged",
      "camera-unplugged",
    ]);
  },
);

test("after it was seen again, the waits begin anew", async () => {
  const { watch, downs, until } = follow([[absent], [absent], ["opens", "sees", unplugged], [absent]]);
  watch.open("film");
  await until(() => downs().length === 4);
  expect(downs().map(({ retryInMs }) => retryInMs)).toEqual([1, 2, 1, 2]);
});

test("closing ends the wait for a picture, and nothing is seen any more", async () => {
  const { watch, until, sights, closed } = follow([["opens", "sees"]]);
  watch.open("film");
  await until(() => sights() === 1);
  await watch.close();
  expect(closed).toEqual([0]);
  expect(sights()).toBe(1);
  expect(watch.source).toBeNull();
});

test("closing ends the wait for the next try", async () => {
  const { watch, downs, until, closed } = follow([]);
  watch.open("film");
  await until(() => downs().length === 3);
  await watch.close();
  const tries = closed.length;
  await new Promise((done) => setTimeout(done, 30));
  expect(closed).toHaveLength(tries);
});

test("a hanging read is told first and then ends it all; its camera is left alone", async () => {
  const { watch, downs, until, closed, hangs } = follow([["opens", "sees", stuck]]);
  watch.open("film");
  await until(() => downs().length >= 1);
  expect(downs()[0]).toMatchObject({ reason: "camera-stuck", retryInMs: 0 });
  await expect.poll(hangs).toBe(1);
  expect(closed).not.toContain(0);
});

test("opened twice is a bug", () => {
  const { watch } = follow([]);
  watch.open("film");
  expect(() => watch.open("film")).toThrow("close it first");
});
