import type { Precision } from "../../src/protocol/vision.ts";
import type { Cascade } from "../../src/vision/cascade.ts";
import { cpuMsOf } from "../../src/vision/cpu-time.ts";
import type { ExpressionModel } from "../../src/vision/expression-model.ts";
import { FaceReader } from "../../src/vision/face-reader.ts";
import type { Mat, OpenCv } from "../../src/vision/opencv.ts";
import { isSure } from "../../src/vision/quality.ts";
import type { Track } from "../../src/vision/tracker.ts";
import { usualConfig } from "../../src/vision/usual-config.ts";
import { FER_SIDE } from "./fer2013.ts";
import { findFace, wholePicture } from "./find-face.ts";
import type { LabelledSet } from "./labelled.ts";
import { Progress } from "./progress.ts";
import type { Reading } from "./score.ts";

/** Runs that are not counted, before the first face. */
const WARM_UP = 20;

export interface MeasureOptions {
  opencv: OpenCv;
  cascade: Cascade;
  models: readonly ExpressionModel[];
  /** Each picture is a face already. */
  cropped: boolean;
}

/** One model's answers to all faces, and how long each took: by the clock, and of the processor's time. */
export interface Readings {
  readings: Reading[];
  tookMs: number[];
  cpuMs: number[];
}

export interface Measured {
  facesFound: number;
  /** Of them, those for which the picture needed a border. */
  foundWithBorder: number;
  /** Names of the pictures that could not be decoded. */
  unreadable: readonly string[];
  byModel: ReadonlyMap<Precision, Readings>;
}

/** Reads every picture of a set with each of the models. */
export async function measure(set: LabelledSet, options: MeasureOptions): Promise<Measured> {
  const { opencv, models } = options;
  const [first] = models;
  if (!first) throw new Error("a measurement needs a model");
  // What it cuts depends on the contract alone, which the models share.
  const reader = new FaceReader({ opencv, model: first });
  const byModel = new Map<Precision, Readings>(
    models.map(({ precision }) => [precision, { readings: [], tookMs: [], cpuMs: [] }]),
  );
  for (const model of models) await warmUp(model);

  const progress = new Progress({ what: "pictures", of: set.pictures.length });
  const unreadable: string[] = [];
  let facesFound = 0;
  let foundWithBorder = 0;
  for (const { name, label, decode } of set.pictures) {
    progress.step(`${facesFound} faces`);
    const picture = await decode(opencv);
    if (!picture) {
      unreadable.push(name);
      continue;
    }
    const found = faceOf(picture, first, options);
    try {
      const crop = found && reader.crop(found.frame, found.face, usualConfig.cascade);
      if (!found || !crop) continue;
      facesFound++;
      if (found.bordered) foundWithBorder++;
      for (const model of models) {
        const since = performance.now();
        const { result: probs, cpuMs } = await cpuMsOf(() => model.read(crop.pixels));
        const tookMs = performance.now() - since;
        const read =
          crop.abstained === null && isSure(probs, { asked: null, own: model.contract.minConfidence });
        const one = byModel.get(model.precision);
        one?.tookMs.push(tookMs);
        one?.cpuMs.push(cpuMs);
        one?.readings.push({ label, probs: model.contract.classes.map((key) => probs[key] ?? 0), read });
      }
    } finally {
      found?.release();
      picture.release();
    }
  }
  progress.end();
  return { facesFound, foundWithBorder, unreadable, byModel };
}

function faceOf(
  picture: Mat,
  { contract }: ExpressionModel,
  { opencv, cascade, cropped }: MeasureOptions,
): { face: Track; frame: Mat; bordered: boolean; release: () => void } | null {
  if (!cropped) return findFace(picture, { opencv, cascade, minFaceShare: usualConfig.minFaceShare });
  const margin = contract.crop.margin[usualConfig.cascade];
  const face = wholePicture(picture, { margin, window: contract.input.width / FER_SIDE });
  return { face, frame: picture, bordered: false, release: () => undefined };
}

async function warmUp(model: ExpressionModel): Promise<void> {
  const { width, height } = model.contract.input;
  for (let run = 0; run < WARM_UP; run++) await model.read(new Uint8Array(width * height));
}
