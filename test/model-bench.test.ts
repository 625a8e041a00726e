import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import sharp, { type Sharp } from "sharp";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type ModelFigures, run } from "../bench/model.ts";
import type { AbstentionReport } from "../bench/model-sides/abstention.ts";
import { classOfFolder } from "../bench/model-sides/class-names.ts";
import { curveOf } from "../bench/model-sides/curve.ts";
import { type Reading, score } from "../bench/model-sides/score.ts";
import { photosFolder } from "../src/vision/testing.ts";

const root = resolve(import.meta.dirname, "../..");
const data = join(root, "../shared/data/fer2013");
const seven = ["angry", "disgust", "fear", "happy", "sad", "surprise", "neutral"];

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mien-model-bench-"));
});
afterEach(() => rm(folder, { recursive: true }));

/** A smiling woman with some room around her face. */
const smiling = (): Sharp =>
  sharp(join(photosFolder, "sample3.jpg")).extract({ left: 1380, top: 160, width: 500, height: 560 });
/** Her face alone, framed as FER-2013's are. */
const herFace = (): Sharp =>
  sharp(join(photosFolder, "sample3.jpg")).extract({ left: 1490, top: 270, width: 220, height: 270 });

async function put(path: string, picture: Sharp | string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), typeof picture === "string" ? picture : await picture.toBuffer());
}

const read = async (...more: string[]): Promise<readonly ModelFigures[]> => run(["--faces", folder, ...more]);

describe("a folder of somebody's pictures", () => {
  test("of every kind and size, in folders of other names, nested: each face is found and read", async () => {
    await put("train/Happiness/large.JPG", smiling().resize(1500).jpeg());
    await put("train/Happiness/small.png", smiling().resize(140).png());
    await put("test/1_happy/grey.jpeg", smiling().greyscale().jpeg());
    await put("test/1_happy/sixteen-bit.png", smiling().toColourspace("grey16").png());
    await put("test/1_happy/through.webp", smiling().webp());
    await put("test/1_happy/old.tif", smiling().tiff());
    await put("test/1_happy/deeper/see-through.png", smiling().ensureAlpha().png());
    // Stored lying on its side, as phones do.
    await put("test/1_happy/turned.jpg", smiling().rotate(-90).withMetadata({ orientation: 6 }).jpeg());
    const figures = await read();
    expect(figures.map(({ model }) => model.precision)).toEqual(["fp32", "int8"]);
    for (const one of figures)
      expect(one).toMatchObject({
        images: 8,
        facesFound: 8,
        accuracy: 1,
        recall: { happy: 1 },
        unreadable: [],
      });
  });

  test("what the model has no class for is left out and named, what can't be read is counted and named", async () => {
    await put("happy/good.jpg", smiling().jpeg());
    await put("happy/broken.jpg", "no picture at all");
    await put("happy/notes.txt", "not counted");
    await put("happy/.hidden.jpg", "not counted");
    await put(
      "happy/nobody.png",
      sharp({ create: { width: 300, height: 300, channels: 3, background: "grey" } }).png(),
    );
    await put("Contempt/one.jpg", smiling().jpeg());
    await put("Contempt/two.jpg", smiling().jpeg());
    const [figures] = await read();
    expect(figures).toMatchObject({
      images: 3,
      facesFound: 1,
      accuracy: 1,
      leftOut: { Contempt: 2 },
      unreadable: ["happy/broken.jpg"],
    });
  });

  test("a picture that is hardly more than a face is found by its border, and that is told", async () => {
    await put(
      "happy/tight.jpg",
      sharp(join(photosFolder, "sample3.jpg"))
        .extract({ left: 1510, top: 310, width: 180, height: 220 })
        .jpeg(),
    );
    const [figures] = await read();
    expect(figures).toMatchObject({ facesFound: 1, foundWithBorder: 1, accuracy: 1 });
  });

  test("--cropped takes each picture as a face, also one of 48 pixels", async () => {
    await put("happy/tiny.png", herFace().resize(48, 48, { fit: "fill" }).greyscale().png());
    await put("happy/large.png", herFace().resize(224, 224, { fit: "fill" }).png());
    await put("happy/tall.png", herFace().png());
    const [figures] = await read("--cropped");
    expect(figures).toMatchObject({ images: 3, facesFound: 3, foundWithBorder: 0, accuracy: 1 });
  });

  test("without a folder of any class it says what there is instead", async () => {
    await put("cheerful/one.jpg", smiling().jpeg());
    await expect(read()).rejects.toThrow(/no picture in a folder that is called like .*happy.*cheerful/);
    await expect(run(["--faces", join(folder, "gone")])).rejects.toThrow(/gone is no folder/);
  });
});

