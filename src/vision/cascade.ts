import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { CascadeName } from "../protocol/vision.ts";
import { type Mat, type OpenCv, type PixelRect, StartFault } from "./opencv.ts";

/** Where Debian's and Raspberry Pi OS's package opencv-data puts them. */
const CASCADE_FOLDER = "/usr/share/opencv4/haarcascades";

export interface DetectOptions {
  /** How much the search window grows from one step to the next, above 1. */
  scaleFactor: number;
  /** How many raw hits at one place make a face. */
  minNeighbors: number;
  /** Sides of the square window in pixels of the image. */
  minSize: number;
  maxSize: number;
}

/** OpenCV's Haar cascade for faces seen from the front. */
export class Cascade {
  readonly #opencv: OpenCv;
  readonly #classifier: InstanceType<OpenCv["raw"]["CascadeClassifier"]>;

  /** @throws StartFault `cascade-missing` */
  constructor(options: { opencv: OpenCv; name: CascadeName; folder?: string }) {
    const path = join(options.folder ?? CASCADE_FOLDER, `${options.name}.xml`);
    if (!existsSync(path))
      throw new StartFault(
        "cascade-missing",
        `The face detector's file ${path} is not there. Install the package opencv-data (scripts/start does it).`,
      );
    // OpenCV aborts the process over a file that is cut short or something else, and says nothing of one that it
    // could not load until it is used: so both are tried here.
    const text = readFileSync(path, "utf8").trimEnd();
    if (!text.includes('type_id="opencv-cascade-classifier"') || !text.endsWith("</opencv_storage>"))
      throw damaged(path, "it is no whole cascade");
    this.#opencv = options.opencv;
    this.#classifier = new options.opencv.raw.CascadeClassifier(path);
    const blank = new options.opencv.raw.Mat(Buffer.alloc(48 * 48), 48, 48, options.opencv.raw.CV_8UC1);
    try {
      this.detect(blank, { scaleFactor: 1.2, minNeighbors: 3, minSize: 24, maxSize: 48 });
    } catch (error) {
      throw damaged(path, String(error));
    } finally {
      blank.release();
    }
  }

  /** Faces in a grey image, in its pixels, each with the number of raw hits that it was merged from. */
  detect(grey: Mat, options: DetectOptions): { rect: PixelRect; score: number }[] {
    const { Size } = this.#opencv.raw;
    const { objects, numDetections } = this.#classifier.detectMultiScale(
      grey,
      options.scaleFactor,
      options.minNeighbors,
      0,
      new Size(options.minSize, options.minSize),
      new Size(options.maxSize, options.maxSize),
    );
    return objects.map(({ x, y, width, height }, at) => ({
      rect: { x, y, width, height },
      score: numDetections[at] ?? 0,
    }));
  }
}

function damaged(path: string, how: string): StartFault {
  return new StartFault(
    "cascade-missing",
    `The face detector's file ${path} is damaged (${how}). Install the package opencv-data again.`,
  );
}
