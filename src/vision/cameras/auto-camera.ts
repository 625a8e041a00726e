import type { MonotonicMs } from "../../protocol/time.ts";
import type { Camera, CameraFailure, PictureSize, Sight, TellTry } from "./camera.ts";
import { V4l2Camera, type V4l2CameraOptions } from "./v4l2-camera.ts";
import { type DevicePlaces, systemPlaces, type VideoDevice, videoDevices } from "./video-devices.ts";

/** More than these nobody reads in one sentence. */
const NAMED = 3;

/** The first video device that gives a picture, whatever else calls itself one. */
export class AutoCamera implements Camera {
  readonly kind = "v4l2";
  readonly #options: Omit<V4l2CameraOptions, "source"> & { places?: DevicePlaces };
  #camera: V4l2Camera | null = null;

  constructor(options: Omit<V4l2CameraOptions, "source"> & { places?: DevicePlaces }) {
    this.#options = options;
  }

  get name(): string {
    return this.#camera?.name ?? "auto";
  }

  async open(signal: AbortSignal, tell: TellTry): Promise<PictureSize | CameraFailure> {
    const { found, passedOver } = await videoDevices(this.#options.places ?? systemPlaces);
    const tried: { device: VideoDevice; failure: CameraFailure }[] = [];
    for (const device of found) {
      const camera = new V4l2Camera({ ...this.#options, source: device.path });
      const opened = await camera.open(signal, tell);
      if (!("failed" in opened)) {
        this.#camera = camera;
        return opened;
      }
      // Its read still holds the device, and the process ends.
      if (opened.hangs) return opened;
      camera.close();
      if (signal.aborted) break;
      tried.push({ device, failure: opened });
    }
    return nothingOf(tried, passedOver);
  }

  async next(dueAt: MonotonicMs, signal: AbortSignal): Promise<Sight | CameraFailure> {
    if (!this.#camera) throw new Error("a camera was read that is not open");
    return this.#camera.next(dueAt, signal);
  }

  close(): void {
    this.#camera?.close();
  }
}

/** Why none of them will do, by name. */
function nothingOf(
  tried: readonly { device: VideoDevice; failure: CameraFailure }[],
  passedOver: number,
): CameraFailure {
  const there = tried.filter(({ failure }) => failure.failed === "camera-unreadable");
  if (there.length === 0) {
    const others = passedOver > 0 ? ` The ${passedOver} video devices of this machine are no cameras.` : "";
    return { failed: "camera-absent", detail: `No camera is connected. Plug one in.${others}` };
  }
  const [only] = there;
  if (only && there.length === 1) return { ...only.failure, detail: labelled(only) };
  const rest = there.length > NAMED ? ` And ${there.length - NAMED} more.` : "";
  return {
    failed: "camera-unreadable",
    detail: `No video device gives a picture. ${there.slice(0, NAMED).map(labelled).join(" ")}${rest}`,
  };
}

/** The sentence with what the kernel calls the device beside its path. */
function labelled({ device, failure }: { device: VideoDevice; failure: CameraFailure }): string {
  return device.label === ""
    ? failure.detail
    : failure.detail.replace(device.path, `${device.path} (${device.label})`);
}
