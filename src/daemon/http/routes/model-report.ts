import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Static, type TSchema, Type } from "typebox";
import { Value } from "typebox/value";
import type { ModelReport } from "../../../protocol/figures.ts";

export const PICTURES = [
  "confusion",
  "recall",
  "reliability",
  "robustness",
  "abstention",
  "framing",
  "accuracy",
  "adjustment",
] as const;
const PER_SPLIT = "private";

/** A file of models/ is not there, or is not what it should be. Its message names it, and the cure. */
export class ModelFault extends Error {}

const CURE = "install Mien again, or in a clone bring it back with git checkout models";
export const missing = (file: string): string => `The file models/${file} is missing: ${CURE}.`;

const Bytes = Type.Object({ bytes: Type.Number() });
const Contract = Type.Object({
  version: Type.String(),
  trainedOn: Type.String(),
  minConfidence: Type.Number(),
  files: Type.Object({ int8: Bytes, fp32: Bytes }),
});
const ByExpression = Type.Record(Type.String(), Type.Number());
const Figures = Type.Object({
  ...{ faces: Type.Number(), accuracy: Type.Number(), macroRecall: Type.Number() },
  ...{ recall: ByExpression, precision: ByExpression },
  ...{ kept: Type.Number(), accuracyOfKept: Type.Number(), ece: Type.Number() },
});
const OfSplit = Type.Object({ [PER_SPLIT]: Figures });
const Evaluation = Type.Object({ int8: OfSplit, fp32: OfSplit });

/** What stands in the files beside the model. Rejects with `ModelFault`. */
export async function modelReport(models: string): Promise<ModelReport> {
  const [contract, evaluation, card] = await Promise.all([
    readAs(Contract, models, "fer.json"),
    readAs(Evaluation, models, "report/evaluation.json"),
    read(models, "README.md"),
  ]);
  return {
    version: contract.version,
    trainedOn: contract.trainedOn,
    minConfidence: contract.minConfidence,
    files: (["int8", "fp32"] as const).map((precision) => {
      const {
        faces,
        accuracy,
        macroRecall,
        recall,
        precision: right,
        ...rest
      } = evaluation[precision].private;
      const { kept, accuracyOfKept, ece } = rest;
      const { bytes } = contract.files[precision];
      return { precision, bytes, faces, accuracy, macroRecall, recall, right, kept, accuracyOfKept, ece };
    }),
    pictures: PICTURES,
    mustNot: sectionOf(card, "What it must not be used for"),
    cannot: sectionOf(card, "What it can't tell"),
  };
}

async function readAs<Schema extends TSchema>(
  schema: Schema,
  models: string,
  file: string,
): Promise<Static<Schema>> {
  const value = parsed(await read(models, file));
  if (Value.Check(schema, value)) return value;
  throw new ModelFault(`The file models/${file} is damaged or of another version: ${CURE}.`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function read(models: string, file: string): Promise<string> {
  try {
    return await readFile(join(models, file), "utf8");
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (syscall === undefined) throw error;
    throw new ModelFault(
      code === "ENOENT" || code === "ENOTDIR"
        ? missing(file)
        : `The file models/${file} can't be read (${code}): ${CURE}.`,
    );
  }
}

/** The card's paragraphs and points under a heading, without Markdown's marks. */
function sectionOf(card: string, heading: string): readonly string[] {
  const [, after = ""] = card.split(`\n## ${heading}\n`);
  const sentences = (after.split("\n## ")[0] ?? "")
    .split("\n")
    .map((line) =>
      line
        .replace(/^- /, "")
        .replaceAll(/\*\*|`/g, "")
        .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1")
        .trim(),
    )
    .filter((line) => line !== "");
  // A page without what it must not be used for would say that there is no such thing.
  if (sentences.length === 0)
    throw new ModelFault(`The file models/README.md says nothing of “${heading}”: ${CURE}.`);
  return sentences;
}
