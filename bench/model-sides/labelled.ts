import type { Mat, OpenCv } from "../../src/vision/opencv.ts";

/** A picture of which is known what it shows. */
export interface LabelledPicture {
  name: string;
  /** Where its class stands among the model's. */
  label: number;
  /** Its pixels, BGR; null when it can't be decoded. Whoever asks releases them. */
  decode(opencv: OpenCv): Promise<Mat | null>;
}

export interface LabelledSet {
  name: string;
  pictures: readonly LabelledPicture[];
  /** Classes that the model doesn't have, with how many pictures of them were left out. */
  leftOut: Readonly<Record<string, number>>;
}
