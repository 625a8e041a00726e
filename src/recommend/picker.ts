import type { Candidate, CandidateQuery, Slate } from "../protocol/library.ts";
import type { Looks, Mood, Policy } from "../protocol/mood.ts";
import type { Pick, PickReason } from "../protocol/music.ts";
import type { EpochMs, Id } from "../protocol/time.ts";
import { drawn, probabilities } from "./draw.ts";
import { ladder, lastResort, type Rung, turn } from "./ladder.ts";
import { byOneOf, rulesOf } from "./rules.ts";
import { type Scored, scored } from "./score.ts";
import { reachInSpreads, type Target, targetOf } from "./target.ts";

/** Goes with every pick. It changes whenever the same request could end in other probabilities. */
export const pickerVersion = "weighted-2";

export interface PickRequest {
  mood: Mood;
  /** The faces behind that mood: they go with the pick, as those of a minute later are not why it was picked. */
  looks: Looks;
  policy: Policy;
  now: EpochMs;
  /** How long a track rests after it began. */
  restMs: number;
  /** 0 always takes the best, 1 hardly minds. */
  adventure: number;
  allowExplicit: boolean;
  /** The artists of the song that will have played just before. */
  lastArtists: readonly string[];
  /** Tracks that are playing or queued, in the order in which they are heard: the last one is just before. */
  notTracks: readonly Id[];
}

export interface PickResult {
  pick: Pick;
  slate: Slate;
}

export interface PickTools {
  candidates: (query: CandidateQuery) => Promise<readonly Candidate[]>;
  /** 0 ≤ x < 1. Asked once for every pick. */
  random: () => number;
  newId: () => Id;
}

/** As many as the store gives at most. */
const queryLimit = 500;
/** The draw is among this many: enough for variety, and a slate of them is a few kilobytes in the history. */
const slateSize = 32;

/**
 * The next song: a weighted draw among the best that keep the rules; with none left, rules give way one by one
 * as `ladder.ts` says. Null when there is no track at all that may be played. Rejects as `candidates` does.
 */
export async function pickNext(request: PickRequest, tools: PickTools): Promise<PickResult | null> {
  const target = targetOf(request.mood, request.policy);
  const found = await firstToHold(request, target, tools.candidates);
  if (!found) return null;

  const best = found
    .toSorted((a, b) => b.score - a.score || (a.candidate.track.id < b.candidate.track.id ? -1 : 1))
    .slice(0, slateSize);
  const chances = probabilities(
    best.map(({ score }) => score),
    request.adventure,
  );
  const slate = best.map((each, index) => ({ ...each, probability: chances[index] ?? 0 }));
  const chosen = slate[drawn(chances, tools.random())];
  if (!chosen) throw new Error(`The draw fell outside of its ${slate.length} candidates.`);

  const { probability, score } = chosen;
  return {
    pick: {
      id: tools.newId(),
      item: { kind: "track", track: chosen.candidate.track },
      pickedAt: request.now,
      reasons: reasonsFor(chosen, request, target),
      draw: { pickerVersion, probability, candidates: slate.length, score },
    },
    slate: {
      pickerVersion,
      target: target.point,
      candidates: slate.map(({ candidate, ...weighed }) => ({ trackId: candidate.track.id, ...weighed })),
    },
  };
}

/** What may be drawn on the highest rung of the ladder that holds anything. */
async function firstToHold(
  request: PickRequest,
  target: Target,
  candidates: PickTools["candidates"],
): Promise<readonly Scored[] | null> {
  // Several rungs differ in their circle only, so each query is asked once.
  const answers = new Map<string, readonly Scored[]>();
  const allowedOn = async (rung: Rung): Promise<readonly Scored[]> => {
    const query = queryFor(rung, request, target);
    const key = JSON.stringify([query.notPlayedSince, query.notArtists, query.notTracks]);
    const known = answers.get(key);
    if (known) return known;
    const answer = await candidates(query);
    const allowed = answer.filter(rulesOf(query)).map((each) => scored(each, target, request.now));
    answers.set(key, allowed);
    return allowed;
  };

  for (const rung of ladder) {
    const inside = within(await allowedOn(rung), rung, target);
    const back = rung.inTurn
      ? inTurn(inside, await allowedOn(lastResort), { rung, request, target })
      : inside;
    const rested = rung.rest > 0 ? back : longestAgo(back);
    const held = rung.circle === "nearest" ? nearest(rested, target.spread) : rested;
    if (held.length > 0) return held;
  }
  return null;
}

