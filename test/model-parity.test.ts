import { existsSync, readFileSync } from "node:fs";
import { arch } from "node:os";
import { join, resolve } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { FER_SIDE, type FerFace, readFer2013 } from "../bench/model-sides/fer2013.ts";
import { wholePicture } from "../bench/model-sides/find-face.ts";
import type { Precision } from "../src/protocol/vision.ts";
import { ExpressionModel } from "../src/vision/expression-model.ts";
import { FaceReader } from "../src/vision/face-reader.ts";
import { loadOpenCv } from "../src/vision/opencv.ts";
import { usualConfig } from "../src/vision/usual-config.ts";

// Training and serving are two programs. models/training/evaluate.py writes down what its own way from an image to
// logits gave for some of FER-2013's faces; here the same faces take the appliance's way.

const root = resolve(import.meta.dirname, "../..");
const data = join(root, "../shared/data/fer2013");

interface Parity extends Readonly<Record<Precision, readonly (readonly number[])[]>> {
  /** Rows of FER-2013. */
  faces: readonly number[];
}

/** Processors with VNNI add up products of 8 bits in 32. Others of x86 do in 16 on the way, where large sums saturate. */
const saturates = arch() === "x64" && !/vnni/.test(readFileSync("/proc/cpuinfo", "utf8"));

/**
 * Largest difference of a logit. fp32 differs by the order of sums (0.00005 here). In int8 a value that lies between two
 * steps of the grid may be rounded to either (0.012 here); where sums saturate it was 0.055 on an emulated Haswell, and
 * 0.72 on an AMD EPYC without VNNI.
 */
const MOST: Readonly<Record<Precision, number>> = { fp32: 0.001, int8: saturates ? 1 : 0.25 };

describe.skipIf(!existsSync(data))("the appliance's way to logits (skipped without ../shared/data)", () => {
  const opencv = loadOpenCv();
  let parity: Parity;
  let faces: FerFace[];
  beforeAll(async () => {
    parity = JSON.parse(readFileSync(join(root, "models/report/parity.json"), "utf8"));
    faces = await readFer2013(data);
  });

  async function logitsOf(model: ExpressionModel, row: number): Promise<number[]> {
    const face = faces[row];
    if (!face) throw new Error(`FER-2013 has no row ${row}`);
    const grey = Buffer.from([...face.pixels].flatMap((value) => [value, value, value]));
    const picture = new opencv.raw.Mat(grey, FER_SIDE, FER_SIDE, opencv.raw.CV_8UC3);
    const { crop, input } = model.contract;
    const found = wholePicture(picture, {
      margin: crop.margin[usualConfig.cascade],
      window: input.width / FER_SIDE,
    });
    const seen = new FaceReader({ opencv, model }).crop(picture, found, usualConfig.cascade);
    picture.release();
    if (!seen) throw new Error("a whole picture has a crop");
    return model.logits(seen.pixels);
  }

  test.each(["fp32", "int8"] as const)("is the training's: %s, on a few hundred faces", async (precision) => {
    const model = await ExpressionModel.load(join(root, "models"), precision);
    expect(parity.faces.length).toBeGreaterThanOrEqual(300);
    let farthest = 0;
    for (const [at, row] of parity.faces.entries()) {
      const theirs = parity[precision][at] ?? [];
      const ours = await logitsOf(model, row);
      expect(ours.length).toBe(theirs.length);
      farthest = Math.max(
        farthest,
        ...ours.map((logit, index) => Math.abs(logit - (theirs[index] ?? Number.NaN))),
      );
      const [first = 0, second = 0] = theirs.toSorted((a, b) => b - a);
      // Two classes that lie closer than the bound may change places.
      if (first - second > MOST[precision]) expect(topOf(ours), `row ${row}`).toBe(topOf(theirs));
    }
    expect(farthest).toBeLessThan(MOST[precision]);
  });
});

const topOf = (logits: readonly number[]): number => logits.indexOf(Math.max(...logits));
