import "./environment.ts";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { VisionFault } from "../protocol/vision.ts";
import { declaredPixels } from "./picture-size.ts";

/** Pixels in native memory. V8 does not see how much that is, so every Mat is released by whoever made it. */
export interface Mat {
  readonly rows: number;
  readonly cols: number;
  readonly channels: number;
  readonly empty: boolean;
  release(): void;
  /** A view that shares these pixels; it is released too. The rectangle must lie inside. */
  getRegion(rect: object): Mat;
  resize(rows: number, cols: number, fx: number, fy: number, interpolation: number): Mat;
  cvtColor(code: number): Mat;
  copyMakeBorder(top: number, bottom: number, left: number, right: number, borderType: number): Mat;
  gaussianBlur(kernelSize: object, sigma: number): Mat;
  drawRectangle(rect: object, colour: object, thickness: number): void;
  warpAffine(matrix: Mat, size: object, flags: number, borderMode: number): Mat;
  /** A copy of the bytes, row by row. Not for a region: copy that first. */
  getData(): Buffer;
}

/** Pixels of a rectangle, in whole numbers. */
export interface PixelRect {
  x: number;
  y: number;
  width: number;
  height: number;
}

interface RawCapture {
  readAsync(done: (error: unknown, frame: Mat) => void): void;
  get(property: number): number;
  set(property: number, value: number): boolean;
  release(): void;
}

interface RawCascade {
  detectMultiScale(
    image: Mat,
    scaleFactor: number,
    minNeighbors: number,
    flags: number,
    minSize: object,
    maxSize: object,
  ): { objects: PixelRect[]; numDetections: number[] };
}

interface RawWriter {
  write(image: Mat): void;
  release(): void;
}

/** The part of the addon that Mien uses, as the addon spells it. */
interface Addon {
  setNumThreads(threads: number): void;
  imdecode(bytes: Buffer, flags: number): Mat;
  imencode(extension: string, image: Mat, flags?: readonly number[]): Buffer;
  Mat: new (rows: readonly (readonly number[])[] | Buffer, ...rest: number[]) => Mat;
  Rect: new (x: number, y: number, width: number, height: number) => object;
  Vec3: new (x: number, y: number, z: number) => object;
  Size: new (width: number, height: number) => object;
  VideoCapture: new (source: string | number, backend: number) => RawCapture;
  VideoWriter: (new (
    path: string,
    fourcc: number,
    fps: number,
    size: object,
  ) => RawWriter) & {
    fourcc(code: string): number;
  };
  CascadeClassifier: new (path: string) => RawCascade;
  COLOR_BGR2GRAY: number;
  INTER_AREA: number;
  INTER_CUBIC: number;
  INTER_LINEAR: number;
  BORDER_REPLICATE: number;
  IMREAD_COLOR: number;
  IMWRITE_JPEG_QUALITY: number;
  CV_8UC1: number;
  CV_8UC3: number;
  CV_64F: number;
  CAP_FFMPEG: number;
  CAP_V4L2: number;
  CAP_PROP_BUFFERSIZE: number;
  CAP_PROP_FPS: number;
  CAP_PROP_FRAME_WIDTH: number;
  CAP_PROP_FRAME_HEIGHT: number;
  CAP_PROP_POS_MSEC: number;
}

/** What could not be had at the start, and in one sentence which and what to do. */
export class StartFault extends Error {
  readonly reason: VisionFault;

  constructor(reason: VisionFault, detail: string) {
    super(detail);
    this.reason = reason;
  }
}

/** As a good camera has; 90 MB decoded. A flat picture of that size takes a few kB, and so does a far larger one. */
const MOST_PIXELS = 30_000_000;

/** The addon, with its callbacks and thrown strings put right. Nothing else in Mien touches it. */
export class OpenCv {
  readonly raw: Addon;

  constructor(addon: Addon) {
    this.raw = addon;
    // One core is enough for faces; a pool of idle threads costs memory and makes the figures jump.
    addon.setNumThreads(1);
  }

  /** `source` is a file, or the number of a V4L2 device. Blocks until it is open; null when it can't be opened. */
  openCapture(source: string | number): Capture | null {
    const backend = typeof source === "number" ? this.raw.CAP_V4L2 : this.raw.CAP_FFMPEG;
    try {
      return new Capture(this.raw, new this.raw.VideoCapture(source, backend));
    } catch {
      // The addon throws for every reason alike, and says none: the caller looks at the path.
      return null;
    }
  }

