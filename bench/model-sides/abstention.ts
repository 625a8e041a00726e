import type { Abstention, Precision } from "../../src/protocol/vision.ts";
import type { Cascade } from "../../src/vision/cascade.ts";
import type { ExpressionModel } from "../../src/vision/expression-model.ts";
import { FaceReader } from "../../src/vision/face-reader.ts";
import type { Mat, OpenCv } from "../../src/vision/opencv.ts";
import { entropyBits, gate, isSure } from "../../src/vision/quality.ts";
import { usualConfig } from "../../src/vision/usual-config.ts";
import { type CurvePoint, curveOf } from "./curve.ts";
import { lookTwice } from "./find-face.ts";
import { HARMS, type Harm, harmed } from "./harms.ts";
import type { LabelledSet } from "./labelled.ts";
import { Progress } from "./progress.ts";
import { type Reading, shareRight } from "./score.ts";

/** Every so manieth face is harmed: each goes through the cascade some 40 times. */
const EACH = 9;

/** models/report/abstention.json: what it costs and what it wins not to read every face. */
export interface AbstentionReport {
  set: string;
  faces: number;
  model: { version: string; file: string; precision: Precision };
  minConfidence: number;
  gate: typeof gate;
  /** The set's faces as they are: those read at this largest probability or more. */
  curve: readonly CurvePoint[];
  /** The same faces: those read at this entropy (bits) or less. */
  entropyCurve: readonly CurvePoint[];
  harmed: HarmedReport;
}

interface HarmedReport {
  /** Each of them is harmed in every way and step. */
  faces: number;
  steps: readonly HarmedStep[];
  /** All steps together, and the unharmed faces once. Shares are of those that the cascade found. */
  found: number;
  rules: Readonly<Record<"at any price" | "gate" | "gate and minConfidence" | "all", Outcome>>;
  /** By quality, by largest probability and by entropy, each alone. */
  qualityCurve: readonly CurvePoint[];
  curve: readonly CurvePoint[];
  entropyCurve: readonly CurvePoint[];
}

interface Outcome {
  read: number;
  accuracy: number | null;
}

/** Shares are of all faces, and notFound, abstained and read sum to 1. */
interface HarmedStep {
  harm: Harm;
  unit: string;
  step: number;
  notFound: number;
  abstained: Readonly<Record<Abstention, number>>;
  read: number;
  /** Of those read. */
  accuracy: number | null;
  /** Of all that were found, read or not. */
  accuracyAtAnyPrice: number | null;
}

interface HarmedFace extends Reading {
  quality: number;
  abstained: Abstention | null;
  sureEnough: boolean;
}

export async function abstentionReport(
  set: LabelledSet,
  options: { readings: readonly Reading[]; model: ExpressionModel; opencv: OpenCv; cascade: Cascade },
): Promise<AbstentionReport> {
  const { readings, model } = options;
  const { version, files, minConfidence } = model.contract;
  const { precision } = model;
  return {
    set: set.name,
    faces: readings.length,
    model: { version, file: files[precision].path, precision },
    minConfidence,
    gate,
    ...bySureness(readings),
    harmed: await harmedReport(set, options),
  };
}

/** Each point of a curve on a line of its own. */
export function abstentionJson(report: AbstentionReport): string {
  const oneLine = (_: string, inner: string): string => `{ ${inner.replaceAll(/\s+/g, " ").trim()} }`;
  return `${JSON.stringify(report, null, 1).replaceAll(/\{([^{}]*"accuracy"[^{}]*)\}/g, oneLine)}\n`;
}

