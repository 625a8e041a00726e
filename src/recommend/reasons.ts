import type { PickReason, Track } from "../protocol/music.ts";
import { languagesOf, type PickRequest } from "./request.ts";
import { byOneOf, inOneOf } from "./rules.ts";
import type { Scored } from "./score.ts";
import { reachOf } from "./target.ts";

/** Facts about this very track, whichever rung of the ladder it was found on. */
export function reasonsFor(chosen: Scored, request: PickRequest): readonly PickReason[] {
  const { candidate, distance, restMs } = chosen;
  const { mood, looks, policy, target } = request;
  const rested = restMs === null || restMs >= request.restMs;
  const reasons: PickReason[] = [];
  if (distance <= reachOf(target))
    reasons.push(
      { kind: "suits", target: target.point, distance },
      { kind: "mood", label: mood.label, basis: mood.basis, looks, policy },
    );
  else reasons.push({ kind: "widened", rule: "mood" });
  reasons.push(...wishesMet(candidate.track, request));
  if (rested) reasons.push({ kind: "rested", lastPlayedAt: candidate.lastPlayedAt });
  else reasons.push({ kind: "widened", rule: "rest" });
  return [...reasons, ...rulesBent(chosen, request)];
}

function wishesMet({ languages, artists }: Track, request: PickRequest): PickReason[] {
  const { wishes, favourites } = request;
  const wanted = languagesOf(request);
  const spoken = languages.find((language) => inOneOf(wanted)([language]));
  const wished = artists.find((artist) => byOneOf(wishes.artists)([artist]));
  const liked = artists.find((artist) => byOneOf(favourites)([artist]));
  const reasons: PickReason[] = [];
  if (spoken !== undefined) {
    const by = wishes.languages.length > 0 ? "guest" : "owner";
    reasons.push({ kind: "preferred", what: "language", value: spoken, by });
  } else if (wanted.length > 0) reasons.push({ kind: "widened", rule: "language" });
  if (wished !== undefined) reasons.push({ kind: "preferred", what: "artist", value: wished, by: "guest" });
  else if (wishes.artists.length > 0) reasons.push({ kind: "widened", rule: "favourites" });
  if (wished === undefined && liked !== undefined)
    reasons.push({ kind: "preferred", what: "artist", value: liked, by: "owner" });
  return reasons;
}

function rulesBent({ candidate }: Scored, request: PickRequest): PickReason[] {
  const { track, affect, artistLastPlayedAt } = candidate;
  const { now, artistRestMs, shortestMs, longestMs, highestArousal } = request;
  const justBefore = byOneOf(request.lastArtists)(track.artists);
  const resting =
    artistRestMs > 0 &&
    ((artistLastPlayedAt !== null && artistLastPlayedAt > now - artistRestMs) ||
      byOneOf(request.comingArtists)(track.artists));
  const length =
    track.durationMs < (shortestMs ?? 0) || track.durationMs > (longestMs ?? Number.POSITIVE_INFINITY);
  const bent: PickReason[] = [];
  if (justBefore) bent.push({ kind: "widened", rule: "artist" });
  else if (resting) bent.push({ kind: "widened", rule: "artist-rest" });
  if (length) bent.push({ kind: "widened", rule: "length" });
  if (affect.arousal > (highestArousal ?? 1)) bent.push({ kind: "widened", rule: "quiet" });
  return bent;
}
