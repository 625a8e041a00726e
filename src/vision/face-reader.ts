import type { CascadeName, Detection, Sensing } from "../protocol/vision.ts";
import { cutCrop, planCrop } from "./crop.ts";
import type { ExpressionModel } from "./expression-model.ts";
import type { Mat, OpenCv } from "./opencv.ts";
import { judge, sharpness } from "./quality.ts";
import { onlySmile } from "./smile.ts";
import type { Track } from "./tracker.ts";

export interface ReadingRules {
  cascade: CascadeName;
  sensing: Sensing;
  /** Below this top probability a face is not read; null takes the model's own value. */
  minConfidence: number | null;
}

/** From a face in a frame to what it shows, or to why it is not read. */
export class FaceReader {
  readonly #opencv: OpenCv;
  readonly #model: ExpressionModel;

  constructor(options: { opencv: OpenCv; model: ExpressionModel }) {
    this.#opencv = options.opencv;
    this.#model = options.model;
  }

  async read(frame: Mat, face: Track, rules: ReadingRules): Promise<Detection> {
    const { input, crop, minConfidence } = this.#model.contract;
    const { trackId, box, score } = face;
    const plan = planCrop({
      box,
      margin: crop.margin[rules.cascade],
      width: frame.cols,
      height: frame.rows,
    });
    if (!plan || face.missed > 0)
      return { trackId, box, score: 0, quality: 0, reading: { abstained: "turned" } };

    const { width, height } = input;
    const pixels = cutCrop({ opencv: this.#opencv, frame, plan, width, height });
    const { quality, abstained } = judge(
      { widthPx: box.width * frame.cols, sharpness: sharpness(pixels, width), score, missed: face.missed },
      width,
    );
    if (abstained) return { trackId, box, score, quality, reading: { abstained } };

    const all = await this.#model.read(pixels);
    const probs = rules.sensing === "smile" ? onlySmile(all) : all;
    const sure = Math.max(...Object.values(probs)) >= (rules.minConfidence ?? minConfidence);
    return { trackId, box, score, quality, reading: sure ? { probs } : { abstained: "unsure" } };
  }
}
