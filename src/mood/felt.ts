import { between, onMap } from "../protocol/circumplex.ts";
import type { Affect, MoodBasis } from "../protocol/mood.ts";
import type { MonotonicMs } from "../protocol/time.ts";
import type { Detection } from "../protocol/vision.ts";
import { emaShare } from "./ema.ts";
import { readFaces } from "./faces.ts";

export interface FeltSettings {
  /** After this time half of a change in the faces has reached the mood. */
  halfLifeMs: number;
  /** How long the mood is kept after the last face; two seconds at the least. */
  holdMs: number;
  /** How long the way back to the usual mood takes after that. */
  fadeMs: number;
  /** The daypart's default, where nobody is seen. */
  usual: Affect;
}

/** The smoothed reading of the faces, as it was when a face was last read. */
export interface Felt {
  readonly affect: Affect;
  readonly confidence: number;
  /** When a face was last read; null while none has been. */
  readonly readAt: MonotonicMs | null;
  /** When a face was last in sight, read or not. */
  readonly seenAt: MonotonicMs;
}

/** What the camera makes of the room at one moment. */
export interface Judged {
  affect: Affect;
  confidence: number;
  basis: MoodBasis;
}

/** Until this long after the last reading a mood counts as seen now rather than as held. */
const freshMs = 2_000;

/**
 * A reading speaks for the time since the one before, but for this long at most: after a gap nobody knows what
 * the faces did in it. One look a second is the slowest rate there is.
 */
const longestSpanMs = 1_000;

/** Faces in sight that can't be read keep a mood, but for this many hold times at most: a poster is a face, too. */
const unreadHolds = 5;

/** Before any face. */
export function unfelt(usual: Affect): Felt {
  return { affect: usual, confidence: 0, readAt: null, seenAt: Number.NEGATIVE_INFINITY };
}

/** One frame more. */
export function feel(
  felt: Felt,
  detections: readonly Detection[],
  at: MonotonicMs,
  settings: FeltSettings,
): Felt {
  if (detections.length === 0) return felt;
  // From where the mood stands now: a face that comes while it fades takes over from there, without a jump.
  const { affect, confidence, basis } = judge(felt, at, settings);
  const reading = readFaces(detections);
  if (!reading) {
    // Unread faces keep what is kept anyway; they don't call back what has begun to fade.
    return basis === "faces" || basis === "held" ? { ...felt, seenAt: at } : felt;
  }
  const sinceReadMs = felt.readAt === null ? longestSpanMs : at - felt.readAt;
  const share = emaShare(Math.min(longestSpanMs, sinceReadMs), settings.halfLifeMs);
  return {
    affect: onMap(between(affect, reading.affect, share)),
    confidence: confidence + (reading.confidence - confidence) * share,
    readAt: at,
    seenAt: at,
  };
}

/** Seen now, then held, then fading over to the usual mood, then that. Confidence is halved by the end of the hold. */
export function judge(felt: Felt, at: MonotonicMs, settings: FeltSettings): Judged {
  const { fadeMs } = settings;
  const holdMs = Math.max(freshMs, settings.holdMs);
  const usual = onMap(settings.usual);
  if (felt.readAt === null) return { affect: usual, confidence: 0, basis: "daypart" };

  const unreadMs = at - felt.readAt;
  const heldMs = Math.max(at - felt.seenAt, unreadMs - (unreadHolds - 1) * holdMs);
  if (unreadMs <= freshMs) return { affect: felt.affect, confidence: felt.confidence, basis: "faces" };
  if (heldMs < holdMs) {
    const confidence = felt.confidence * (1 - 0.5 * Math.min(1, unreadMs / holdMs));
    return { affect: felt.affect, confidence, basis: "held" };
  }
  const fadedMs = heldMs - holdMs;
  if (fadedMs >= fadeMs) return { affect: usual, confidence: 0, basis: "daypart" };
  const faded = fadedMs / fadeMs;
  return {
    affect: between(felt.affect, usual, faded),
    confidence: 0.5 * felt.confidence * (1 - faded),
    basis: "fading",
  };
}
