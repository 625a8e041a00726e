import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Precision } from "../src/protocol/vision.ts";
import { Cascade } from "../src/vision/cascade.ts";
import { readContract } from "../src/vision/contract.ts";
import { ExpressionModel } from "../src/vision/expression-model.ts";
import { loadOpenCv, StartFault } from "../src/vision/opencv.ts";
import { usualConfig } from "../src/vision/usual-config.ts";
import { abstentionJson, abstentionReport } from "./model-sides/abstention.ts";
import { type FerSplit, fer2013 } from "./model-sides/fer2013.ts";
import type { LabelledSet } from "./model-sides/labelled.ts";
import { measure } from "./model-sides/measure.ts";
import { pictureFolder } from "./model-sides/picture-folder.ts";
import { type Scores, score } from "./model-sides/score.ts";
import { modelTable } from "./model-sides/table.ts";
import { Unusable } from "./model-sides/unusable.ts";

export const title =
  "How well faces are read: accuracy, calibration, time [--faces DIR [--cropped]] (--help)";

export const help = `npm run --silent bench -- model [OPTIONS] [--json]

Reads labelled faces with the code and the files that vision runs, and says how often that is right. Both model
files (fp32 and int8) see the same crops, in turns.

  --faces DIR      pictures sorted into folders that are called like the expressions: jpg, png, webp, bmp, tiff,
                   gif, avif, of any size, grey or in colour. Other words for the expressions do (Anger, happiness,
                   1_sad), train and test folders may be in between, folders with other names are left out and
                   told. Faces are found first; of several the largest is taken.
  --cropped        each picture is a face already, framed about as FER-2013's are: from the brows' upper edge or a
                   little above to the chin. Without this, pictures with little room around the face lose some.
  --split SPLIT    without --faces: public (FER-2013's PublicTest, the usual one) or private (its PrivateTest).
                   PrivateTest is read once per release: whoever looks at it more often ends up choosing by it.
  --data DIR       the folder of FER-2013: fer2013.csv or icml_face_data.csv, or the lossless video
                   (otherwise ../shared/data/fer2013)
  --sample N       only N of the pictures, spread evenly over all: a first look at a large set
  --models DIR     another folder with fer.json and its two files (otherwise models)
  --report FILE    writes what it costs and wins not to read every face, as JSON: accuracy against the share of faces
                   read, by probability, by entropy and by quality, also of faces that were blurred, shrunk, covered,
                   tilted and turned. Some minutes. models/report/abstention.json is made so
  --json           the figures as JSON, an array with an object for each model file

Accuracy, recall, confusion and ece are over all faces that were found, by their likeliest class, whether vision
would have read them or not; "abstained" is the share of them that it would not (too small, blurred, or less sure
than fer.json's minConfidence), accuracyOfRead the accuracy of the others. Pictures without a face count in none.
Times are of one face with its mirror image, one thread; cpuP50Ms is the median of processor time, which other
programs hardly change.`;

const root = resolve(import.meta.dirname, "../..");
const PRECISIONS = ["fp32", "int8"] as const;

export interface ModelFigures extends Scores {
  set: string;
  /** With a class that the model has, whether they could be decoded or not. */
  images: number;
  facesFound: number;
  /** Of them, those for which the picture needed a border: faces that fill it. */
  foundWithBorder: number;
  classes: readonly string[];
  /** Folders whose class the model doesn't have, with their number of pictures. */
  leftOut: Readonly<Record<string, number>>;
  /** Pictures that could not be decoded. */
  unreadable: readonly string[];
  model: { file: string; precision: Precision; bytes: number; version: string };
  p50Ms: number | null;
  p99Ms: number | null;
  /** The median of processor time: what p50Ms would be on an idle machine. */
  cpuP50Ms: number | null;
}

export function run(args: readonly string[]): Promise<readonly ModelFigures[]> {
  return figuresOf(args).catch((error: unknown) => {
    throw error instanceof StartFault ? new Unusable(error.message) : error;
  });
}

