import type { Affect } from "../protocol/mood.ts";
import type { Detection, ExpressionProbs } from "../protocol/vision.ts";
import { elapse, enterRoom, type Moment, type MoodSettings, observe, type RoomState } from "./room.ts";

// What the tests of this room play.

export const usual: Affect = { valence: 0.35, arousal: 0.1 };

export const settings: MoodSettings = {
  halfLifeMs: 6_000,
  dwellMs: 8_000,
  holdMs: 60_000,
  fadeMs: 120_000,
  usual,
};

/** Three faces as a calibrated model of seven classes reads them. */
export const crying: ExpressionProbs = {
  angry: 0.08,
  disgust: 0.02,
  fear: 0.16,
  happy: 0.03,
  sad: 0.62,
  surprise: 0.01,
  neutral: 0.08,
};

export const atRest: ExpressionProbs = {
  angry: 0.05,
  disgust: 0.01,
  fear: 0.03,
  happy: 0.04,
  sad: 0.11,
  surprise: 0.02,
  neutral: 0.74,
};

export const smiling: ExpressionProbs = {
  angry: 0.01,
  disgust: 0.01,
  fear: 0.01,
  happy: 0.82,
  sad: 0.02,
  surprise: 0.03,
  neutral: 0.1,
};

/** A face of middle size, read as these probabilities, or not read where there are none. */
export function face(probs: ExpressionProbs | null, overrides: Partial<Detection> = {}): Detection {
  return {
    trackId: 1,
    box: { x: 0.4, y: 0.3, width: 0.2, height: 0.3 },
    score: 20,
    quality: 0.8,
    reading: probs ? { probs } : { abstained: "unsure" },
    ...overrides,
  };
}

const midnight = 1_750_000_000_000;

/** The same moment on both clocks, this long after the room was entered. */
export const moment = (ms: number): Moment => ({ now: midnight + ms, monotonic: 5_000 + ms });

export const emptyRoom = (): RoomState => enterRoom(usual, moment(0));

/** The room after looking at the same faces this often, from one moment to another. */
export function watch(
  state: RoomState,
  detections: readonly Detection[],
  span: { fromMs: number; toMs: number; everyMs?: number },
  mood: MoodSettings = settings,
): RoomState {
  let room = state;
  for (let ms = span.fromMs; ms <= span.toMs; ms += span.everyMs ?? 200)
    room = observe(room, detections, moment(ms), mood);
  return room;
}

/** The room after time without a frame. */
export function leave(
  state: RoomState,
  span: { fromMs: number; toMs: number },
  mood: MoodSettings = settings,
): RoomState {
  let room = state;
  for (let ms = span.fromMs; ms <= span.toMs; ms += 1_000) room = elapse(room, moment(ms), mood);
  return room;
}
