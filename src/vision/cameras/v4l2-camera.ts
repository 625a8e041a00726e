import { constants } from "node:fs";
import { access, realpath } from "node:fs/promises";
import type { MonotonicMs } from "../../protocol/time.ts";
import type { Capture } from "../opencv.ts";
import { sleepUntil } from "../sleep.ts";
import type { Camera, CameraFailure, PictureSize, ReadMeter, Sight, TellTry } from "./camera.ts";
import { readInTime } from "./read-in-time.ts";

/** Drivers keep a handful of pictures at most. */
const MOST_KEPT = 5;
/** A driver may load its firmware first. */
const OPEN_MS = 10_000;
/** Some cameras take seconds for their first picture. OpenCV gives up before this: environment.ts tells it when. */
const FIRST_PICTURE_MS = 7_000;

/** A device that is open, as far as a camera needs it. */
export type OpenDevice = Pick<Capture, "width" | "height" | "frameMs" | "keepFrames" | "read" | "release">;

export interface V4l2CameraOptions {
  /** The device's path: /dev/video0, or one in /dev/v4l/by-id. */
  source: string;
  opencv: { openCapture(device: number): OpenDevice | null };
  meter: ReadMeter;
}

/** Of a device that hangs. */
const PLUG_AGAIN = "If this comes back, unplug the camera and plug it in again.";

/** A camera on USB or CSI, through Video4Linux. */
export class V4l2Camera implements Camera {
  readonly kind = "v4l2";
  readonly name: string;
  readonly #opencv: V4l2CameraOptions["opencv"];
  readonly #meter: ReadMeter;
  #device: OpenDevice | null = null;

  constructor(options: V4l2CameraOptions) {
    this.name = options.source;
    this.#opencv = options.opencv;
    this.#meter = options.meter;
  }

  /** Open is what has given a picture: many a device opens and then never does. */
  async open(_signal: AbortSignal, tell: TellTry): Promise<PictureSize | CameraFailure> {
    const number = await this.#number();
    if (typeof number === "object") return number;
    await tell({ name: this.name, mayTakeMs: OPEN_MS });
    const device = this.#opencv.openCapture(number);
    if (!device)
      return {
        failed: "camera-unreadable",
        detail: `${this.name} does not open: another program uses it, or it gives no pictures. Close that program.`,
      };
    this.#device = device;
    // One picture waiting is enough: pictures are fetched when they are looked at, not as they come.
    device.keepFrames(1);
    const first = await readInTime({
      capture: device,
      name: this.name,
      meter: this.#meter,
      cure: PLUG_AGAIN,
      withinMs: FIRST_PICTURE_MS,
    });
    if (first === null) return this.#lost();
    if ("failed" in first) return first;
    this.#meter.dropped();
    const size = { width: first.cols, height: first.rows };
    first.release();
    return size;
  }

  async next(dueAt: MonotonicMs, signal: AbortSignal): Promise<Sight | CameraFailure> {
    const device = this.#device;
    if (!device) throw new Error("a camera was read that is not open");
    await sleepUntil(dueAt, signal);
    for (let kept = 0; ; kept++) {
      const since = performance.now();
      const { name } = this;
      const image = await readInTime({ capture: device, name, meter: this.#meter, cure: PLUG_AGAIN });
      if (image === null) return this.#lost();
      if ("failed" in image) return image;
      // What comes at once has lain in the driver since the last look. What has to be waited for is new.
      if (performance.now() - since < 0.4 * device.frameMs && kept < MOST_KEPT && !signal.aborted) {
        image.release();
        this.#meter.dropped();
        continue;
      }
      return { frame: { image, at: performance.now(), release: () => image.release() } };
    }
  }

  close(): void {
    this.#device?.release();
    this.#device = null;
  }

  /** The number by which the system knows the device, where this process may read it. */
  async #number(): Promise<number | CameraFailure> {
    const device = await realpath(this.name).catch(() => null);
    if (device === null)
      return {
        failed: "camera-absent",
        detail: `There is no camera at ${this.name}. Plug it in, or choose another one in the setting "Camera".`,
      };
    const number = device.match(/\/video(\d+)$/)?.[1];
    if (number === undefined)
      return {
        failed: "camera-unreadable",
        detail: `${this.name} is no video device. Choose one of /dev/video* or /dev/v4l/by-id/*, or auto.`,
      };
    const allowed = await access(device, constants.R_OK | constants.W_OK).then(
      () => true,
      () => false,
    );
    if (!allowed)
      return {
        failed: "camera-unreadable",
        detail: `${this.name} may not be read by this user. Add the user to the group video and log in again.`,
      };
    return Number(number);
  }

  async #lost(): Promise<CameraFailure> {
    const there = await realpath(this.name).then(
      () => true,
      () => false,
    );
    return there
      ? {
          failed: "camera-unreadable",
          detail: `${this.name} is there but gives no picture. Unplug it and plug it in again.`,
        }
      : { failed: "camera-unplugged", detail: `${this.name} is gone. Plug the camera in again.` };
  }
}