async function figuresOf(args: readonly string[]): Promise<readonly ModelFigures[]> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      faces: { type: "string" },
      cropped: { type: "boolean", default: false },
      split: { type: "string" },
      data: { type: "string", default: join(root, "../shared/data/fer2013") },
      models: { type: "string", default: join(root, "models") },
      report: { type: "string" },
      sample: { type: "string" },
    },
  });
  if (values.faces === undefined && values.cropped)
    throw new Unusable(
      "--cropped says what the pictures of --faces are: give both. FER-2013 is cropped anyway.",
    );
  if (values.faces !== undefined && values.split !== undefined)
    throw new Unusable("--split chooses a part of FER-2013: give either --split or --faces.");
  if (values.faces !== undefined && values.report !== undefined)
    throw new Unusable("--report is measured on FER-2013: leave --faces out.");
  const split = splitOf(values.split ?? "public");
  const sample = values.sample === undefined ? null : wholeNumber(values.sample);
  if (split === "private" && values.report !== undefined)
    throw new Unusable(
      "Thresholds are chosen by --report, and nothing is chosen by PrivateTest: leave one out.",
    );

  const folder = resolve(values.models);
  const { classes, files, preferred, version } = await readContract(folder);
  const all =
    values.faces === undefined
      ? await fer2013(resolve(values.data), split, classes)
      : await pictureFolder(values.faces, classes);
  const set = sample === null ? all : sampleOf(all, sample);

  const shipped = PRECISIONS.filter((precision) => existsSync(join(folder, files[precision].path)));
  if (shipped.length === 0)
    throw new Unusable(`${folder} has neither of the two model files that its fer.json names.`);
  const models = await Promise.all(shipped.map((precision) => ExpressionModel.load(folder, precision)));
  const opencv = loadOpenCv();
  const cascade = new Cascade({ opencv, name: usualConfig.cascade });
  const cropped = values.faces === undefined || values.cropped;
  const measured = await measure(set, { opencv, cascade, models, cropped });
  if (values.report !== undefined) {
    const model = models.find(({ precision }) => precision === preferred) ?? models[0];
    const readings = model && measured.byModel.get(model.precision)?.readings;
    if (!model || !readings) throw new Error("a model that was measured has no readings");
    const report = await abstentionReport(set, { readings, model, opencv, cascade });
    await writeFile(values.report, abstentionJson(report));
  }

  return shipped.map((precision) => {
    const { readings = [], tookMs = [], cpuMs = [] } = measured.byModel.get(precision) ?? {};
    const { path: file, bytes } = files[precision];
    return {
      set: set.name,
      images: set.pictures.length,
      facesFound: measured.facesFound,
      foundWithBorder: measured.foundWithBorder,
      ...score(readings, classes),
      classes,
      leftOut: set.leftOut,
      unreadable: measured.unreadable,
      model: { file, precision, bytes, version },
      p50Ms: quantile(tookMs, 0.5),
      p99Ms: quantile(tookMs, 0.99),
      cpuP50Ms: quantile(cpuMs, 0.5),
    };
  });
}

export const table = modelTable;

function splitOf(text: string): FerSplit {
  if (text === "public" || text === "private") return text;
  throw new Unusable(`--split takes public or private, not ${text}.`);
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1) return number;
  throw new Unusable(`--sample takes a whole number above 0, not ${text}.`);
}

function sampleOf(set: LabelledSet, wanted: number): LabelledSet {
  const { pictures } = set;
  const each = Math.max(1, pictures.length / wanted);
  // Of each run of so many, the first.
  return {
    ...set,
    pictures: pictures.filter((_, at) => at === 0 || Math.floor(at / each) > Math.floor((at - 1) / each)),
  };
}

function quantile(values: readonly number[], share: number): number | null {
  const at = values.toSorted((a, b) => a - b)[Math.ceil(share * values.length) - 1];
  return at === undefined ? null : Number(at.toFixed(3));
}