function queryFor(rung: Rung, request: PickRequest, target: Target): CandidateQuery {
  const restMs = request.restMs * rung.rest;
  const outs = { all: request.notTracks, "just-before": request.notTracks.slice(-1), none: [] };
  return {
    target: target.point,
    // Without a rest even plays ahead of the clock (it was set back since) keep no track out.
    notPlayedSince: restMs > 0 ? request.now - restMs : Number.MAX_SAFE_INTEGER,
    notArtists: rung.sameArtist ? [] : request.lastArtists,
    notTracks: outs[rung.out],
    allowExplicit: request.allowExplicit,
    languages: null,
    onlyArtists: null,
    shortestMs: null,
    longestMs: null,
    highestArousal: null,
    limit: queryLimit,
  };
}

function within(tracks: readonly Scored[], { circle }: Rung, { spread }: Target): readonly Scored[] {
  if (circle === "nearest") return tracks;
  return tracks.filter(({ distance }) => distance <= circle * reachInSpreads * spread);
}

/** Of these tracks those whose turn it is again; none where all that there is on the rung is too little for turns. */
function inTurn(
  tracks: readonly Scored[],
  everything: readonly Scored[],
  { rung, request, target }: { rung: Rung; request: PickRequest; target: Target },
): readonly Scored[] {
  if (within(everything, rung, target).length < turn.tracks) return [];
  const out = new Set(request.notTracks);
  const heard = everything.filter(({ candidate }) => !out.has(candidate.track.id));
  return tracks.filter(({ restMs }) => {
    if (restMs === null) return true;
    const later = heard.filter((other) => other.restMs !== null && other.restMs < restMs);
    return out.size + later.length >= turn.others;
  });
}

/** The half that was heard longest ago, or never. */
function longestAgo(tracks: readonly Scored[]): readonly Scored[] {
  const age = ({ restMs }: Scored): number => restMs ?? Number.MAX_SAFE_INTEGER;
  return tracks.toSorted((a, b) => age(b) - age(a)).slice(0, Math.ceil(tracks.length / 2));
}

/** The nearest track, and those up to one spread farther away. */
function nearest(tracks: readonly Scored[], spread: number): readonly Scored[] {
  const least = Math.min(...tracks.map(({ distance }) => distance));
  return tracks.filter(({ distance }) => distance <= least + spread);
}

/** Facts about this very track, whichever rung it was found on. */
function reasonsFor(chosen: Scored, request: PickRequest, target: Target): readonly PickReason[] {
  const { candidate, distance, restMs } = chosen;
  const suits = distance <= reachInSpreads * target.spread;
  const rested = restMs === null || restMs >= request.restMs;
  const { mood, looks, policy } = request;
  const reasons: PickReason[] = [];
  if (suits)
    reasons.push(
      { kind: "suits", target: target.point, distance },
      { kind: "mood", label: mood.label, basis: mood.basis, looks, policy },
    );
  else reasons.push({ kind: "widened", rule: "mood" });
  if (rested) reasons.push({ kind: "rested", lastPlayedAt: candidate.lastPlayedAt });
  else reasons.push({ kind: "widened", rule: "rest" });
  if (byOneOf(request.lastArtists)(candidate.track.artists))
    reasons.push({ kind: "widened", rule: "artist" });
  return reasons;
}
