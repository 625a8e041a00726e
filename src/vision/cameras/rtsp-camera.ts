import type { MonotonicMs } from "../../protocol/time.ts";
import type { Capture, Mat, OpenCv } from "../opencv.ts";
import { sleepUntil } from "../sleep.ts";
import type { Camera, CameraFailure, PictureSize, ReadMeter, Sight, TellTry } from "./camera.ts";
import { knockAtRtsp } from "./rtsp-knock.ts";

/** FFmpeg asks four times while it opens, and environment.ts gives each answer 5 s. */
const OPEN_MS = 20_000;
/** A stream may wait for its next whole picture, on which the others build. */
const FIRST_PICTURE_MS = 10_000;
/** A network stumbles now and then; this long is no stumble. */
const SILENT_MS = 5_000;
/** How often it is looked whether a picture has come; short beside the time between two looks. */
const GLANCE_MS = 20;

/** A network camera's stream by RTSP, over TCP, in whatever FFmpeg can decode. */
export class RtspCamera implements Camera {
  readonly kind = "rtsp";
  readonly name: string;
  readonly #url: URL;
  readonly #opencv: OpenCv;
  readonly #meter: ReadMeter;
  #newest: { image: Mat; at: MonotonicMs } | null = null;
  #ended = false;
  #closed = false;

  constructor(options: { url: string; opencv: OpenCv; meter: ReadMeter }) {
    this.#url = new URL(options.url);
    this.name = nameOf(this.#url);
    this.#opencv = options.opencv;
    this.#meter = options.meter;
  }

  async open(signal: AbortSignal, tell: TellTry): Promise<PictureSize | CameraFailure> {
    const failure = await knockAtRtsp(this.#url, this.name, signal);
    if (failure) return failure;
    await tell({ name: this.name, mayTakeMs: OPEN_MS });
    const capture = this.#opencv.openCapture(this.#url.href);
    if (!capture)
      return {
        failed: "camera-unreadable",
        detail: `${this.name} gives no stream. Check the path, and name and password in the address.`,
      };
    void this.#receive(capture);
    const first = await this.#wait(FIRST_PICTURE_MS, signal);
    return first ?? this.#size();
  }

  async next(dueAt: MonotonicMs, signal: AbortSignal): Promise<Sight | CameraFailure> {
    await sleepUntil(dueAt, signal);
    const failure = await this.#wait(SILENT_MS, signal);
    if (failure) return failure;
    const newest = this.#newest;
    if (!newest) throw new Error("an RTSP stream was waited for in vain without saying so");
    this.#newest = null;
    return { frame: { ...newest, release: () => newest.image.release() } };
  }

  /** A read that is under way ends by itself within FFmpeg's own limit, and then the stream is let go. */
  close(): void {
    this.#closed = true;
    this.#newest?.image.release();
    this.#newest = null;
  }

  /** Reads all that comes, or it would pile up at the camera, and keeps the newest picture. */
  async #receive(capture: Capture): Promise<void> {
    while (!this.#closed) {
      const since = performance.now();
      const image = await capture.read().catch(() => null); // Damaged data and a stream that ended are thrown alike.
      if (!image) break;
      if (this.#closed) {
        image.release();
        break;
      }
      this.#meter.read(performance.now() - since);
      if (this.#newest) {
        this.#newest.image.release();
        this.#meter.dropped();
      }
      this.#newest = { image, at: performance.now() };
    }
    this.#ended = true;
    capture.release();
  }

  /** Until there is a picture; answers why there will be none. */
  async #wait(ms: number, signal: AbortSignal): Promise<CameraFailure | null> {
    const giveUpAt = performance.now() + ms;
    while (!this.#newest) {
      if (this.#ended)
        return {
          failed: "camera-unplugged",
          detail: `The stream of ${this.name} has broken off. Check that the camera is on and in the same network.`,
        };
      if (signal.aborted || performance.now() >= giveUpAt)
        return {
          failed: "camera-stuck",
          detail: `${this.name} has sent no picture for ${ms / 1_000} s. Check the network and the camera.`,
        };
      await sleepUntil(performance.now() + GLANCE_MS, signal);
    }
    return null;
  }

  #size(): PictureSize {
    const image = this.#newest?.image;
    return { width: image?.cols ?? 0, height: image?.rows ?? 0 };
  }
}

/** What is shown of the address: cameras take passwords before the host, in the query, and some of them in the path. */
function nameOf({ host, pathname }: URL): string {
  return `rtsp://${host}${/=/.test(pathname) ? "/…" : pathname}`;
}
