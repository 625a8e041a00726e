import type { PickReason, Track } from "../protocol/music.ts";
import { likedIn, type PickRequest, spokenFor } from "./request.ts";
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

function wishesMet({ id, title, languages, artists }: Track, request: PickRequest): PickReason[] {
  const { wishes, turn } = request;
  const wanted = spokenFor(request);
  const liked = likedIn(request);
  const spoken = languages.find((language) => inOneOf(wanted.languages)([language]));
  const wished = artists.find((artist) => byOneOf(wishes.artists)([artist]));
  const favourite = artists.find((artist) => byOneOf(liked.artists)([artist]));
  const isTold = { guest: true, owner: true, person: turn?.tells === true };
  const reasons: PickReason[] = [];
  if (spoken !== undefined && isTold[wanted.by])
    reasons.push({ kind: "preferred", what: "language", value: spoken, by: wanted.by });
  else if (spoken === undefined && wanted.languages.length > 0 && isTold[wanted.by])
    reasons.push({ kind: "widened", rule: "language" });
  if (wished !== undefined) reasons.push({ kind: "preferred", what: "artist", value: wished, by: "guest" });
  else if (wishes.artists.length > 0) reasons.push({ kind: "widened", rule: "favourites" });
  if (wished !== undefined || !isTold[liked.by]) return reasons;
  if (liked.songs.includes(id)) reasons.push({ kind: "preferred", what: "song", value: title, by: liked.by });
  if (favourite !== undefined)
    reasons.push({ kind: "preferred", what: "artist", value: favourite, by: liked.by });
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
