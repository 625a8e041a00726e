import type { CascadeName, Detection, Sensing } from "../protocol/vision.ts";
import { cutCrop, planCrop } from "./crop.ts";
import type { ExpressionModel } from "./expression-model.ts";
import type { Mat, OpenCv } from "./opencv.ts";
import { isSure, type Judgement, judge, sharpness } from "./quality.ts";
import { onlySmile } from "./smile.ts";
import type { Track } from "./tracker.ts";

export interface ReadingRules {
  cascade: CascadeName;
  sensing: Sensing;
  /** Below this top probability a face is not read; null takes the model's own value. */
  minConfidence: number | null;
}

/** A face as the net would see it, and whether it should. */
export interface FaceCrop extends Judgement {
  /** Grey, of the net's size, row by row. */
  pixels: Uint8Array;
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
    const { trackId, box, score } = face;
    const crop = face.missed > 0 ? null : this.crop(frame, face, rules.cascade);
    if (!crop) return { trackId, box, score: 0, quality: 0, reading: { abstained: "turned" } };
    const { quality, abstained } = crop;
    if (abstained) return { trackId, box, score, quality, reading: { abstained } };

    const all = await this.#model.read(crop.pixels);
    const probs = rules.sensing === "smile" ? onlySmile(all) : all;
    const sure = isSure(probs, { asked: rules.minConfidence, own: this.#model.contract.minConfidence });
    return { trackId, box, score, quality, reading: sure ? { probs } : { abstained: "unsure" } };
  }

  /** Null where the face lies outside the frame. */
  crop(frame: Mat, face: Track, cascade: CascadeName): FaceCrop | null {
    const { input, crop } = this.#model.contract;
    const { box, score, missed } = face;
    const plan = planCrop({ box, margin: crop.margin[cascade], width: frame.cols, height: frame.rows });
    if (!plan) return null;
    const { width, height } = input;
    const pixels = cutCrop({ opencv: this.#opencv, frame, plan, width, height });
    const view = { widthPx: box.width * frame.cols, sharpness: sharpness(pixels, width), score, missed };
    return { pixels, ...judge(view, width) };
  }
}
