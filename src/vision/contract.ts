import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Static, Type } from "typebox";
import { Value } from "typebox/value";
import type { Precision } from "../protocol/vision.ts";
import { StartFault } from "./opencv.ts";

const Nothing = { additionalProperties: false } as const;
const Positive = Type.Number({ exclusiveMinimum: 0 });
const Side = Type.Integer({ minimum: 8, maximum: 1024 });
const ModelFile = Type.Object(
  {
    path: Type.String({ pattern: "^[A-Za-z0-9._-]+\\.onnx$" }),
    sha256: Type.String({ pattern: "^[0-9a-f]{64}$" }),
    bytes: Type.Integer({ minimum: 1 }),
  },
  Nothing,
);

/** How pixels (0 to 255) become what the net was trained on. */
export type Normalisation = Static<typeof Normalisation>;
export const Normalisation = Type.Union([
  /** (x - mean) / (std + stdFloor), both over this one crop. */
  Type.Object({ kind: Type.Literal("per-image"), stdFloor: Type.Number({ minimum: 0 }) }, Nothing),
  /** (x - mean) / std, the same for every crop. */
  Type.Object({ kind: Type.Literal("fixed"), mean: Type.Number(), std: Positive }, Nothing),
]);

/** models/fer.json: all that has to be known to use the model. Nothing is guessed from a name. */
export type ModelContract = Static<typeof ModelContract>;
export const ModelContract = Type.Object({
  version: Type.String({ minLength: 1 }),
  /** In the order of the logits. */
  classes: Type.Array(Type.String({ minLength: 1 }), { minItems: 2, uniqueItems: true }),
  /** float32 [N, 1, height, width]. */
  input: Type.Object(
    { name: Type.String({ minLength: 1 }), width: Side, height: Side, normalisation: Normalisation },
    Nothing,
  ),
  /** float32 [N, classes], logits. */
  output: Type.Object({ name: Type.String({ minLength: 1 }) }, Nothing),
  /** Whether the logits of the mirrored crop are averaged in. */
  mirror: Type.Boolean(),
  /** probs = softmax(logits / temperature). */
  temperature: Positive,
  crop: Type.Object(
    {
      /** Side of the square crop as a multiple of the detector's box width. */
      margin: Type.Object(
        {
          haarcascade_frontalface_alt2: Positive,
          haarcascade_frontalface_default: Positive,
          yunet: Type.Union([Positive, Type.Null()]),
        },
        Nothing,
      ),
    },
    Nothing,
  ),
  /** Readings whose largest probability is below this are "unsure". */
  minConfidence: Type.Number({ minimum: 0, maximum: 1 }),
  preferred: Type.Union([Type.Literal("int8"), Type.Literal("fp32")]),
  files: Type.Object({ fp32: ModelFile, int8: ModelFile }, Nothing),
  trainedOn: Type.Unknown(),
});

/**
 * Reads `fer.json` in the folder.
 * @throws StartFault `model-invalid`
 */
export async function readContract(folder: string): Promise<ModelContract> {
  const path = join(folder, "fer.json");
  return parse(path, await read(path, "the model's contract"));
}

/**
 * Reads a model file and checks it against its contract.
 * @throws StartFault `model-invalid`
 */
export async function readModel(
  folder: string,
  contract: ModelContract,
  precision: Precision,
): Promise<Uint8Array> {
  const file = contract.files[precision];
  const path = join(folder, file.path);
  const model = await read(path, "the model");
  if (model.byteLength !== file.bytes)
    throw invalid(`${path} has ${model.byteLength} bytes, but fer.json beside it says ${file.bytes}`);
  const sha256 = createHash("sha256").update(model).digest("hex");
  if (sha256 !== file.sha256)
    throw invalid(`${path} has the SHA-256 ${sha256}, but fer.json beside it says ${file.sha256}`);
  return model;
}

function parse(path: string, bytes: Buffer): ModelContract {
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString("utf8"));
  } catch (error) {
    throw invalid(`${path} is not JSON (${(error as Error).message})`);
  }
  if (Value.Check(ModelContract, value)) return value;
  const [first] = Value.Errors(ModelContract, value);
  const where = first?.instancePath ? `"${first.instancePath.slice(1)}"` : "the whole";
  throw invalid(`${path} breaks the contract: ${where} ${first?.message ?? "is wrong"}`);
}

async function read(path: string, what: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    throw invalid(`${path}, ${what}, can't be read (${(error as Error).message})`);
  }
}

/** Everything that is wrong with a model has the same cure. */
export function invalid(what: string): StartFault {
  return new StartFault(
    "model-invalid",
    `${what}. Restore the folder models/ from the release (git checkout models).`,
  );
}
