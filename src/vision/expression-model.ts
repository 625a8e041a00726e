import "./environment.ts";
import { InferenceSession, Tensor } from "onnxruntime-node";
import type { ExpressionProbs, Precision } from "../protocol/vision.ts";
import { invalid, type ModelContract, readContract, readModel } from "./contract.ts";
import { normalise } from "./normalise.ts";
import { SMILE_CLASS } from "./smile.ts";
import { softmax } from "./softmax.ts";

/** The expression net as models/fer.json describes it. */
export class ExpressionModel {
  readonly contract: ModelContract;
  readonly precision: Precision;
  readonly #session: InferenceSession;
  readonly #input: Float32Array;

  private constructor(contract: ModelContract, precision: Precision, session: InferenceSession) {
    this.contract = contract;
    this.precision = precision;
    this.#session = session;
    const { width, height } = contract.input;
    this.#input = new Float32Array((contract.mirror ? 2 : 1) * width * height);
  }

  /**
   * Reads contract and model from the folder, and runs the model once to see that both speak of the same. Without a
   * precision it is the one that the contract prefers.
   * @throws StartFault `model-invalid`
   */
  static async load(folder: string, wanted?: Precision): Promise<ExpressionModel> {
    const contract = await readContract(folder);
    if (!contract.classes.includes(SMILE_CLASS))
      throw invalid(`${folder}/fer.json names no class "${SMILE_CLASS}", which sensing smiles needs`);
    const precision = wanted ?? contract.preferred;
    const model = await readModel(folder, contract, precision);
    try {
      const session = await InferenceSession.create(model, {
        // One small net on one core; an arena and memory patterns would only keep memory.
        intraOpNumThreads: 1,
        interOpNumThreads: 1,
        executionMode: "sequential",
        enableCpuMemArena: false,
        logSeverityLevel: 4,
      });
      const loaded = new ExpressionModel(contract, precision, session);
      const { width, height } = contract.input;
      await loaded.logits(new Uint8Array(width * height));
      return loaded;
    } catch (error) {
      const name = contract.files[precision].path;
      throw invalid(`${folder}/${name} does not do what fer.json says (${(error as Error).message})`);
    }
  }

  /** Probabilities of a grey crop of the contract's size, row by row. One call at a time. */
  async read(crop: Uint8Array): Promise<ExpressionProbs> {
    const { classes, temperature } = this.contract;
    const probs = softmax(await this.logits(crop), temperature);
    return Object.fromEntries(classes.map((name, at) => [name, probs[at] ?? 0]));
  }

  /** What `read` makes probabilities of, in the order of the classes: the mirror image averaged in, no temperature. */
  async logits(crop: Uint8Array): Promise<number[]> {
    const { input, output, mirror, classes } = this.contract;
    const size = input.width * input.height;
    const rows = mirror ? 2 : 1;
    for (let row = 0; row < rows; row++)
      normalise({
        pixels: crop,
        width: input.width,
        how: input.normalisation,
        mirrored: row === 1,
        into: this.#input,
        offset: row * size,
      });

    const tensor = new Tensor("float32", this.#input, [rows, 1, input.height, input.width]);
    const answer = (await this.#session.run({ [input.name]: tensor }))[output.name];
    if (!answer) throw new Error(`the model has no output "${output.name}"`);
    const { dims, data } = answer;
    if (dims.length !== 2 || dims[0] !== rows || dims[1] !== classes.length)
      throw new Error(`the output is ${dims.join("×")}, expected ${rows}×${classes.length}`);
    if (!(data instanceof Float32Array)) throw new Error(`the output is ${answer.type}, expected float32`);
    return classes.map((_, at) => {
      let sum = 0;
      for (let row = 0; row < rows; row++) sum += data[row * classes.length + at] ?? 0;
      return sum / rows;
    });
  }
}
