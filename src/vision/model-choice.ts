import { readFile, stat } from "node:fs/promises";
import { arch, cpus } from "node:os";
import { type Static, Type } from "typebox";
import { Value } from "typebox/value";
import type { Precision } from "../protocol/vision.ts";
import type { ModelContract } from "./contract.ts";

const MOST_BYTES = 4_096;
const Sha256 = Type.String({ pattern: "^[0-9a-f]{64}$" });
const Milliseconds = Type.Number({ exclusiveMinimum: 0 });
const Nothing = { additionalProperties: false } as const;

/** What `choose-model-main.ts` found out about the two files on this machine. */
export type ModelChoice = Static<typeof ModelChoice>;
const ModelChoice = Type.Object(
  {
    precision: Type.Union([Type.Literal("int8"), Type.Literal("fp32")]),
    /** Processor time per face as it ships, with its mirror image. */
    medianMs: Type.Object({ fp32: Milliseconds, int8: Milliseconds }, Nothing),
    rounds: Type.Integer({ minimum: 1 }),
    /** Of the files that were timed: others are to be timed anew. */
    sha256: Type.Object({ fp32: Sha256, int8: Sha256 }, Nothing),
    /** Where they were timed: an SD card may have moved to another board. */
    machine: Type.String({ maxLength: 200 }),
  },
  Nothing,
);

/** What kind of processor this is, as far as it decides which file is faster. */
export function thisMachine(): string {
  return `${arch()}, ${cpus()[0]?.model.trim() || "unknown processor"}`.slice(0, 200);
}

/** The hashes of the files that a choice is between. */
export function hashesOf(contract: ModelContract): ModelChoice["sha256"] {
  return { fp32: contract.files.fp32.sha256, int8: contract.files.int8.sha256 };
}

/**
 * The precision to run: the one that was found to be faster here, or the contract's own where nothing that holds
 * for these files and this machine was found. Never throws: the file is there to save time, not to be in the way.
 */
export async function chosenPrecision(
  contract: ModelContract,
  path: string | null,
): Promise<{ precision: Precision; because: string }> {
  const choice = path === null ? "the two files were not timed" : await readChoice(path);
  const against = typeof choice === "string" ? choice : whyStale(choice, contract);
  if (typeof choice === "string" || against !== null)
    return { precision: contract.preferred, because: `fer.json prefers it (${against})` };
  const { precision, medianMs } = choice;
  return {
    precision,
    because: `timed on this machine: int8 ${medianMs.int8} ms a face, fp32 ${medianMs.fp32} ms`,
  };
}

/** The choice in the file, or what is wrong with it. */
async function readChoice(path: string): Promise<ModelChoice | string> {
  try {
    const file = await stat(path);
    // A pipe of that name would never be read to its end.
    if (!file.isFile() || file.size > MOST_BYTES) return `${path} is not what npm run choose-model writes`;
    const value: unknown = JSON.parse(await readFile(path, "utf8"));
    return Value.Check(ModelChoice, value) ? value : `${path} is not what npm run choose-model writes`;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return `${path} is not there`;
    return `${path} can't be read: ${(error as Error).message}`;
  }
}

function whyStale(choice: ModelChoice, contract: ModelContract): string | null {
  const now = hashesOf(contract);
  if (choice.sha256.fp32 !== now.fp32 || choice.sha256.int8 !== now.int8)
    return "other model files were timed: npm run choose-model";
  if (choice.machine !== thisMachine()) return "they were timed on another machine: npm run choose-model";
  return null;
}
