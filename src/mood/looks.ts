import type { Looks } from "../protocol/mood.ts";
import type { MonotonicMs } from "../protocol/time.ts";
import type { Detection, ExpressionProbs } from "../protocol/vision.ts";

/** What one frame showed, for as long as it lies in the window. */
export interface Sight {
  at: MonotonicMs;
  /** How long this frame speaks for: the time since the one before it, in milliseconds. */
  spanMs: number;
  faces: readonly { trackId: number; probs: ExpressionProbs | null }[];
}

/** What the last second or so looked like. */
export interface View {
  looks: Looks;
  faces: number;
}

/** Expressions: long enough to bridge the moments in which a moving face can't be read. */
const windowMs = 1_500;
/** Whether anybody is there: long enough to vote one wrong frame down at five looks a second. */
const presenceMs = 800;
/** Without a new frame for this long nobody is in sight: the camera is closed, or down. */
const blindAfterMs = 2_000;
/** A frame after a pause speaks for this long at most; one look a second is the slowest rate there is. */
const longestSpanMs = 1_000;
/** An unread face counts as read once it was read in this share of its time; then, while it is read at all. */
const readShare = 0.3;
/** A face in the picture for less than this share of the window is passing, or a false one, and has no say yet. */
const steadyShare = 0.3;
/** What the words shown now are ahead by: in mean probability for a face, in share of faces for the room. */
const advantage = { face: 0.08, room: 0.1 };
/** The share of faces from which "mostly" is said. */
const mostShare = 0.5;
/** "Mostly" also has to be ahead of the next expression by this share: one of each is mixed. */
const neededLead = 0.1;

/** The window with one more frame, and without those that have left it. */
export function withSight(
  sights: readonly Sight[],
  detections: readonly Detection[],
  at: MonotonicMs,
): readonly Sight[] {
  const last = sights.at(-1);
  const sinceLast = last ? at - last.at : longestSpanMs;
  const sight: Sight = {
    at,
    spanMs: Math.max(1, Math.min(longestSpanMs, sinceLast)),
    faces: detections.map(({ trackId, reading }) => ({
      trackId,
      probs: "probs" in reading ? reading.probs : null,
    })),
  };
  return [...sights.filter((earlier) => earlier.at <= at && earlier.at > at - windowMs), sight];
}

/** The window after time without a frame: unchanged for a while, then empty. */
export function withoutSight(sights: readonly Sight[], at: MonotonicMs): readonly Sight[] {
  const last = sights.at(-1);
  return last && at - last.at > blindAfterMs ? [] : sights;
}

/**
 * What the window shows, by majority over time. The words shown now have a small advantage, so that they don't
 * flicker; they come back as the same object where nothing has changed.
 */
export function viewOf(sights: readonly Sight[], shown: Looks): View {
  const faces = usualCount(sights);
  const looks: Looks = faces === 0 ? { kind: "nobody" } : looksOf(sights, faces, shown);
  const same = looks.kind === shown.kind && expressionOf(looks) === expressionOf(shown);
  return { faces, looks: same ? shown : looks };
}

const expressionOf = (looks: Looks): string | null => ("expression" in looks ? looks.expression : null);

/** The number of faces that stood in the picture for half of the last moments or longer. */
function usualCount(sights: readonly Sight[]): number {
  const from = (sights.at(-1)?.at ?? 0) - presenceMs;
  const counts = sights
    .map(({ at, spanMs, faces }) => ({ count: faces.length, ms: Math.min(spanMs, at - from) }))
    .filter(({ ms }) => ms > 0)
    .sort((a, b) => b.count - a.count);
  const half = counts.reduce((sum, { ms }) => sum + ms, 0) / 2;
  let passed = 0;
  for (const { count, ms } of counts) {
    passed += ms;
    if (passed >= half) return count;
  }
  return 0;
}

function looksOf(sights: readonly Sight[], count: number, shown: Looks): Looks {
  const shownExpression = expressionOf(shown);
  const shares = new Map<string, number>();
  const faces = steadyFaces(sights);
  const wholeMs = faces.reduce((sum, { seenMs }) => sum + seenMs, 0);
  let unread = 0;
  const neededRead = shownExpression === null ? readShare : 0;
  for (const face of faces) {
    const expression = face.readMs >= neededRead * face.seenMs ? leading(face, shownExpression) : null;
    if (expression === null) unread += 1;
    else shares.set(expression, (shares.get(expression) ?? 0) + face.seenMs / wholeMs);
  }
  const [first, second] = [...shares].sort((a, b) => b[1] - a[1]);
  if (!first) return { kind: "unread" };

  const [expression, share] = first;
  // One face may have two track ids in the window, when the tracker lost and found it again.
  if (count === 1 || (!second && unread === 0)) return { kind: "all", expression };
  const edge = shown.kind === "mostly" && expression === shownExpression ? advantage.room : 0;
  const isMost = share >= mostShare - edge && share - (second?.[1] ?? 0) >= neededLead;
  return isMost ? { kind: "mostly", expression } : { kind: "mixed" };
}

interface FaceOverTime {
  seenMs: number;
  readMs: number;
  /** Probability times milliseconds. */
  sums: Map<string, number>;
}

/** Each face over the window, without the passing ones where there are others. */
function steadyFaces(sights: readonly Sight[]): readonly FaceOverTime[] {
  const faces = new Map<number, FaceOverTime>();
  for (const sight of sights) {
    for (const { trackId, probs } of sight.faces) {
      const face = faces.get(trackId) ?? { seenMs: 0, readMs: 0, sums: new Map<string, number>() };
      faces.set(trackId, face);
      face.seenMs += sight.spanMs;
      if (!probs) continue;
      face.readMs += sight.spanMs;
      for (const [expression, probability] of Object.entries(probs))
        if (probability > 0)
          face.sums.set(expression, (face.sums.get(expression) ?? 0) + probability * sight.spanMs);
    }
  }
  const all = [...faces.values()];
  const wholeMs = sights.reduce((sum, { spanMs }) => sum + spanMs, 0);
  const steady = all.filter(({ seenMs }) => seenMs >= steadyShare * wholeMs);
  return steady.length > 0 ? steady : all;
}

function leading({ readMs, sums }: FaceOverTime, shown: string | null): string | null {
  let best: string | null = null;
  let most = 0;
  for (const [expression, sum] of sums) {
    const standing = sum / readMs + (expression === shown ? advantage.face : 0);
    if (standing > most) {
      best = expression;
      most = standing;
    }
  }
  return best;
}
