import type { MonotonicMs } from "../protocol/time.ts";
import type { CameraReason, CameraStatus } from "../protocol/vision.ts";
import type { Camera, CameraFailure, Sight } from "./cameras/camera.ts";
import { sleepUntil } from "./sleep.ts";

/** Waits before the tries after a failure; the last one again and again. */
const RETRY_MS = [1_000, 2_000, 5_000, 10_000, 30_000] as const;

export interface CameraWatchOptions {
  choose: (source: string) => Promise<Camera>;
  /** Resolves when the status is on its way: the next step may hold up the process. */
  onStatus: (status: CameraStatus) => Promise<void>;
  /** When the next sight is wanted. */
  dueAt: () => MonotonicMs;
  /** A camera has been opened: what is known of the last one holds no longer. */
  onOpened: (camera: Camera) => void;
  /** The sight is released after this. After an abort its outcome is not wanted any more. */
  onSight: (sight: Sight, signal: AbortSignal) => Promise<void>;
  /** A native read hangs: the status has been told, and only the end of the process helps. */
  onHang: () => void;
  retryMs?: readonly number[];
}

/** Keeps one camera open and looks through it; when it fails, says why and tries again, ever more slowly. */
export class CameraWatch {
  readonly #options: CameraWatchOptions;
  #running: { source: string; abort: AbortController; done: Promise<void> } | null = null;

  constructor(options: CameraWatchOptions) {
    this.#options = options;
  }

  /** The source that is open or being tried; null while closed. */
  get source(): string | null {
    return this.#running?.source ?? null;
  }

  open(source: string): void {
    if (this.#running) throw new Error("a camera was opened twice: close it first");
    const abort = new AbortController();
    this.#running = { source, abort, done: this.#run(source, abort.signal) };
  }

  /** Resolves when the device is closed. */
  async close(): Promise<void> {
    const running = this.#running;
    if (!running) return;
    running.abort.abort();
    await running.done;
    if (this.#running === running) this.#running = null;
  }

  async #run(source: string, signal: AbortSignal): Promise<void> {
    let tries = 0;
    let lastReason: CameraReason | null = null;
    while (!signal.aborted) {
      const camera = await this.#options.choose(source);
      const outcome = await this.#lookThrough(camera, signal);
      if (outcome.hadSight) tries = 0;
      const failure = outcome.failure;
      if (!failure) return;
      // What was there and is gone stays gone for the same reason, also when trying finds nothing there.
      const reason: CameraReason =
        failure.failed === "camera-absent" && lastReason !== null ? lastReason : failure.failed;
      if (outcome.hadSight || lastReason !== null)
        // A plug that is pulled out in the middle of a read leaves its device there for a moment, without a picture.
        lastReason = reason === "camera-unreadable" ? "camera-unplugged" : reason;

      const waits = this.#options.retryMs ?? RETRY_MS;
      const retryInMs = waits[Math.min(tries, waits.length - 1)] ?? 0;
      tries++;
      await this.#options.onStatus({
        state: "down",
        source: camera.name,
        kind: camera.kind,
        reason,
        detail: failure.detail,
        retryInMs: failure.hangs ? 0 : retryInMs,
      });
      if (failure.hangs) this.#options.onHang();
      await sleepUntil(performance.now() + retryInMs, signal);
    }
  }

  /** Until the camera fails or the signal says stop (then there is no failure). */
  async #lookThrough(
    camera: Camera,
    signal: AbortSignal,
  ): Promise<{ hadSight: boolean; failure: CameraFailure | null }> {
    const { kind } = camera;
    let hadSight = false;
    let hangs = false;
    try {
      const tell = ({ name, mayTakeMs }: { name: string; mayTakeMs: number }) =>
        this.#options.onStatus({ state: "opening", source: name, kind, mayTakeMs });
      await tell({ name: camera.name, mayTakeMs: 0 });
      const opened = await camera.open(signal, tell);
      if ("failed" in opened) {
        hangs = opened.hangs === true;
        return { hadSight, failure: signal.aborted && !hangs ? null : opened };
      }
      if (signal.aborted) return { hadSight, failure: null };
      this.#options.onOpened(camera);
      while (!signal.aborted) {
        const sight = await camera.next(this.#options.dueAt(), signal);
        if ("failed" in sight) {
          hangs = sight.hangs === true;
          return { hadSight, failure: signal.aborted && !hangs ? null : sight };
        }
        try {
          if (signal.aborted) break;
          if (!hadSight)
            await this.#options.onStatus({ state: "looking", source: camera.name, kind, ...opened });
          hadSight = true;
          await this.#options.onSight(sight, signal);
        } finally {
          if ("frame" in sight) sight.frame.release();
        }
      }
      return { hadSight, failure: null };
    } finally {
      // A hanging read holds the capture; it goes with the process.
      if (!hangs) camera.close();
    }
  }
}
