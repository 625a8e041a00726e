import type { Detection, VisionReport, VisionRequest } from "../protocol/vision.ts";
import { CameraWatch } from "./camera-watch.ts";
import type { Camera, Sight } from "./cameras/camera.ts";
import { chooseCamera } from "./cameras/choose-camera.ts";
import type { Eyes } from "./eyes.ts";
import type { Meter } from "./meter.ts";
import { isCovered } from "./preview/blackout.ts";
import type { PreviewDoor } from "./preview/preview-door.ts";
import { previewPicture } from "./preview/preview-picture.ts";
import { onlySmile } from "./smile.ts";

export interface VisionOptions {
  eyes: Eyes;
  meter: Meter;
  /** Resolves when the report has been handed to the system. */
  report: (report: VisionReport) => Promise<void>;
  /** A native read hangs, the daemon has been told, and the process has to end. */
  onHang: () => void;
  /** For the admin who aims the camera. */
  preview?: PreviewDoor;
}

/** Camera and eyes together: takes requests, reports observations. The camera is closed until `open`. */
export class Vision {
  readonly #eyes: Eyes;
  readonly #report: VisionOptions["report"];
  readonly #watch: CameraWatch;
  readonly #preview: PreviewDoor | null;
  #cameraId = "";
  #seq = 0;
  /** Requests are carried out one after another: closing takes until the device is closed. */
  #work: Promise<void> = Promise.resolve();

  constructor({ eyes, meter, report, onHang, preview }: VisionOptions) {
    this.#eyes = eyes;
    this.#preview = preview ?? null;
    this.#report = report;
    this.#watch = new CameraWatch({
      choose: (source) => chooseCamera({ source, opencv: eyes.opencv, meter }),
      onStatus: (status) => report({ type: "camera", status }),
      dueAt: () => eyes.schedule.dueAt,
      onOpened: (camera) => this.#meet(camera),
      onSight: (sight, signal) => this.#see(sight, signal),
      onHang,
    });
  }

  /** Resolves when the request has been carried out. @throws StartFault for a cascade that is not there */
  handle(request: VisionRequest): Promise<void> {
    this.#work = this.#work.then(() => this.#carryOut(request));
    return this.#work;
  }

  async #carryOut(request: VisionRequest): Promise<void> {
    switch (request.type) {
      case "configure": {
        this.#eyes.configure(request.config);
        const { source } = request.config;
        if (this.#watch.source === null || this.#watch.source === source) return;
        await this.#watch.close();
        return this.#watch.open(source);
      }
      case "open":
        if (this.#watch.source === null) this.#watch.open(this.#eyes.config.source);
        return;
      case "close":
        await this.#watch.close();
        return this.#report({ type: "camera", status: { state: "closed" } });
      case "shutdown":
        return this.#watch.close();
    }
  }

  #meet(camera: Camera): void {
    this.#cameraId = camera.name;
    this.#eyes.forget();
  }

  async #see(sight: Sight, signal: AbortSignal): Promise<void> {
    const since = "frame" in sight ? sight.frame.at : performance.now();
    const detections =
      "frame" in sight
        ? await this.#eyes.look(sight.frame.image)
        : this.#recall(sight.observation.detections);
    // Closed in the meantime: what was still seen is told to nobody.
    if (signal.aborted) return;
    const tookMs = performance.now() - since;
    await this.#report({
      type: "observation",
      observation: {
        cameraId: this.#cameraId,
        seq: ++this.#seq,
        capturedAt: Math.round(Date.now() - tookMs),
        tookMs: Math.round(tookMs * 100) / 100,
        detections,
      },
    });
    if (!signal.aborted) this.#show(sight, detections);
  }

  /** As it was read: what is blacked out is black here too. */
  #show(sight: Sight, detections: readonly Detection[]): void {
    if (!this.#preview?.wanted) return;
    const image = "frame" in sight ? sight.frame.image : null;
    this.#preview.show(
      { seq: this.#seq, width: image?.cols ?? 0, height: image?.rows ?? 0, detections },
      image ? previewPicture(this.#eyes.opencv, image) : Buffer.alloc(0),
    );
  }

  /** A recording may hold more than is to be read from faces now, and of whom. */
  #recall(detections: readonly Detection[]): readonly Detection[] {
    const { blackout, sensing } = this.#eyes.config;
    const open = detections.filter(({ box }) => !isCovered(box, blackout));
    if (sensing === "expressions") return open;
    return open.map((detection) =>
      "probs" in detection.reading
        ? { ...detection, reading: { probs: onlySmile(detection.reading.probs) } }
        : detection,
    );
  }
}
