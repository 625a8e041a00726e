import type { Precision } from "../protocol/vision.ts";
import { cpuMsOf } from "./cpu-time.ts";
import type { ExpressionModel } from "./expression-model.ts";
import type { ModelChoice } from "./model-choice.ts";

/** Runs of each file that are not counted: caches fill, the processor leaves its sleep. */
const WARM_UP_ROUNDS = 20;
/** A median of so many is steady to a few percent on a busy machine; a slow one stops at the time instead. */
const MOST_ROUNDS = 300;
const FEWEST_ROUNDS = 30;
const LONG_ENOUGH_MS = 5_000;
/** The file that the contract prefers stays unless the other one is faster by more than this share. */
const TIE = 0.05;

/**
 * Times both files in turns, by the processor time that they take: at an installation the machine is seldom idle, and
 * on a busy one the slower file is interrupted more often, which a clock on the wall would count against it.
 */
export async function timeModels(
  models: Readonly<Record<Precision, ExpressionModel>>,
): Promise<Pick<ModelChoice, "precision" | "medianMs" | "rounds">> {
  const { fp32, int8 } = models;
  const { input, preferred } = fp32.contract;
  const crop = noise(input.width * input.height);
  for (let round = 0; round < WARM_UP_ROUNDS; round++) {
    await fp32.read(crop);
    await int8.read(crop);
  }

  const tookMs: Record<Precision, number[]> = { fp32: [], int8: [] };
  const beganAt = performance.now();
  const enough = (rounds: number): boolean =>
    rounds >= MOST_ROUNDS || (rounds >= FEWEST_ROUNDS && performance.now() - beganAt > LONG_ENOUGH_MS);
  for (let round = 0; !enough(round); round++)
    // Now one goes first, now the other.
    for (const model of round % 2 === 0 ? [fp32, int8] : [int8, fp32]) {
      const { cpuMs } = await cpuMsOf(() => model.read(crop));
      tookMs[model.precision].push(cpuMs);
    }
  const medianMs = { fp32: median(tookMs.fp32), int8: median(tookMs.int8) };
  return { precision: faster(medianMs, preferred), medianMs, rounds: tookMs.fp32.length };
}

/** The preferred one at a tie. */
export function faster(medianMs: Readonly<Record<Precision, number>>, preferred: Precision): Precision {
  const other = preferred === "int8" ? "fp32" : "int8";
  return medianMs[other] < (1 - TIE) * medianMs[preferred] ? other : preferred;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return Number((sorted[Math.floor(sorted.length / 2)] ?? 0).toFixed(3));
}

/** Pixels of every brightness in no order; the time does not depend on what a picture shows. */
function noise(count: number): Uint8Array {
  return Uint8Array.from({ length: count }, (_, at) => (at * 2_654_435_761) >>> 13);
}
