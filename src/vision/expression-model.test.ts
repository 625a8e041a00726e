import { createHash } from "node:crypto";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ExpressionModel } from "./expression-model.ts";
import { StartFault } from "./opencv.ts";
import { onlySmile } from "./smile.ts";
import { softmax } from "./softmax.ts";
import { tinyOnnx } from "./testing-onnx.ts";

const SIDE = 8;
const FIRST_PIXEL = 0;
const LAST_OF_FIRST_ROW = SIDE - 1;
const shipped = join(import.meta.dirname, "../../../models");

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mien-model-"));
});
afterEach(() => rm(folder, { recursive: true }));

/** A model of two classes: `happy` is the first pixel of the first row, `neutral` the last one. */
async function writeModel(changes: Record<string, unknown> = {}, model?: Buffer): Promise<void> {
  const weights = [{ [FIRST_PIXEL]: 1 }, { [LAST_OF_FIRST_ROW]: 1 }];
  const bytes = model ?? tinyOnnx({ side: SIDE, input: "face", output: "logits", weights });
  const file = {
    path: "tiny.onnx",
    sha256: createHash("sha256").update(bytes).digest("hex"),
    bytes: bytes.length,
  };
  await writeFile(join(folder, file.path), bytes);
  const contract = {
    version: "test",
    classes: ["happy", "neutral"],
    input: {
      name: "face",
      width: SIDE,
      height: SIDE,
      normalisation: { kind: "fixed", mean: 0, std: 10 },
    },
    output: { name: "logits" },
    mirror: false,
    temperature: 1,
    crop: {
      margin: { haarcascade_frontalface_alt2: 1, haarcascade_frontalface_default: 1, yunet: null },
    },
    minConfidence: 0.5,
    preferred: "int8",
    files: { fp32: file, int8: file },
    trainedOn: "nothing",
    ...changes,
  };
  await writeFile(join(folder, "fer.json"), JSON.stringify(contract));
}

const crop = (): Uint8Array => {
  const pixels = new Uint8Array(SIDE * SIDE);
  pixels[FIRST_PIXEL] = 20;
  return pixels;
};

async function faultOf(loading: Promise<unknown>): Promise<string> {
  const fault = await loading.then(
    () => null,
    (error) => error,
  );
  expect(fault).toBeInstanceOf(StartFault);
  expect(fault.reason).toBe("model-invalid");
  return fault.message;
}

test("probabilities are the softmax of the logits over the temperature", async () => {
  await writeModel({ temperature: 2 });
  const model = await ExpressionModel.load(folder);
  // The logits are 20 / 10 = 2 and 0; e^(2/2) = 2.71828.
  const probs = await model.read(crop());
  expect(probs.happy).toBeCloseTo(Math.E / (Math.E + 1), 6);
  expect(probs.neutral).toBeCloseTo(1 / (Math.E + 1), 6);
});

test("mirror: the logits of the mirrored crop are averaged in", async () => {
  await writeModel({ mirror: true });
  // Mirrored, the bright pixel speaks for the other class: both means are 1.
  expect(await (await ExpressionModel.load(folder)).read(crop())).toEqual({ happy: 0.5, neutral: 0.5 });
});

test("softmax stays finite for large logits and sums to 1", () => {
  const probs = softmax([1_000, 999, -1_000], 1);
  expect(probs[0]).toBeCloseTo(Math.E / (Math.E + 1), 9);
  expect(probs.reduce((a, b) => a + b)).toBeCloseTo(1, 9);
});

test("sensing smiles keeps one number of all", () => {
  expect(onlySmile({ happy: 0.7, sad: 0.2, neutral: 0.1 })).toEqual({ smiling: 0.7, notSmiling: 1 - 0.7 });
});

test("the shipped model loads and reads a crop as seven probabilities that sum to 1", async () => {
  const model = await ExpressionModel.load(shipped);
  const { width, height } = model.contract.input;
  const probs = await model.read(Uint8Array.from({ length: width * height }, (_, at) => (at * 31) % 256));
  expect(Object.keys(probs)).toEqual(["angry", "disgust", "fear", "happy", "sad", "surprise", "neutral"]);
  expect(Object.values(probs).reduce((a, b) => a + b)).toBeCloseTo(1, 5);
});

test("a changed byte in the shipped model is noticed by its hash", async () => {
  await cp(shipped, folder, { recursive: true, filter: (path) => !path.includes("training") });
  const { files, preferred } = JSON.parse(await readFile(join(folder, "fer.json"), "utf8"));
  const path = join(folder, files[preferred].path);
  const bytes = await readFile(path);
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  await writeFile(path, bytes);
  const fault = await faultOf(ExpressionModel.load(folder));
  expect(fault).toContain(path);
  expect(fault).toContain("SHA-256");
  expect(fault).toContain("Restore");
});

test("a folder without a model says which file is missing", async () => {
  expect(await faultOf(ExpressionModel.load(folder))).toContain(join(folder, "fer.json"));
});

test.each([
  ["a contract that is not JSON", () => writeFile(join(folder, "fer.json"), "{"), "not JSON"],
  ["a contract without a temperature", () => writeModel({ temperature: undefined }), "temperature"],
  ["a margin that is no number", () => writeModel({ crop: { margin: { yunet: "wide" } } }), "crop"],
  ["no class for smiling", () => writeModel({ classes: ["glad", "neutral"] }), '"happy"'],
  ["more classes than the model has", () => writeModel({ classes: ["happy", "sad", "neutral"] }), "1×2"],
  [
    "another input size",
    () =>
      writeModel({
        input: { name: "face", width: 16, height: 16, normalisation: { kind: "fixed", mean: 0, std: 1 } },
      }),
    "tiny.onnx",
  ],
  [
    "another input name",
    () =>
      writeModel({
        input: { name: "nose", width: 8, height: 8, normalisation: { kind: "fixed", mean: 0, std: 1 } },
      }),
    "'face' is missing",
  ],
  ["another output name", () => writeModel({ output: { name: "probs" } }), '"probs"'],
  ["a file that is no model", () => writeModel({}, Buffer.from("not ONNX")), "tiny.onnx"],
])("%s is a fault that names it", async (_, spoil, named) => {
  await spoil();
  expect(await faultOf(ExpressionModel.load(folder))).toContain(named);
});

test("a model file that was cut short is noticed by its size", async () => {
  await writeModel();
  await writeFile(join(folder, "tiny.onnx"), "cut");
  expect(await faultOf(ExpressionModel.load(folder))).toContain("3 bytes");
});
