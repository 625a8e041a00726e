import { mkdir, rename, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { ExpressionModel } from "./expression-model.ts";
import { hashesOf, type ModelChoice, thisMachine } from "./model-choice.ts";
import { StartFault } from "./opencv.ts";
import { timeModels } from "./time-models.ts";

// Times the two files of the expression model on this machine and notes the faster one, which vision reads at its
// start. int8 is faster on most processors, and slower on some small boards.

const root = join(import.meta.dirname, "../../..");
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { models: { type: "string", default: join(root, "models") } },
});
const outfile = resolve(positionals[0] ?? join(root, "build/model-choice.json"));
const folder = resolve(values.models);

const [fp32, int8] = await Promise.all([
  ExpressionModel.load(folder, "fp32"),
  ExpressionModel.load(folder, "int8"),
]).catch(stopAtFault);
const timed = await timeModels({ fp32, int8 });
const choice: ModelChoice = { ...timed, sha256: hashesOf(fp32.contract), machine: thisMachine() };

await mkdir(dirname(outfile), { recursive: true });
// Under another name until it is whole.
await writeFile(`${outfile}.unfinished`, `${JSON.stringify(choice, null, 2)}\n`);
await rename(`${outfile}.unfinished`, outfile);
const { medianMs, precision } = choice;
console.log(
  `${choice.machine}: int8 ${medianMs.int8} ms a face, fp32 ${medianMs.fp32} ms. Vision runs ${precision} from its next start.`,
);

function stopAtFault(error: unknown): never {
  if (!(error instanceof StartFault)) throw error;
  console.error(error.message);
  process.exit(1);
}
