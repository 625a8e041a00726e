import { execFileSync, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { Detection, ExpressionProbs } from "../protocol/vision.ts";
import { readContract } from "./contract.ts";
import { ForkedVision, modelsFolder } from "./forked-vision.ts";
import { hashesOf, type ModelChoice, thisMachine } from "./model-choice.ts";
import { loadOpenCv } from "./opencv.ts";
import { makeFolder, photosFolder, writeVideo } from "./testing.ts";

const clip = join(import.meta.dirname, "../../../../shared/data/faces/sad-to-smiling.mp4");
let folder: Awaited<ReturnType<typeof makeFolder>>;
let vision: ForkedVision;
let films: Awaited<ReturnType<typeof makeFolder>>;
/** Three faces, swaying a little. */
let faces: string;

beforeAll(async () => {
  films = await makeFolder();
  faces = join(films.path, "faces.mp4");
  const photo = join(photosFolder, "sample3.jpg");
  const sway = "scale=680:-2,crop=640:440:20+20*sin(2*PI*t/3):20";
  const still = ["-v", "error", "-loop", "1", "-r", "12", "-t", "3", "-i", photo];
  execFileSync("ffmpeg", [...still, "-vf", sway, faces]);
});
afterAll(() => films.remove());

beforeEach(async () => {
  folder = await makeFolder();
});
afterEach(async () => {
  await vision.kill();
  await folder.remove();
});

const looking = () => vision.statuses.some(({ state }) => state === "looking");
const down = () => vision.statuses.flatMap((status) => (status.state === "down" ? [status] : []));
const modelInUse = () =>
  vision.reports.flatMap((report) => (report.type === "ready" ? [report.model] : []))[0];
const detections = (): readonly Detection[] => vision.observations.flatMap((seen) => seen.detections);
const readings = (): ExpressionProbs[] =>
  detections().flatMap(({ reading }) => ("probs" in reading ? [reading.probs] : []));

test("it says which model it has, and nothing of a camera until it is told to open one", async () => {
  vision = new ForkedVision();
  await vision.until("three signs of life", () => {
    const stats = vision.reports.filter(({ type }) => type === "stats");
    return stats.length >= 3 && vision.reports.some(({ type }) => type === "ready");
  });
  const { preferred, files, version } = await readContract(modelsFolder);
  expect(modelInUse()).toEqual({
    version,
    precision: preferred,
    file: files[preferred].path,
    because: "fer.json prefers it (the two files were not timed)",
    classes: ["angry", "disgust", "fear", "happy", "sad", "surprise", "neutral"],
  });
  expect(vision.statuses).toEqual([]);
});

test.each(["fp32", "int8"] as const)(
  "it runs %s where that was found to be faster, and says so",
  async (precision) => {
    const contract = await readContract(modelsFolder);
    const choice: ModelChoice = {
      precision,
      medianMs: { fp32: 1, int8: 1 },
      rounds: 30,
      sha256: hashesOf(contract),
      machine: thisMachine(),
    };
    await writeFile(join(folder.path, "choice.json"), JSON.stringify(choice));
    vision = new ForkedVision({ choice: join(folder.path, "choice.json") });
    await vision.until("it is ready", () => modelInUse() !== undefined);
    expect(modelInUse()).toMatchObject({ precision, file: contract.files[precision].path });
    expect(modelInUse()?.because).toContain("timed on this machine");
  },
);

test("faces in a film are found, followed and read, with counts and times", async () => {
  vision = new ForkedVision();
  vision.open({ source: faces });
  await vision.until("thirty observations", () => vision.observations.length >= 30);
  const seen = vision.observations;
  expect(seen.map(({ seq }) => seq)).toEqual(seen.map((_, at) => at + 1));
  const later = seen.slice(5);
  expect(later.filter(({ detections }) => detections.length >= 2).length).toBeGreaterThan(0.8 * later.length);
  // Three people, over more than two rounds of the film.
  expect(new Set(detections().map(({ trackId }) => trackId)).size).toBeLessThanOrEqual(6);
  expect(readings().length).toBeGreaterThan(20);
  for (const probs of readings()) expect(Object.values(probs).reduce((a, b) => a + b)).toBeCloseTo(1, 5);

  const figures = () => vision.reports.flatMap((report) => (report.type === "stats" ? [report.stats] : []));
  const told = figures().length;
  await vision.until("its newest figures", () => figures().length > told);
  const stats = figures().at(-1);
  expect(stats).toMatchObject({
    readMs: expect.any(Number),
    detectMs: expect.any(Number),
    classifyMs: expect.any(Number),
  });
  const { framesRead = 0, framesDropped = 0, framesExamined = 0 } = stats ?? {};
  expect(framesExamined).toBeGreaterThanOrEqual(30);
  // One may wait for its moment.
  expect([0, 1]).toContain(framesRead - framesDropped - framesExamined);
});

test("sensing smiles, nothing else leaves the process", async () => {
  vision = new ForkedVision();
  vision.open({ source: faces, sensing: "smile", minConfidence: 0 });
  await vision.until("ten readings", () => readings().length >= 10);
  for (const probs of readings()) expect(Object.keys(probs).sort()).toEqual(["notSmiling", "smiling"]);
});

test("a face that is not read surely enough is unread", async () => {
  vision = new ForkedVision();
  vision.open({ source: faces, minConfidence: 1 });
  await vision.until("twenty faces", () => detections().length >= 20);
  expect(readings()).toEqual([]);
  expect(detections().some(({ reading }) => "abstained" in reading && reading.abstained === "unsure")).toBe(
    true,
  );
});

test("switched off, it closes the camera and says nothing more of it", async () => {
  vision = new ForkedVision();
  vision.open({ source: faces });
  await vision.until("a look", () => vision.observations.length > 0);
  vision.send({ type: "close" });
  await vision.until("closed", () => vision.statuses.at(-1)?.state === "closed");
  const told = vision.observations.length;
  const signs = vision.reports.length + 2;
  await vision.until("signs of life", () => vision.reports.length >= signs);
  expect(vision.observations).toHaveLength(told);
});

test("told of another camera, it changes over without being opened again", async () => {
  writeVideo(loadOpenCv(), join(folder.path, "grey.avi"), 10);
  vision = new ForkedVision();
  vision.open({ source: faces });
  await vision.until("a look", looking);
  vision.open({ source: join(folder.path, "grey.avi") });
  await vision.until("the other camera", () =>
    vision.statuses.some((status) => status.state === "looking" && status.source.endsWith("grey.avi")),
  );
  expect(down()).toEqual([]);
});

test("a camera that is not there is told with the wait before the next try, and found when it comes", async () => {
  const path = join(folder.path, "late.avi");
  vision = new ForkedVision();
  vision.open({ source: path });
  await vision.until("its absence", () => down().length > 0);
  expect(down()[0]).toMatchObject({ reason: "camera-absent", retryInMs: 1_000, source: path });
  writeVideo(loadOpenCv(), path, 10);
  await vision.until("its coming", looking);
});

test("a film that vanishes ends the camera; it is looked for again", async () => {
  const path = join(folder.path, "short.avi");
  writeVideo(loadOpenCv(), path, 5);
  vision = new ForkedVision();
  vision.open({ source: path });
  await vision.until("a look", looking);
  await rm(path);
  await vision.until("two tries", () => down().length >= 2);
  expect(down().map(({ reason, retryInMs }) => [reason, retryInMs])).toEqual([
    ["camera-ended", 1_000],
    ["camera-ended", 2_000],
  ]);
});

test("a read that hangs is told as stuck, and then the process ends", async () => {
  const pipe = join(folder.path, "pipe");
  execFileSync("mkfifo", [pipe]);
  const endless = ["-v", "quiet", "-re", "-stream_loop", "-1", "-i", faces];
  const toPipe = ["-c:v", "mpeg2video", "-f", "mpegts", "-y", pipe];
  const writer = spawn("ffmpeg", [...endless, ...toPipe], { stdio: "ignore" });
  try {
    vision = new ForkedVision();
    vision.open({ source: pipe });
    await vision.until("a look", looking);
    writer.kill("SIGSTOP");
    await vision.until("the stuck read", () => down().length > 0);
    expect(down()[0]).toMatchObject({ reason: "camera-stuck" });
    // `process.exit` would wait for the hanging thread for ever.
    expect(await vision.ended).toEqual({ code: null, signal: "SIGKILL" });
  } finally {
    writer.kill("SIGKILL");
  }
});

test("when the daemon is gone, it ends at once, also in the middle of looking", async () => {
  vision = new ForkedVision();
  vision.open({ source: faces });
  await vision.until("a look", looking);
  vision.child.disconnect();
  expect(await vision.ended).toEqual({ code: null, signal: "SIGKILL" });
});

test("told to shut down, it ends with code 0", async () => {
  vision = new ForkedVision();
  vision.open({ source: faces });
  await vision.until("a look", looking);
  vision.send({ type: "shutdown" });
  expect(await vision.ended).toEqual({ code: 0, signal: null });
});

test("a model that is not the one of its contract is a fault that names it, and code 1", async () => {
  const models = join(folder.path, "models");
  await cp(join(import.meta.dirname, "../../../models"), models, {
    recursive: true,
    filter: (path) => !path.includes("training"),
  });
  await writeFile(join(models, "fer.int8.onnx"), "another model");
  await writeFile(join(models, "fer.fp32.onnx"), "another model");
  vision = new ForkedVision({ models });
  expect(await vision.ended).toEqual({ code: 1, signal: null });
  expect(vision.reports.at(-1)).toMatchObject({
    type: "fault",
    reason: "model-invalid",
    detail: expect.stringContaining(models),
  });
});

test.skipIf(!existsSync(clip))(
  "the clip of a face that cries and then smiles is read as that (skipped without ../shared)",
  async () => {
    vision = new ForkedVision();
    vision.open({ source: clip });
    await vision.until("the whole clip", () => {
      const [first] = vision.observations;
      const last = vision.observations.at(-1);
      return first !== undefined && last !== undefined && last.capturedAt - first.capturedAt > 18_500;
    });
    const startedAt = vision.observations[0]?.capturedAt ?? 0;
    const topBetween = (fromS: number, toS: number): string[] =>
      vision.observations
        .filter(
          ({ capturedAt }) => capturedAt - startedAt >= fromS * 1_000 && capturedAt - startedAt < toS * 1_000,
        )
        .flatMap(({ detections }) => detections)
        .flatMap(({ reading }) =>
          "probs" in reading
            ? Object.entries(reading.probs)
                .sort(([, a], [, b]) => b - a)
                .slice(0, 1)
            : [],
        )
        .map(([name]) => name);
    // From 2.5 s on she hides her face now and then, and is crying when it can be seen.
    const crying = topBetween(2.5, 7);
    const unpleasant = crying.filter((name) => ["sad", "fear", "angry"].includes(name));
    // A slow machine looks less often: at whatever it looks, this is what it reads.
    expect(crying.length).toBeGreaterThan(0);
    expect(unpleasant.length).toBeGreaterThan(0.7 * crying.length);
    const smiling = topBetween(11, 18);
    expect(smiling.length).toBeGreaterThan(5);
    expect(smiling.filter((name) => name === "happy").length).toBeGreaterThan(0.9 * smiling.length);
  },
);
