import { open, stat } from "node:fs/promises";
import type { MonotonicMs } from "../../protocol/time.ts";
import type { Capture, OpenCv } from "../opencv.ts";
import { sleepUntil } from "../sleep.ts";
import type { Camera, CameraFailure, PictureSize, ReadMeter, Sight, TellTry } from "./camera.ts";
import { inTime, isFailure } from "./in-time.ts";
import { readInTime } from "./read-in-time.ts";

/** A card that is busy, or a pipe that nobody writes to yet. */
const OPEN_MS = 5_000;
/** Further behind than this, it goes on from where it is: a pipe that stalled never catches up. */
const MOST_LAG_MS = 1_000;

/** A video file that plays over and over as if it were a camera: each frame is there from its timestamp on. */
export class VideoFileCamera implements Camera {
  readonly kind = "file";
  readonly name: string;
  readonly #opencv: OpenCv;
  readonly #meter: ReadMeter;
  #capture: Capture | null = null;
  /** When the first frame of this round was or would have been shown. */
  #roundBeganAt: MonotonicMs | null = null;
  /** Whether this round has shown anything yet. */
  #anyRead = false;

  constructor(options: { path: string; opencv: OpenCv; meter: ReadMeter }) {
    this.name = options.path;
    this.#opencv = options.opencv;
    this.#meter = options.meter;
  }

  async open(_signal: AbortSignal, tell: TellTry): Promise<PictureSize | CameraFailure> {
    const there = await inTime(
      firstByteOf(this.name).catch((error: NodeJS.ErrnoException) => error),
      this.name,
    );
    if (isFailure(there)) return there;
    if (there instanceof Error)
      return {
        failed: there.code === "ENOENT" ? "camera-absent" : "camera-unreadable",
        detail: `The video ${this.name} can't be read (${there.message}). Check the path in the setting "Camera".`,
      };
    await tell({ name: this.name, mayTakeMs: OPEN_MS });
    const capture = this.#opencv.openCapture(this.name);
    if (!capture)
      return {
        failed: "camera-unreadable",
        detail: `${this.name} is no video that can be played, or may not be read. Try it in a video player.`,
      };
    this.#capture = capture;
    return { width: capture.width, height: capture.height };
  }

  async next(dueAt: MonotonicMs, signal: AbortSignal): Promise<Sight | CameraFailure> {
    for (;;) {
      const capture = this.#capture;
      if (!capture) throw new Error("a video file was read that is not open");
      const cure = "If this comes back, check the disk that the video lies on.";
      const image = await readInTime({ capture, name: this.name, meter: this.#meter, cure });
      if (image === null) {
        const failure = await this.#rewind(capture);
        if (failure) return failure;
        continue;
      }
      if ("failed" in image) return image;

      this.#anyRead = true;
      const at = this.#timeOf(capture.positionMs);
      if (!signal.aborted && at < Math.max(dueAt, performance.now() - capture.frameMs)) {
        image.release();
        this.#meter.dropped();
        continue;
      }
      await sleepUntil(at, signal);
      return { frame: { image, at, release: () => image.release() } };
    }
  }

  close(): void {
    this.#capture?.release();
    this.#capture = null;
  }

  /** When the frame at that place in the file is to be shown. */
  #timeOf(positionMs: number): MonotonicMs {
    const now = performance.now();
    const at = (this.#roundBeganAt ?? now) + positionMs;
    const shownAt = now - at > MOST_LAG_MS ? now : at;
    this.#roundBeganAt = shownAt - positionMs;
    return shownAt;
  }

  /** Back to the beginning: by opening it again, because not every format can seek. */
  async #rewind(ended: Capture): Promise<CameraFailure | null> {
    if (!this.#anyRead)
      return {
        failed: "camera-unreadable",
        detail: `${this.name} holds no picture that can be decoded. Try it in a video player.`,
      };
    const roundMs = ended.positionMs + ended.frameMs;
    this.close();
    const isFile = await inTime(
      stat(this.name).then(
        (file) => file.isFile(),
        () => false,
      ),
      this.name,
    );
    if (isFailure(isFile)) return isFile;
    const capture = isFile ? this.#opencv.openCapture(this.name) : null;
    if (!capture)
      return {
        failed: "camera-ended",
        detail: `${this.name} has come to its end and can't be played again: it is gone, or a pipe. Put it back, or choose another camera.`,
      };
    this.#capture = capture;
    this.#anyRead = false;
    if (this.#roundBeganAt !== null) this.#roundBeganAt += roundMs;
    return null;
  }
}

/** So that a disk that does not answer is met here, where it can be waited for, and not by OpenCV, which holds up all. */
async function firstByteOf(path: string): Promise<void> {
  if (!(await stat(path)).isFile()) return;
  const file = await open(path);
  try {
    await file.read(Buffer.alloc(1));
  } finally {
    await file.close();
  }
}
