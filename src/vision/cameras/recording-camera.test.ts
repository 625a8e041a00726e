import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Observation } from "../../protocol/vision.ts";
import { makeFolder } from "../testing.ts";
import { RecordingCamera } from "./recording-camera.ts";

const { signal } = new AbortController();
let folder: Awaited<ReturnType<typeof makeFolder>>;
let path: string;

beforeEach(async () => {
  folder = await makeFolder();
  path = join(folder.path, "some.observations.jsonl");
});
afterEach(() => folder.remove());

const observation = (seq: number, capturedAt: number): Observation => ({
  cameraId: "then",
  seq,
  capturedAt,
  tookMs: 3,
  detections: [
    {
      trackId: 1,
      box: { x: 0.1, y: 0.1, width: 0.2, height: 0.3 },
      score: 12,
      quality: 0.9,
      reading: seq % 2 ? { probs: { sad: 0.8, happy: 0.2 } } : { abstained: "turned" },
    },
  ],
});
const detection = (part: object) => ({ ...observation(1, 0).detections[0], ...part });
const write = (lines: readonly unknown[]) =>
  writeFile(path, lines.map((line) => `${JSON.stringify(line)}\n`).join(""));

test("observations come back at their own pace, and again from the beginning", async () => {
  await write([observation(1, 5_000), observation(2, 5_100), observation(3, 5_150)]);
  const camera = new RecordingCamera({ path });
  expect(await camera.open()).toEqual({ width: 0, height: 0 });
  const since = performance.now();
  const seen = [];
  for (let count = 0; count < 4; count++) {
    const sight = await camera.next(0, signal);
    if (!("observation" in sight)) throw new Error("a recording gives observations");
    seen.push({ seq: sight.observation.seq, afterMs: performance.now() - since });
  }
  expect(seen.map(({ seq }) => seq)).toEqual([1, 2, 3, 1]);
  for (const [at, dueMs] of [0, 100, 150, 350].entries())
    expect(seen[at]?.afterMs).toBeGreaterThanOrEqual(dueMs);
});

test("a recording that is not there is absent", async () => {
  expect(await new RecordingCamera({ path }).open()).toMatchObject({ failed: "camera-absent" });
});

test.each([
  ["nothing", []],
  ["something else", [{ hello: "there" }]],
  ["a time that goes back", [observation(1, 5_000), observation(2, 4_000)]],
  ["the same time twice", [observation(1, 5_000), observation(2, 5_000)]],
  ["a time in thousands of years", [observation(1, 5_000), observation(2, 1e17)]],
  ["a reading of nothing", [{ ...observation(1, 0), detections: [detection({ reading: { probs: {} } })] }]],
  [
    "a box of less than nothing",
    [{ ...observation(1, 0), detections: [detection({ box: { x: 0, y: 0, width: -1, height: 1 } })] }],
  ],
  [
    "a probability above 1",
    [{ ...observation(1, 0), detections: [detection({ reading: { probs: { sad: 2 } } })] }],
  ],
])("a recording that holds %s is unreadable", async (_, lines) => {
  await write(lines);
  expect(await new RecordingCamera({ path }).open()).toMatchObject({ failed: "camera-unreadable" });
});

test("the line that is wrong is named", async () => {
  await writeFile(path, `${JSON.stringify(observation(1, 0))}\n{"cut`);
  expect(await new RecordingCamera({ path }).open()).toMatchObject({
    detail: expect.stringContaining("line 2"),
  });
});