async function harmedReport(
  set: LabelledSet,
  options: { model: ExpressionModel; opencv: OpenCv; cascade: Cascade },
): Promise<HarmedReport> {
  const pictures = set.pictures.filter((_, at) => at % EACH === 0);
  const kinds = HARMS.flatMap(({ harm, unit, steps }) => steps.map((step) => ({ harm, unit, step })));
  const [unharmedKind] = kinds;
  if (!unharmedKind) throw new Error("there is no way to harm a face");
  const unharms = ({ harm, step }: { harm: Harm; step: number }): boolean =>
    HARMS.some((one) => one.harm === harm && one.steps[0] === step);
  const byKind = new Map(kinds.map((kind) => [kind, [] as (HarmedFace | null)[]]));
  const reader = new FaceReader(options);
  const progress = new Progress({ what: "harmed faces", of: pictures.length });
  for (const { label, decode } of pictures) {
    progress.step();
    const face = await decode(options.opencv);
    if (!face) throw new Error("a face of FER-2013 has no pixels");
    const look = async (kind: { harm: Harm; step: number }): Promise<HarmedFace | null> => {
      const frame = harmed(face, { opencv: options.opencv, ...kind });
      const seen = await readHarmed(frame, label, { ...options, reader });
      frame.release();
      return seen;
    };
    const unharmed = await look(unharmedKind);
    for (const kind of kinds) byKind.get(kind)?.push(unharms(kind) ? unharmed : await look(kind));
    face.release();
  }
  progress.end();

  const all = kinds.filter((kind) => kind === unharmedKind || !unharms(kind));
  const found = all.flatMap((kind) => byKind.get(kind) ?? []).filter((one) => one !== null);
  const outcome = (reads: (face: HarmedFace) => boolean): Outcome => {
    const read = found.filter(reads);
    return { read: round(read.length / found.length), accuracy: shareRight(read) };
  };
  return {
    faces: pictures.length,
    steps: kinds.map((kind) => ({ ...kind, ...stepOf(byKind.get(kind) ?? []) })),
    found: found.length,
    rules: {
      "at any price": outcome(() => true),
      gate: outcome(({ abstained }) => abstained === null || abstained === "unsure"),
      "gate and minConfidence": outcome(
        ({ abstained, sureEnough }) => (abstained === null || abstained === "unsure") && sureEnough,
      ),
      all: outcome(({ read }) => read),
    },
    qualityCurve: curveOf(found, {
      of: ({ quality }) => quality,
      thresholds: steps(0, 1, 0.05),
      read: "from",
    }),
    ...bySureness(found),
  };
}

/** What is read from a largest probability on, and up to an entropy. */
function bySureness(faces: readonly Reading[]): Record<"curve" | "entropyCurve", CurvePoint[]> {
  const top = ({ probs }: Reading) => Math.max(...probs);
  const bits = ({ probs }: Reading) => entropyBits(probs);
  return {
    curve: curveOf(faces, { of: top, thresholds: steps(0, 0.98, 0.02), read: "from" }),
    entropyCurve: curveOf(faces, { of: bits, thresholds: steps(0.1, 2.8, 0.1), read: "up to" }),
  };
}

/** Null when no face is found. */
async function readHarmed(
  frame: Mat,
  label: number,
  options: { model: ExpressionModel; opencv: OpenCv; cascade: Cascade; reader: FaceReader },
): Promise<HarmedFace | null> {
  const { model, reader } = options;
  const face = lookTwice(frame, { ...options, minFaceShare: usualConfig.minFaceShare });
  const crop = face && reader.crop(frame, face, usualConfig.cascade);
  if (!crop) return null;
  const { classes, minConfidence } = model.contract;
  const named = await model.read(crop.pixels);
  const probs = classes.map((name) => named[name] ?? 0);
  const sure = isSure(named, { asked: null, own: minConfidence });
  const abstained = crop.abstained ?? (sure ? null : "unsure");
  const sureEnough = isSure(named, { asked: minConfidence, own: minConfidence });
  return { label, probs, read: abstained === null, quality: crop.quality, abstained, sureEnough };
}

function stepOf(faces: readonly (HarmedFace | null)[]): Omit<HarmedStep, "harm" | "unit" | "step"> {
  const share = (holds: (face: HarmedFace | null) => boolean): number =>
    round(faces.filter(holds).length / faces.length);
  const found = faces.filter((face) => face !== null);
  const why = (reason: Abstention): number => share((face) => face?.abstained === reason);
  return {
    notFound: share((face) => face === null),
    abstained: {
      "too-small": why("too-small"),
      blurred: why("blurred"),
      turned: why("turned"),
      unsure: why("unsure"),
    },
    read: share((face) => face?.read === true),
    accuracy: shareRight(found.filter(({ read }) => read)),
    accuracyAtAnyPrice: shareRight(found),
  };
}

function steps(from: number, to: number, by: number): number[] {
  return Array.from({ length: Math.round((to - from) / by) + 1 }, (_, at) => round(from + at * by));
}

const round = (value: number): number => Number(value.toFixed(4));