test.skipIf(!existsSync(data))(
  "FER-2013's PublicTest gives a figure of every name, for both files (skipped without ../shared/data)",
  async () => {
    const figures = await run(["--sample", "700"]);
    expect(figures.map(({ model }) => model.precision)).toEqual(["fp32", "int8"]);
    for (const one of figures) {
      expect(one).toMatchObject({
        set: "FER-2013 PublicTest",
        images: 700,
        facesFound: 700,
        model: { file: expect.stringMatching(/\.onnx$/), bytes: expect.any(Number) },
        p50Ms: expect.any(Number),
        p99Ms: expect.any(Number),
      });
      expect(Object.keys(one.recall)).toEqual(seven);
      expect(one.confusion.flat().reduce((a, b) => a + b)).toBe(700);
      // People reach about 65 %; a crop, a class order or a normalisation gone wrong falls far below.
      expect(one.accuracy).toBeGreaterThan(0.6);
      expect(one.accuracyOfRead).toBeGreaterThan(one.accuracy ?? 1);
      expect(one.ece).toBeLessThan(0.15);
    }
  },
  300_000,
);

test.skipIf(!existsSync(data))(
  "the report on abstaining accounts for every harmed face: not found, abstained or read (skipped without ../shared/data)",
  async () => {
    const path = join(folder, "abstention.json");
    await run(["--sample", "27", "--report", path]);
    const { curve, faces, harmed } = JSON.parse(await readFile(path, "utf8")) as AbstentionReport;
    expect({ faces, harmed: harmed.faces }).toEqual({ faces: 27, harmed: 3 });
    expect(curve[0]).toMatchObject({ threshold: 0, read: 1 });
    expect(curve.map(({ read }) => read)).toEqual(curve.map(({ read }) => read).toSorted((a, b) => b - a));
    for (const { notFound, abstained, read } of harmed.steps)
      expect(notFound + read + Object.values(abstained).reduce((a, b) => a + b)).toBeCloseTo(1, 2);
    expect(harmed.rules.all.read).toBeLessThan(harmed.rules["at any price"].read);
  },
  300_000,
);

describe("the names of folders", () => {
  test.each([
    ["angry", "Anger", "ANGRY", "0_angry", "angry faces", "mad"],
    ["disgust", "Disgusted", "01-disgust"],
    ["fear", "fearful", "Scared", "afraid"],
    ["happy", "happiness", "Joy", "Happy_Images", "smiling"],
    ["sad", "Sadness", "5 sad"],
    ["surprise", "surprised", "Surprise"],
    ["neutral", "Neutral2"],
  ])("%s is also called %s and so on", (name, ...others) => {
    for (const other of others) expect(classOfFolder(other, seven), other).toBe(seven.indexOf(name));
  });

  test.each(["contempt", "3", "happily surprised", "train", "faces", ""])("%j is none of them", (name) => {
    expect(classOfFolder(name, seven)).toBeNull();
  });

  test("a model with other words for its classes is served too", () => {
    expect(classOfFolder("happy", ["happiness", "other"])).toBe(0);
    expect(classOfFolder("Other", ["happiness", "other"])).toBe(1);
  });
});

describe("the figures by hand", () => {
  const reading = (label: number, probs: readonly number[], isRead = true): Reading => ({
    label,
    probs,
    read: isRead,
  });
  const four = [
    reading(0, [0.9, 0.1, 0]),
    reading(0, [0.2, 0.8, 0]),
    reading(0, [0.7, 0.3, 0]),
    reading(1, [0.4, 0.6, 0], false),
  ];

  test("accuracy, recall of the classes that occur, confusion and what is left unread", () => {
    expect(score(four, ["a", "b", "c"])).toEqual({
      accuracy: 0.75,
      balancedAccuracy: 0.8334,
      recall: { a: 0.6667, b: 1 },
      confusion: [
        [2, 1, 0],
        [0, 1, 0],
        [0, 0, 0],
      ],
      // Each stands alone in its bin: (0.1 + 0.8 + 0.3 + 0.4) / 4.
      ece: 0.4,
      abstained: 0.25,
      accuracyOfRead: 0.6667,
    });
  });

  test("of no face there is no figure", () => {
    expect(score([], ["a"])).toMatchObject({
      accuracy: null,
      balancedAccuracy: null,
      ece: null,
      abstained: null,
    });
  });

  test("a curve tells, for each threshold, the share that is read and how much of it is right", () => {
    const of = ({ probs }: Reading) => Math.max(...probs);
    expect(curveOf(four, { of, thresholds: [0, 0.7, 0.95], read: "from" })).toEqual([
      { threshold: 0, read: 1, accuracy: 0.75 },
      { threshold: 0.7, read: 0.75, accuracy: 0.6667 },
      { threshold: 0.95, read: 0, accuracy: null },
    ]);
  });
});

test("what is told to it wrongly is said, with what would do", async () => {
  await expect(run(["--cropped"])).rejects.toThrow("--cropped");
  await expect(run(["--split", "training"])).rejects.toThrow("public or private");
  await expect(run(["--faces", folder, "--split", "public"])).rejects.toThrow("either");
  await expect(run(["--split", "private", "--report", "x.json"])).rejects.toThrow("PrivateTest");
  await expect(run(["--sample", "few"])).rejects.toThrow("--sample");
  await expect(run(["--data", folder])).rejects.toThrow("holds no FER-2013");
});
