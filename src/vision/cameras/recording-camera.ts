import { readFile, stat } from "node:fs/promises";
import { Type } from "typebox";
import { Value } from "typebox/value";
import type { MonotonicMs } from "../../protocol/time.ts";
import type { Observation } from "../../protocol/vision.ts";
import { sleepUntil } from "../sleep.ts";
import type { Camera, CameraFailure, PictureSize, Sight } from "./camera.ts";
import { inTime, isFailure } from "./in-time.ts";

const Share = Type.Number({ minimum: -1, maximum: 2 });
const Side = Type.Number({ minimum: 0, maximum: 2 });
const RecordedObservation = Type.Object({
  cameraId: Type.String(),
  seq: Type.Integer(),
  capturedAt: Type.Number(),
  tookMs: Type.Number(),
  detections: Type.Array(
    Type.Object({
      trackId: Type.Integer(),
      box: Type.Object({ x: Share, y: Share, width: Side, height: Side }),
      score: Type.Number(),
      quality: Type.Number({ minimum: 0, maximum: 1 }),
      reading: Type.Union([
        Type.Object({
          probs: Type.Record(Type.String(), Type.Number({ minimum: 0, maximum: 1 }), { minProperties: 1 }),
        }),
        Type.Object({
          abstained: Type.Union([
            Type.Literal("too-small"),
            Type.Literal("blurred"),
            Type.Literal("turned"),
            Type.Literal("unsure"),
          ]),
        }),
      ]),
    }),
  ),
});

/** Hours of a full room. */
const MOST_BYTES = 64 * 1024 * 1024;
/** From one observation to the next: no camera is faster, and a pause that is longer is a clock that was set. */
const LEAST_STEP_MS = 10;
const MOST_STEP_MS = 3_600_000;
/** Between the last observation of a recording and its first one again. */
const GAP_MS = 200;

/** Observations that were recorded before, one a line, replayed at their own pace over and over. */
export class RecordingCamera implements Camera {
  readonly kind = "recording";
  readonly name: string;
  #observations: readonly Observation[] = [];
  #next = 0;
  #roundBeganAt: MonotonicMs | null = null;

  constructor(options: { path: string }) {
    this.name = options.path;
  }

  async open(): Promise<PictureSize | CameraFailure> {
    const text = await inTime(
      this.#read().catch((error: Error) => error),
      this.name,
    );
    if (isFailure(text)) return text;
    if (text instanceof Error)
      return {
        failed: "camera-absent",
        detail: `The recording ${this.name} can't be read (${text.message}). Check the path.`,
      };
    if (text === null) return this.#unreadable(`is larger than ${MOST_BYTES / 1024 / 1024} MB`);
    const observations: Observation[] = [];
    for (const [at, line] of text.split("\n").entries()) {
      if (line.trim() === "") continue;
      const observation = parseLine(line);
      if (!observation) return this.#unreadable(`holds no observation in line ${at + 1}`);
      const last = observations.at(-1);
      const stepMs = last ? observation.capturedAt - last.capturedAt : LEAST_STEP_MS;
      if (stepMs < LEAST_STEP_MS || stepMs > MOST_STEP_MS)
        return this.#unreadable(`goes on in line ${at + 1} at a time that does not follow`);
      observations.push(observation);
    }
    if (observations.length === 0) return this.#unreadable("holds no observation");
    this.#observations = observations;
    return { width: 0, height: 0 };
  }

  async next(_dueAt: MonotonicMs, signal: AbortSignal): Promise<Sight | CameraFailure> {
    const first = this.#observations[0];
    const observation = this.#observations[this.#next];
    if (!first || !observation) throw new Error("a recording was read that is not open");
    this.#roundBeganAt ??= performance.now();
    await sleepUntil(this.#roundBeganAt + observation.capturedAt - first.capturedAt, signal);
    this.#next++;
    if (this.#next === this.#observations.length) {
      this.#next = 0;
      this.#roundBeganAt += observation.capturedAt - first.capturedAt + GAP_MS;
    }
    return { observation };
  }

  close(): void {
    this.#observations = [];
  }

  /** Null for one that is too large. */
  async #read(): Promise<string | null> {
    const { size } = await stat(this.name);
    return size > MOST_BYTES ? null : readFile(this.name, "utf8");
  }

  #unreadable(why: string): CameraFailure {
    return { failed: "camera-unreadable", detail: `${this.name} ${why}. Record it again.` };
  }
}

function parseLine(line: string): Observation | null {
  try {
    const value: unknown = JSON.parse(line);
    return Value.Check(RecordedObservation, value) ? value : null;
  } catch {
    // Not JSON is as wrong as not an observation.
    return null;
  }
}
