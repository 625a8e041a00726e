import { distance } from "../protocol/circumplex.ts";
import type { EffectVerdict, PolicyEffect } from "../protocol/figures.ts";
import type { PlayEffect } from "../protocol/library.ts";
import { type Affect, Policy } from "../protocol/mood.ts";
import { clusteredFit, type Estimate } from "./clustered-fit.ts";

/** Songs within such a time are one sitting: much the same people on much the same evening. */
const sittingMs = 3 * 3_600_000;
/** A song whose target lay this near to the room asked nothing of it. */
const nothingAsked = 0.1;
/** Before fewer songs of either kind, from fewer sittings, nothing is said. */
const songsAtLeast = 30;
const sittingsAtLeast = 8;
/** Songs are compared with others that began in the same square of the map; a square needs so many of both kinds. */
const squareSide = 0.25;
const inSquareAtLeast = 3;

/** What each policy means to change, as a direction from where the room is. `match` means to change nothing. */
const intentions: Readonly<Record<Exclude<Policy, "match" | "glide">, Affect>> = {
  lift: { valence: 1, arousal: 0 },
  calm: { valence: 0, arousal: -1 },
  energise: { valence: 0, arousal: 1 },
};

/**
 * Did the room go where a policy meant it to, beyond what it does by itself? Null where the policy was not heard. A room that
 * looks gloomy now looks less so in a while whatever plays (regression to the mean), so the change alone says little.
 * It is set against songs that asked nothing of the room (`match`, mostly) and began in the same part of the map, with
 * what is left of the difference in beginnings fitted out. `docs/decisions/picks.md` tells what that can't rule out.
 */
export function effectOf(policy: Policy, plays: readonly PlayEffect[]): PolicyEffect | null {
  const seen = plays.filter(({ basis }) => basis === "faces");
  const idle = seen.filter(asksNothing);
  const own = policy === "match" ? idle : seen.filter((play) => play.policy === policy && !asksNothing(play));
  return own.length === 0 ? null : judged(policy, own, idle);
}

/** The same for every policy that was heard. */
export function effectsOf(plays: readonly PlayEffect[]): readonly PolicyEffect[] {
  return Policy.anyOf.flatMap(({ const: policy }) => effectOf(policy, plays) ?? []);
}

const asksNothing = ({ policy, before, target }: PlayEffect): boolean =>
  policy === "match" || distance(before, target) < nothingAsked;

function judged(policy: Policy, own: readonly PlayEffect[], idle: readonly PlayEffect[]): PolicyEffect {
  const valence = meanChange(own, "valence");
  const arousal = meanChange(own, "arousal");
  const told = { policy, songs: own.length, plain: valence && arousal && { valence, arousal } };
  const unknown = { valence: null, arousal: null, intended: null };
  if (policy === "match") return { ...told, ...unknown, verdict: "yardstick" };

  const pair = comparable(own, idle);
  if (pair === null) return { ...told, ...unknown, verdict: "too-few" };
  const towards = intentionOf(policy, own);
  const intended = beyond(pair, (play) => along(play, towards(play.before)));
  return {
    ...told,
    valence: beyond(pair, ({ before, during }) => during.valence - before.valence),
    arousal: beyond(pair, ({ before, during }) => during.arousal - before.arousal),
    intended,
    verdict: intended === null ? "too-few" : verdictOf(intended),
  };
}

function verdictOf({ low, high }: Estimate): EffectVerdict {
  if (low > 0) return "improved";
  return high < 0 ? "worsened" : "no-effect-seen";
}

function intentionOf(
  policy: Exclude<Policy, "match">,
  own: readonly PlayEffect[],
): (before: Affect) => Affect {
  if (policy !== "glide") return () => intentions[policy];
  // A song that asked nothing has no end to glide to: it is measured against the same one.
  const mean = (axis: keyof Affect) => own.reduce((sum, { target }) => sum + target[axis], 0) / own.length;
  const end = { valence: mean("valence"), arousal: mean("arousal") };
  return (before) => {
    const far = Math.max(distance(before, end), 1e-9);
    return { valence: (end.valence - before.valence) / far, arousal: (end.arousal - before.arousal) / far };
  };
}

function along({ before, during }: PlayEffect, towards: Affect): number {
  const { valence, arousal } = towards;
  return (during.valence - before.valence) * valence + (during.arousal - before.arousal) * arousal;
}

function meanChange(plays: readonly PlayEffect[], axis: keyof Affect): Estimate | null {
  const rows = plays.map((play) => ({
    x: [1],
    y: play.during[axis] - play.before[axis],
    cluster: sittingOf(play),
  }));
  return clusteredFit(rows)?.[0] ?? null;
}

interface Pair {
  own: readonly PlayEffect[];
  idle: readonly PlayEffect[];
}

/** Both kinds where both are: what began in moods that only one of them knows can't be compared. */
function comparable(own: readonly PlayEffect[], idle: readonly PlayEffect[]): Pair | null {
  const [ownIn, idleIn] = [countBySquare(own), countBySquare(idle)];
  const shared = ({ before }: PlayEffect): boolean => {
    const square = squareOf(before);
    return (ownIn.get(square) ?? 0) >= inSquareAtLeast && (idleIn.get(square) ?? 0) >= inSquareAtLeast;
  };
  const pair = { own: own.filter(shared), idle: idle.filter(shared) };
  const enough = [pair.own, pair.idle].every(
    (plays) => plays.length >= songsAtLeast && new Set(plays.map(sittingOf)).size >= sittingsAtLeast,
  );
  return enough ? pair : null;
}

function countBySquare(plays: readonly PlayEffect[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { before } of plays) {
    const square = squareOf(before);
    counts.set(square, (counts.get(square) ?? 0) + 1);
  }
  return counts;
}

/** The difference between the two kinds, of songs that began at the same place. */
function beyond({ own, idle }: Pair, change: (play: PlayEffect) => number): Estimate | null {
  const row = (isOwn: 0 | 1) => (play: PlayEffect) => ({
    x: [1, play.before.valence, play.before.arousal, isOwn],
    y: change(play),
    cluster: sittingOf(play),
  });
  return clusteredFit([...own.map(row(1)), ...idle.map(row(0))])?.[3] ?? null;
}

const sittingOf = ({ startedAt }: PlayEffect): number => Math.floor(startedAt / sittingMs);
const squareOf = ({ valence, arousal }: Affect): number =>
  Math.floor(valence / squareSide) * 100 + Math.floor(arousal / squareSide);
