import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Cascade } from "./cascade.ts";
import { ExpressionModel } from "./expression-model.ts";
import { FaceReader } from "./face-reader.ts";
import { modelsFolder } from "./forked-vision.ts";
import { loadOpenCv, type Mat, StartFault } from "./opencv.ts";
import { makeFolder, photosFolder } from "./testing.ts";
import type { Track } from "./tracker.ts";
import { usualConfig } from "./usual-config.ts";

const opencv = loadOpenCv();
const cascade = new Cascade({ opencv, name: "haarcascade_frontalface_alt2" });
const rules = { ...usualConfig, minConfidence: 0 };
let reader: FaceReader;
let photo: Mat;
let faces: Track[];

beforeAll(async () => {
  reader = new FaceReader({ opencv, model: await ExpressionModel.load(modelsFolder) });
  const decoded = opencv.decodeImage(await readFile(join(photosFolder, "sample3.jpg")));
  if (!decoded) throw new Error("the photo can't be decoded");
  photo = decoded.resize(675, 960, 0, 0, opencv.raw.INTER_AREA);
  decoded.release();
  const grey = opencv.grey(photo);
  faces = cascade
    .detect(grey, { scaleFactor: 1.1, minNeighbors: 6, minSize: 90, maxSize: 200 })
    .map(({ rect, score }, at) => ({
      trackId: at + 1,
      score,
      hits: 2,
      missed: 0,
      box: {
        x: rect.x / photo.cols,
        y: rect.y / photo.rows,
        width: rect.width / photo.cols,
        height: rect.height / photo.rows,
      },
    }));
  grey.release();
});
afterAll(() => photo.release());

const readOne = (image: Mat, face: Track) => reader.read(image, face, rules);

/** The photo with a blur of this share of a face's width. */
function blurred(share: number): Mat {
  const widthPx = (faces[0]?.box.width ?? 0) * photo.cols;
  return photo.gaussianBlur(new opencv.raw.Size(0, 0), share * widthPx);
}

test("sharp faces of a photo are read, at good quality", async () => {
  expect(faces.length).toBe(3);
  for (const face of faces) {
    const { reading, quality } = await readOne(photo, face);
    expect(reading).toHaveProperty("probs");
    expect(quality).toBeGreaterThan(0.8);
  }
});

test("the same faces blurred by 2 % of their width are read with less quality, by 8 % not at all", async () => {
  const soft = blurred(0.02);
  const lost = blurred(0.08);
  for (const face of faces) {
    const sharpQuality = (await readOne(photo, face)).quality;
    const softly = await readOne(soft, face);
    expect(softly.reading).toHaveProperty("probs");
    expect(softly.quality).toBeLessThan(sharpQuality);
    expect((await readOne(lost, face)).reading).toEqual({ abstained: "blurred" });
  }
  soft.release();
  lost.release();
});

test("a face that was not found in this look is kept, but not read", async () => {
  const [face] = faces;
  if (!face) throw new Error("no face");
  expect(await readOne(photo, { ...face, missed: 1 })).toEqual({
    trackId: face.trackId,
    box: face.box,
    score: 0,
    quality: 0,
    reading: { abstained: "turned" },
  });
});

test("a face of a few pixels is too small", async () => {
  const [face] = faces;
  if (!face) throw new Error("no face");
  const tiny = photo.resize(68, 96, 0, 0, opencv.raw.INTER_AREA);
  expect((await readOne(tiny, face)).reading).toEqual({ abstained: "too-small" });
  tiny.release();
});

test("the smiling woman is read as happy", async () => {
  const rightmost = faces.reduce((a, b) => (a.box.x > b.box.x ? a : b));
  const { reading } = await readOne(photo, rightmost);
  if (!("probs" in reading)) throw new Error("not read");
  expect(reading.probs.happy).toBeGreaterThan(0.6);
});

test("a cascade that is not there is a fault that names its file", () => {
  const load = () => new Cascade({ opencv, name: "haarcascade_frontalface_default", folder: "/nowhere" });
  expect(load).toThrow(StartFault);
  expect(load).toThrow("/nowhere/haarcascade_frontalface_default.xml");
});

test.each([
  ["cut short", "<?xml version='1.0'?><opencv_storage>"],
  ["of something else", "<?xml version='1.0'?><opencv_storage><hello>1</hello></opencv_storage>"],
])("a cascade file %s is a fault at the start, not at the first face", async (_, text) => {
  const folder = await makeFolder();
  await writeFile(join(folder.path, "haarcascade_frontalface_default.xml"), text);
  const load = () => new Cascade({ opencv, name: "haarcascade_frontalface_default", folder: folder.path });
  expect(load).toThrow(StartFault);
  expect(load).toThrow("damaged");
  await folder.remove();
});