  /** The picture in the bytes of a JPEG, PNG, WebP or BMP file, BGR; null when they are none, or it is too large. */
  decodeImage(bytes: Buffer): Mat | null {
    // Looked up before, because over a picture beyond its own limit OpenCV aborts the process.
    if ((declaredPixels(bytes) ?? Number.POSITIVE_INFINITY) > MOST_PIXELS) return null;
    try {
      return keepUnlessEmpty(this.raw.imdecode(bytes, this.raw.IMREAD_COLOR));
    } catch {
      // Empty or damaged bytes are thrown as a string.
      return null;
    }
  }

  /** A new grey Mat of a BGR one. */
  grey(image: Mat): Mat {
    return image.cvtColor(this.raw.COLOR_BGR2GRAY);
  }

  /** A view of `rect`, which must lie inside. */
  region(image: Mat, rect: PixelRect): Mat {
    return image.getRegion(new this.raw.Rect(rect.x, rect.y, rect.width, rect.height));
  }
}

const USUAL_FPS = 25;

/** An open camera or file. One read at a time: a second one beside it would abort the process. */
export class Capture {
  readonly #addon: Addon;
  readonly #raw: RawCapture;
  #reading = false;
  #positionMs: number | null = null;

  constructor(addon: Addon, raw: RawCapture) {
    this.#addon = addon;
    this.#raw = raw;
  }

  get width(): number {
    return this.#raw.get(this.#addon.CAP_PROP_FRAME_WIDTH);
  }

  get height(): number {
    return this.#raw.get(this.#addon.CAP_PROP_FRAME_HEIGHT);
  }

  /** From one frame to the next, as the source says, or as is usual where it doesn't. */
  get frameMs(): number {
    const fps = this.#raw.get(this.#addon.CAP_PROP_FPS);
    return 1_000 / (fps > 0 && fps < 1_000 ? fps : USUAL_FPS);
  }

  /**
   * Where the frame that was read last stands in the file, by its timestamp. Files without timestamps, and the
   * last frames of many that have them (they come out of the decoder without), go by the frame rate.
   */
  get positionMs(): number {
    return this.#positionMs ?? 0;
  }

  /** Asks the driver to keep only so many frames; it may keep more. */
  keepFrames(count: number): void {
    this.#raw.set(this.#addon.CAP_PROP_BUFFERSIZE, count);
  }

  /** The next frame, or null at the end or when the device is gone. */
  read(): Promise<Mat | null> {
    if (this.#reading) throw new Error("two reads at once on one capture: await the first");
    this.#reading = true;
    return new Promise((resolve, reject) => {
      this.#raw.readAsync((error, frame) => {
        this.#reading = false;
        if (error) return reject(new Error(String(error)));
        const kept = keepUnlessEmpty(frame);
        if (kept) this.#positionMs = this.#positionAfter(this.#positionMs);
        resolve(kept);
      });
    });
  }

  /** Only while no read is in flight. */
  release(): void {
    if (this.#reading) throw new Error("a capture was released during a read: await the read");
    this.#raw.release();
  }

  #positionAfter(lastMs: number | null): number {
    const saidMs = this.#raw.get(this.#addon.CAP_PROP_POS_MSEC);
    if (lastMs === null) return 0;
    return saidMs > lastMs ? saidMs : lastMs + this.frameMs;
  }
}

/** @throws StartFault `opencv-missing` */
export function loadOpenCv(): OpenCv {
  const require = createRequire(import.meta.url);
  const folders = require.resolve.paths("opencv4nodejs") ?? [];
  // The package's own entry prints, searches the machine for OpenCV and takes longer; the addon alone is silent.
  let lastError = "it is not installed";
  for (const folder of folders) {
    const path = join(folder, "opencv4nodejs/build/Release/opencv4nodejs.node");
    try {
      return new OpenCv(require(path) as Addon);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "MODULE_NOT_FOUND") lastError = String(error);
    }
  }
  throw new StartFault(
    "opencv-missing",
    `The OpenCV addon can't be loaded (${lastError}). Run scripts/start, which builds it.`,
  );
}

function keepUnlessEmpty(image: Mat): Mat | null {
  if (!image.empty) return image;
  image.release();
  return null;
}
