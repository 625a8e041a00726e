import type { Affect } from "../protocol/mood.ts";
import type { Detection } from "../protocol/vision.ts";
import { affectOf } from "./expressions.ts";

/** What the readable faces of one frame show together. */
export interface RoomReading {
  affect: Affect;
  /** 0 to 1: how many faces were read, and how surely. */
  confidence: number;
}

/** One face is right less often than several that agree: what each further one leaves of the doubt. */
const doubtLeftPerFace = 0.2;

/**
 * Several faces as one affect, or null when none could be read. A face weighs by the side of its box (the square
 * root of its area: nearer people count more, yet one in front doesn't drown the many behind) times its quality.
 */
export function readFaces(detections: readonly Detection[]): RoomReading | null {
  let read = 0;
  let readWeight = 0;
  let wholeWeight = 0;
  let valence = 0;
  let arousal = 0;
  let sureness = 0;
  for (const detection of detections) {
    const side = sideOf(detection);
    wholeWeight += side;
    if (!("probs" in detection.reading)) continue;
    const face = affectOf(detection.reading.probs);
    const weight = side * share(detection.quality);
    if (!face || weight === 0) continue;
    read += 1;
    readWeight += weight;
    valence += weight * face.affect.valence;
    arousal += weight * face.affect.arousal;
    sureness += weight * face.top;
  }
  if (readWeight === 0) return null;
  return {
    affect: { valence: valence / readWeight, arousal: arousal / readWeight },
    // Weights that quality took away, and faces that abstained, are what the room did not tell.
    confidence: (sureness / readWeight) * (readWeight / wholeWeight) * (1 - doubtLeftPerFace ** read),
  };
}

const sideOf = ({ box }: Detection): number => Math.sqrt(share(box.width) * share(box.height));

const share = (value: number): number => (value > 0 ? Math.min(1, value) : 0);
