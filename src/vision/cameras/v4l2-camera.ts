import { constants } from "node:fs";
import { access, readdir, readFile, realpath } from "node:fs/promises";
import { join } from "node:path";
import type { MonotonicMs } from "../../protocol/time.ts";
import type { Capture, OpenCv } from "../opencv.ts";
import { sleepUntil } from "../sleep.ts";
import type { Camera, CameraFailure, ReadMeter, Sight } from "./camera.ts";
import { readInTime } from "./read-in-time.ts";

/** Drivers keep a handful of pictures at most. */
const MOST_KEPT = 5;

/** Video nodes of a Raspberry Pi that are no cameras: its codecs and picture processors. By their kernel names. */
const NO_CAMERA = /^(bcm2835-(codec|isp)|pispbe|rp1-cfe|rpivid|rpi-hevc)/;

/** A camera on USB or CSI, through Video4Linux. */
export class V4l2Camera implements Camera {
  readonly kind = "v4l2";
  readonly mayTakeMs = 10_000;
  readonly #wanted: string;
  readonly #devices: string;
  readonly #names: string;
  readonly #opencv: OpenCv;
  readonly #meter: ReadMeter;
  #capture: Capture | null = null;
  #path: string | null = null;

  /** `source` is a path below `devices` (/dev), or `auto` for the first one that opens. */
  constructor(options: {
    source: string;
    opencv: OpenCv;
    meter: ReadMeter;
    devices?: string;
    /** Where the kernel tells what each video node is. */
    names?: string;
  }) {
    this.#wanted = options.source;
    this.#devices = options.devices ?? "/dev";
    this.#names = options.names ?? "/sys/class/video4linux";
    this.#opencv = options.opencv;
    this.#meter = options.meter;
  }

  get name(): string {
    return this.#path ?? this.#wanted;
  }

  async open(): Promise<{ width: number; height: number } | CameraFailure> {
    const paths = this.#wanted === "auto" ? await this.#list() : [this.#wanted];
    let failure: CameraFailure = {
      failed: "camera-absent",
      detail: "No camera is connected. Plug one in.",
    };
    for (const path of paths) {
      const opened = await this.#openPath(path);
      if (!("failed" in opened)) return opened;
      failure = opened;
    }
    return failure;
  }

  async next(dueAt: MonotonicMs, signal: AbortSignal): Promise<Sight | CameraFailure> {
    const capture = this.#capture;
    if (!capture) throw new Error("a camera was read that is not open");
    await sleepUntil(dueAt, signal);
    for (let kept = 0; ; kept++) {
      const since = performance.now();
      const image = await readInTime({ capture, name: this.name, meter: this.#meter });
      if (image === null) return this.#lost();
      if ("failed" in image) return image;
      // What comes at once has lain in the driver since the last look. What has to be waited for is new.
      if (performance.now() - since < 0.4 * capture.frameMs && kept < MOST_KEPT && !signal.aborted) {
        image.release();
        this.#meter.dropped();
        continue;
      }
      return { frame: { image, at: performance.now(), release: () => image.release() } };
    }
  }

  close(): void {
    this.#capture?.release();
    this.#capture = null;
  }

  async #openPath(path: string): Promise<{ width: number; height: number } | CameraFailure> {
    const device = await realpath(path).catch(() => null);
    const number = device?.match(/\/video(\d+)$/)?.[1];
    if (device === null)
      return {
        failed: "camera-absent",
        detail: `There is no camera at ${path}. Plug it in, or choose another one in the setting "Camera".`,
      };
    if (number === undefined)
      return {
        failed: "camera-unreadable",
        detail: `${path} is no video device. Choose one of /dev/video* or /dev/v4l/by-id/*, or auto.`,
      };
    const allowed = await access(device, constants.R_OK | constants.W_OK).then(
      () => true,
      () => false,
    );
    if (!allowed)
      return {
        failed: "camera-unreadable",
        detail: `${path} may not be read by this user. Add the user to the group video and log in again.`,
      };
    const capture = this.#opencv.openCapture(Number(number));
    if (!capture)
      return {
        failed: "camera-unreadable",
        detail: `${path} does not open: another program uses it, or it gives no pictures. Close that program.`,
      };
    // One picture waiting is enough: pictures are fetched when they are looked at, not as they come.
    capture.keepFrames(1);
    this.#capture = capture;
    this.#path = path;
    return { width: capture.width, height: capture.height };
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

  async #list(): Promise<string[]> {
    const nodes = await readdir(this.#devices).catch(() => []);
    const numbers = nodes
      .flatMap((node) => node.match(/^video(\d+)$/)?.[1] ?? [])
      .sort((a, b) => Number(a) - Number(b));
    const paths: string[] = [];
    for (const number of numbers)
      if (!NO_CAMERA.test(await this.#kernelName(number))) paths.push(join(this.#devices, `video${number}`));
    return paths;
  }

  async #kernelName(number: string): Promise<string> {
    return readFile(join(this.#names, `video${number}`, "name"), "utf8").catch(() => "");
  }
}
