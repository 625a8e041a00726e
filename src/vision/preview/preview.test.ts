import { copyFile, readdir, stat } from "node:fs/promises";
import { connect, type Socket } from "node:net";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Shot, unpackShot } from "../../protocol/preview.ts";
import type { Box } from "../../protocol/vision.ts";
import { ForkedVision } from "../forked-vision.ts";
import { loadOpenCv } from "../opencv.ts";
import { makeFolder, photosFolder } from "../testing.ts";
import { usualConfig } from "../usual-config.ts";

const opencv = loadOpenCv();
let photos: Awaited<ReturnType<typeof makeFolder>>;
let run: Awaited<ReturnType<typeof makeFolder>>;
let vision: ForkedVision;
let viewer: Viewer | null;

/** The other end of vision's socket: every shot that came. */
class Viewer {
  readonly shots: Shot[] = [];
  readonly socket: Socket;
  #bytes = Buffer.alloc(0);

  constructor(path: string) {
    this.socket = connect(path);
    this.socket.on("data", (bytes: Buffer) => {
      this.#bytes = Buffer.concat([this.#bytes, bytes]);
      for (let next = unpackShot(this.#bytes); next; next = unpackShot(this.#bytes)) {
        this.#bytes = Buffer.from(next.rest);
        this.shots.push(next.shot);
      }
    });
  }

  async next(): Promise<Shot> {
    const had = this.shots.length;
    this.socket.write("?");
    await expect.poll(() => this.shots.length).toBe(had + 1);
    return this.shots[had] as Shot;
  }
}

beforeEach(async () => {
  photos = await makeFolder();
  run = await makeFolder();
  // Three faces, again and again.
  await copyFile(join(photosFolder, "sample3.jpg"), join(photos.path, "faces.jpg"));
  vision = new ForkedVision({
    preview: join(run.path, "preview"),
    environment: { XDG_RUNTIME_DIR: run.path, TMPDIR: run.path },
  });
  vision.open({ source: photos.path });
  await vision.until("it sees faces", () => lastFaces().length >= 2);
  viewer = null;
});
afterEach(async () => {
  viewer?.socket.destroy();
  await vision.kill();
  await photos.remove();
  await run.remove();
});

const lastFaces = (): readonly Box[] => vision.observations.at(-1)?.detections.map(({ box }) => box) ?? [];
const enter = (): Viewer => {
  viewer = new Viewer(join(run.path, "preview"));
  return viewer;
};

test("a picture comes for each that is asked for, small, with the faces that were read in it, and no file", async () => {
  const { seen, picture } = await enter().next();
  expect(seen.detections.length).toBeGreaterThan(0);
  const observed = vision.observations.find(({ seq }) => seq === seen.seq);
  expect(seen.detections).toEqual(observed?.detections);
  const image = opencv.decodeImage(picture);
  expect(image?.cols).toBe(640);
  expect(image && seen.width / seen.height).toBeCloseTo(image ? image.cols / image.rows : 0, 2);
  image?.release();
  // More looks come and nobody asks.
  const looks = vision.observations.length;
  await vision.until("it has looked on", () => vision.observations.length >= looks + 3);
  expect(viewer?.shots.length).toBe(1);
  expect(await readdir(run.path)).toEqual(["preview"]);
  expect((await stat(join(run.path, "preview"))).mode & 0o777).toBe(0o600);
});

test("a second viewer takes the first one's place", async () => {
  const first = enter();
  await first.next();
  const gone = new Promise((resolve) => first.socket.once("close", resolve));
  await enter().next();
  await gone;
});

test("nobody is found in a zone, and the preview shows it black", async () => {
  const [face] = lastFaces();
  if (!face) throw new Error("there is no face to cover");
  const zone = { x: face.x, y: face.y, width: face.width, height: face.height };
  const before = vision.observations.length;
  const others = lastFaces().length - 1;
  vision.send({ type: "configure", config: { ...usualConfig, source: photos.path, blackout: [zone] } });
  await vision.until(
    "the others are seen alone",
    () => vision.observations.length > before + 2 && lastFaces().length === others,
  );
  const settled = vision.observations.length;
  const { picture } = await enter().next();
  await vision.until("it has looked on", () => vision.observations.length >= settled + 10);
  const within = vision.observations
    .slice(settled)
    .flatMap(({ detections }) => detections)
    .filter(({ box }) => covers(zone, box));
  expect(within).toEqual([]);
  const image = opencv.decodeImage(picture);
  if (!image) throw new Error("the preview is no picture");
  expect(brightness(image, zone)).toBeLessThan(3);
  image.release();
});

test("without a preview vision opens no socket", async () => {
  const folder = await makeFolder();
  const blind = new ForkedVision({ environment: { XDG_RUNTIME_DIR: folder.path, TMPDIR: folder.path } });
  await blind.until("it is ready", () => blind.reports.some(({ type }) => type === "ready"));
  expect(await readdir(folder.path)).toEqual([]);
  await blind.kill();
  await folder.remove();
});

function covers(zone: Box, box: Box): boolean {
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  return x > zone.x && x < zone.x + zone.width && y > zone.y && y < zone.y + zone.height;
}

/** In the middle of a zone. */
function brightness(image: NonNullable<ReturnType<typeof opencv.decodeImage>>, zone: Box): number {
  const rect = {
    x: Math.round((zone.x + zone.width / 2) * image.cols),
    y: Math.round((zone.y + zone.height / 2) * image.rows),
    ...{ width: 1, height: 1 },
  };
  const view = opencv.region(image, rect);
  const grey = opencv.grey(view);
  view.release();
  const [value = Number.NaN] = grey.getData();
  grey.release();
  return value;
}
