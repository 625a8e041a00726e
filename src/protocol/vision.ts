import { type Static, Type } from "typebox";
import type { EpochMs } from "./time.ts";

/** Fractions of the frame, 0 to 1, origin top left. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * Calibrated probabilities that sum to 1. The keys are the classes that models/fer.json names (seven today),
 * or `smiling` and `notSmiling` when vision senses smiles only.
 */
export type ExpressionProbs = Readonly<Record<string, number>>;

/** Why a face that was found is not read. Unread is better than wrong. */
export type Abstention = "too-small" | "blurred" | "turned" | "unsure";

/** One face in one frame. */
export interface Detection {
  /** Stays the same for the same face from frame to frame; means nothing after the face has gone. */
  trackId: number;
  box: Box;
  /** How often the cascade agreed with itself on this face; the detector's own scale. */
  score: number;
  /** 0 to 1, from size, sharpness and pose: how far a reading of this face can be trusted. */
  quality: number;
  reading: { probs: ExpressionProbs } | { abstained: Abstention };
}

/** What one frame showed. A frame without faces is an observation too. */
export interface Observation {
  cameraId: string;
  /** Counts up by one, from 1 at the start of the vision process. */
  seq: number;
  capturedAt: EpochMs;
  /** From the frame's arrival to this observation. */
  tookMs: number;
  detections: readonly Detection[];
}

/** A part of the picture that is painted black before anybody is looked for in it, in fractions of the frame. */
export type Zone = Static<typeof Zone>;
export const Zone = Type.Object(
  {
    x: Type.Number({ minimum: 0, maximum: 1 }),
    y: Type.Number({ minimum: 0, maximum: 1 }),
    width: Type.Number({ minimum: 0.01, maximum: 1 }),
    height: Type.Number({ minimum: 0.01, maximum: 1 }),
  },
  { additionalProperties: false },
);

/** What goes with a picture of the preview: what was read in this very picture. */
export interface Seen {
  /** Of the observation. */
  seq: number;
  /** Of the picture that was looked at, in pixels; 0 × 0 where a recording has none. */
  width: number;
  height: number;
  detections: readonly Detection[];
}

/** All seven expressions, or only whether people smile, for places where nothing more should be read. */
export type Sensing = Static<typeof Sensing>;
export const Sensing = Type.Union([Type.Literal("expressions"), Type.Literal("smile")]);

export type CascadeName = Static<typeof CascadeName>;
export const CascadeName = Type.Union([
  Type.Literal("haarcascade_frontalface_alt2"),
  Type.Literal("haarcascade_frontalface_default"),
]);

export type CameraKind = "v4l2" | "file" | "images" | "mjpeg" | "rtsp" | "recording";

export type CameraReason =
  /** Never there: no device at that place, no such file, nobody answers at that address. */
  | "camera-absent"
  /** It was there and is gone: the plug, or the server behind an address. */
  | "camera-unplugged"
  /** A read did not come back within 3 s. */
  | "camera-stuck"
  /** A source that does not repeat has come to its end. */
  | "camera-ended"
  /** It is there but gives no picture: busy, no permission, or not a video. */
  | "camera-unreadable";

/** What the camera does, as vision says it. */
export type CameraStatus =
  | { state: "opening"; source: string; kind: CameraKind; mayTakeMs: number }
  | { state: "looking"; source: string; kind: CameraKind; width: number; height: number }
  | { state: "closed" }
  | {
      state: "down";
      source: string;
      kind: CameraKind;
      reason: CameraReason;
      detail: string;
      retryInMs: number;
    };

/** Reasons for which vision does not even start; it says one and exits. */
export type VisionFault = "model-invalid" | "cascade-missing" | "opencv-missing";

/** What vision is told at its start and whenever a setting changes. */
export interface VisionConfig {
  /**
   * `auto` (the first V4L2 device that gives a picture), a device path, a video file, a folder of images, the address
   * of an MJPEG stream (http, https) or of a network camera (rtsp), or a file of recorded observations
   * (`.observations.jsonl`).
   */
  source: string;
  cascade: CascadeName;
  /** The smallest face that is looked for, as a fraction of the frame's height. */
  minFaceShare: number;
  sensing: Sensing;
  /** Below this top probability a face is not read; null takes the model's own calibrated value. */
  minConfidence: number | null;
  /** Parts of the picture in which nobody is read. */
  blackout: readonly Zone[];
  observationsPerSecond: { withFaces: number; withoutFaces: number };
}

/** Counted from the start of the vision process; milliseconds are medians of the last minute. */
export interface VisionStats {
  framesRead: number;
  /** Read but too late to be looked at: a newer one was there. */
  framesDropped: number;
  framesExamined: number;
  readMs: number | null;
  detectMs: number | null;
  classifyMs: number | null;
  rssBytes: number;
}

/** From the daemon to vision. The camera is closed until `open`. */
export type VisionRequest =
  | { type: "configure"; config: VisionConfig }
  | { type: "open" }
  | { type: "close" }
  | { type: "shutdown" };

/** The two files of one net: as it was trained, and rounded to whole numbers. */
export type Precision = "fp32" | "int8";

/** The expression model that vision runs. */
export interface ModelInUse {
  version: string;
  precision: Precision;
  /** Its name in the folder models/. */
  file: string;
  /** Why this precision, in a sentence for a log. */
  because: string;
  classes: readonly string[];
}

/** From vision to the daemon. `stats` comes every second and is the sign of life. */
export type VisionReport =
  | { type: "ready"; model: ModelInUse }
  | { type: "camera"; status: CameraStatus }
  | { type: "observation"; observation: Observation }
  | { type: "stats"; stats: VisionStats }
  | { type: "fault"; reason: VisionFault; detail: string };
