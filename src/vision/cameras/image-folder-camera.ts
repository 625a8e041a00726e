import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { MonotonicMs } from "../../protocol/time.ts";
import type { Mat, OpenCv } from "../opencv.ts";
import { sleepUntil } from "../sleep.ts";
import type { Camera, CameraFailure, PictureSize, ReadMeter, Sight } from "./camera.ts";
import { inTime, isFailure } from "./in-time.ts";

const PICTURES = /\.(jpe?g|png|webp|bmp)$/i;
/** How long each picture is shown. */
const EACH_MS = 4_000;
const MOST_BYTES = 64 * 1024 * 1024;

/** A folder of pictures, each shown for some seconds in the order of their names, over and over. */
export class ImageFolderCamera implements Camera {
  readonly kind = "images";
  readonly name: string;
  readonly #opencv: OpenCv;
  readonly #meter: ReadMeter;
  readonly #eachMs: number;
  #upcoming: string[] = [];
  #shown: Mat | null = null;
  #shownUntil: MonotonicMs = Number.NEGATIVE_INFINITY;

  constructor(options: { path: string; opencv: OpenCv; meter: ReadMeter; eachMs?: number }) {
    this.name = options.path;
    this.#opencv = options.opencv;
    this.#meter = options.meter;
    this.#eachMs = options.eachMs ?? EACH_MS;
  }

  async open(): Promise<PictureSize | CameraFailure> {
    const listed = await inTime(
      readdir(this.name).catch((error: NodeJS.ErrnoException) => error),
      this.name,
    );
    if (isFailure(listed)) return listed;
    if (listed instanceof Error)
      return {
        failed: "camera-absent",
        detail: `The folder ${this.name} can't be read (${listed.message}). Check the setting "Camera".`,
      };
    const first = await this.#load();
    if (isFailure(first)) return first;
    if (!first)
      return {
        failed: "camera-unreadable",
        detail: `The folder ${this.name} holds no picture (jpg, png, webp, bmp) that can be decoded. Put one there.`,
      };
    this.#show(first);
    return { width: first.cols, height: first.rows };
  }

  async next(dueAt: MonotonicMs, signal: AbortSignal): Promise<Sight | CameraFailure> {
    await sleepUntil(dueAt, signal);
    if (performance.now() >= this.#shownUntil) {
      const image = await this.#load();
      if (isFailure(image)) return image;
      if (!image)
        return {
          failed: "camera-ended",
          detail: `The folder ${this.name} has no pictures any more. Put some back, or choose another camera.`,
        };
      this.#show(image);
    }
    if (!this.#shown) throw new Error("a folder of pictures was read that is not open");
    // The picture stays for the next look; `close` or its successor releases it.
    return { frame: { image: this.#shown, at: performance.now(), release: () => undefined } };
  }

  close(): void {
    this.#shown?.release();
    this.#shown = null;
  }

  #show(image: Mat): void {
    this.close();
    this.#shown = image;
    this.#shownUntil = performance.now() + this.#eachMs;
  }

  /** Null for what is no picture, or gone. A pipe of that name would never be read to its end. */
  async #decode(path: string): Promise<Mat | CameraFailure | null> {
    const file = await inTime(
      stat(path).catch(() => null),
      path,
    );
    if (isFailure(file)) return file;
    if (!file?.isFile() || file.size > MOST_BYTES) return null;
    const bytes = await inTime(
      readFile(path).catch(() => null),
      path,
    );
    if (isFailure(bytes)) return bytes;
    return bytes && this.#opencv.decodeImage(bytes);
  }

  /** The next picture that can be decoded; null when there is none in the whole folder. */
  async #load(): Promise<Mat | CameraFailure | null> {
    for (let listed = false; ; ) {
      const path = this.#upcoming.shift();
      if (path === undefined) {
        // Listed anew each round, so that pictures can be added and taken away.
        if (listed) return null;
        listed = true;
        const names = await inTime(
          readdir(this.name).catch(() => []),
          this.name,
        );
        if (isFailure(names)) return names;
        this.#upcoming = names
          .filter((name) => PICTURES.test(name))
          .sort()
          .map((name) => join(this.name, name));
        continue;
      }
      const since = performance.now();
      const image = await this.#decode(path);
      if (isFailure(image)) return image;
      if (!image) continue;
      this.#meter.read(performance.now() - since);
      return image;
    }
  }
}
