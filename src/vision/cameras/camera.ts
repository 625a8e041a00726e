import type { MonotonicMs } from "../../protocol/time.ts";
import type { CameraKind, CameraReason, Observation } from "../../protocol/vision.ts";
import type { Mat } from "../opencv.ts";

/** Why there is no picture, and in one sentence what to do. */
export interface CameraFailure {
  failed: CameraReason;
  detail: string;
  /** A native read hangs and can't be taken back: only the end of the process frees it. */
  hangs?: true;
}

export interface PictureSize {
  width: number;
  height: number;
}

/** One picture in memory. */
export interface Frame {
  /** BGR. Not to be used after `release`. */
  image: Mat;
  /** When it was taken. */
  at: MonotonicMs;
  release(): void;
}

/** What a camera shows: a picture, or, from a recording, what was seen in one. */
export type Sight = { frame: Frame } | { observation: Observation };

/** Said before each step that holds up the whole process: what is tried now, and how long that may take. */
export type TellTry = (step: { name: string; mayTakeMs: number }) => Promise<void>;

/** A source of pictures. Made closed; after `close` it is not opened again. */
export interface Camera {
  readonly kind: CameraKind;
  /** What it is called for people, without a password that an address may hold. */
  readonly name: string;
  /** Size in pixels; 0 × 0 where there are none. */
  open(signal: AbortSignal, tell: TellTry): Promise<PictureSize | CameraFailure>;
  /**
   * The newest picture, not before `dueAt`; older ones are dropped. One call at a time. After an abort it comes
   * back soon, with whatever.
   */
  next(dueAt: MonotonicMs, signal: AbortSignal): Promise<Sight | CameraFailure>;
  /** Only while no `next` is pending. */
  close(): void;
}

/** What cameras tell about their reading. */
export interface ReadMeter {
  /** `null` where a picture was dropped before it was decoded. */
  read(tookMs: number | null): void;
  dropped(): void;
}
