import { distance } from "../protocol/circumplex.ts";
import type { Candidate } from "../protocol/library.ts";
import type { PickReason, SixPick } from "../protocol/music.ts";
import type { PickRequest } from "./request.ts";
import { reachOf } from "./target.ts";

/** A song, and where it stands. */
export interface Placed {
  candidate: Pick<Candidate, "track" | "affect">;
}

/** One of the six that was there before. */
export interface Staying extends Placed {
  pick: SixPick;
  /** Which of the six it was. */
  index: number;
}

/** Of those that are there, the ones that suit as well where the music heads now; each says so of the mood of now. */
export function stillSuiting(there: readonly SixPick[], request: PickRequest): readonly Staying[] {
  const isOut = new Set([...request.notTracks, ...request.unwanted]);
  return there.flatMap((pick, index): readonly Staying[] => {
    const { item } = pick;
    if (!pick.suits || item.kind !== "track" || item.track.affect === null) return [];
    const { track } = item;
    const affect = item.track.affect.point;
    const isAllowed =
      (request.allowExplicit || track.explicit !== true) && affect.arousal <= (request.highestArousal ?? 1);
    const away = distance(affect, request.target.point);
    if (!isAllowed || away > reachOf(request.target) || isOut.has(track.id)) return [];
    const reasons = pick.reasons.map((reason) => asOfNow(reason, away, request));
    return [{ candidate: { track, affect }, pick: { ...pick, reasons }, index }];
  });
}

function asOfNow(reason: PickReason, away: number, { mood, looks, policy, target }: PickRequest): PickReason {
  if (reason.kind === "suits") return { kind: "suits", target: target.point, distance: away };
  if (reason.kind === "mood") return { kind: "mood", label: mood.label, basis: mood.basis, looks, policy };
  return reason;
}

/** Those that stay where they were, the others in the gaps; what doesn't suit comes last all the same. */
export function inTheirPlaces(staying: readonly Staying[], fresh: readonly SixPick[]): readonly SixPick[] {
  const suiting = staying.length + fresh.filter(({ suits }) => suits).length;
  const placed = new Map(
    staying.filter(({ index }) => index < suiting).map(({ index, pick }) => [index, pick]),
  );
  const moved = staying.filter(({ index }) => index >= suiting).map(({ pick }) => pick);
  const gaps = [...moved, ...fresh];
  return Array.from(
    { length: staying.length + fresh.length },
    (_, index) => placed.get(index) ?? gaps.shift(),
  ).filter((pick) => pick !== undefined);
}
