import { distance } from "../protocol/circumplex.ts";
import type { Candidate, CandidateQuery } from "../protocol/library.ts";
import type { Affect } from "../protocol/mood.ts";
import type { Rung } from "./ladder.ts";
import { languagesOf, type PickRequest, type PickTools } from "./request.ts";
import { artistsRested, byOneOf, rulesOf } from "./rules.ts";
import { type Scored, scored } from "./score.ts";

/** Half of what the store gives at most: a pick of twice as many takes twice the time and picks no better. */
const wholeLimit = 250;
/** Enough beside them to find the owner's favourites, or what lies elsewhere in the circle. */
const besideLimit = 100;
/** How often it is asked again without the artists that filled an answer and must rest. */
const askedAgainAtMost = 3;
/** Fewer than these, and it is worth asking again. */
const enough = 32;

export interface Answer {
  tracks: readonly Scored[];
  /** The nearest allowed track that is not among them is farther away than this. */
  knownTo: number;
}

/** What the store answers for one pick. Several rungs differ in their circle only, so each question is asked once. */
export class Answers {
  readonly #request: PickRequest;
  readonly #limit: number;
  readonly #candidates: PickTools["candidates"];
  readonly #liked: ((candidate: Candidate) => boolean) | null;
  readonly #known = new Map<string, Promise<Answer>>();

  constructor(request: PickRequest, candidates: PickTools["candidates"], limit = wholeLimit) {
    this.#request = request;
    this.#limit = limit;
    this.#candidates = candidates;
    const favourite = byOneOf(request.favourites);
    this.#liked = request.favourites.length > 0 ? ({ track }) => favourite(track.artists) : null;
  }

  /** Everything near a point (the target unless told otherwise) that a rung allows, whatever its circle. */
  on(rung: Rung, near: Affect = this.#request.target.point): Promise<Answer> {
    const query = { ...queryFor(rung, this.#request, near), limit: this.#limit };
    const key = this.#keyOf(rung, query);
    const known = this.#known.get(key) ?? this.#ask(rung, query);
    this.#known.set(key, known);
    return known;
  }

  /** Of what can differ between two questions for the same pick. */
  #keyOf(rung: Rung, query: CandidateQuery): string {
    const { target, notPlayedSince, languages, onlyArtists, shortestMs, longestMs, highestArousal } = query;
    const rests = [notPlayedSince, this.#artistsSince(rung), rung.sameArtist, rung.out];
    const wishes = [languages !== null, onlyArtists !== null];
    return [
      target.valence,
      target.arousal,
      ...rests,
      ...wishes,
      shortestMs,
      longestMs,
      highestArousal,
    ].join();
  }

  async #ask(rung: Rung, query: CandidateQuery): Promise<Answer> {
    const [tracks, liked] = await Promise.all([this.#rested(rung, query), this.#byFavourites(rung, query)]);
    const beside = liked.filter(({ track }) => !tracks.found.some((other) => other.track.id === track.id));
    const { target, now } = this.#request;
    return {
      tracks: [...tracks.found, ...beside].map((each) => scored(each, { target, now, liked: this.#liked })),
      knownTo: tracks.knownTo,
    };
  }

  /** An artist with a thousand songs in one place must not hide all others there while they rest. */
  async #rested(
    rung: Rung,
    query: CandidateQuery,
  ): Promise<{ found: readonly Candidate[]; knownTo: number }> {
    const rested = artistsRested(this.#artistsSince(rung));
    let asked = query;
    for (let again = 0; ; again += 1) {
      const answer = await this.#candidates(asked);
      const found = answer.filter(rulesOf(asked)).filter(rested);
      const all = answer.length < asked.limit;
      if (all) return { found, knownTo: Number.POSITIVE_INFINITY };
      if (found.length >= enough || again === askedAgainAtMost) {
        const last = answer.at(-1);
        return { found, knownTo: last ? distance(query.target, last.affect) : 0 };
      }
      const resting = answer.filter((each) => !rested(each)).flatMap(({ track }) => track.artists);
      asked = { ...asked, notArtists: [...new Set([...asked.notArtists, ...resting])] };
    }
  }

  async #byFavourites(rung: Rung, query: CandidateQuery): Promise<readonly Candidate[]> {
    const { favourites } = this.#request;
    if (favourites.length === 0 || query.onlyArtists !== null) return [];
    const asked = { ...query, onlyArtists: favourites, limit: besideLimit };
    const answer = await this.#candidates(asked);
    return answer.filter(rulesOf(asked)).filter(artistsRested(this.#artistsSince(rung)));
  }

  #artistsSince(rung: Rung): number {
    const restMs = this.#request.artistRestMs * rung.artistRest;
    return restMs > 0 ? this.#request.now - restMs : Number.MAX_SAFE_INTEGER;
  }
}

function queryFor(rung: Rung, request: PickRequest, near: Affect): Omit<CandidateQuery, "limit"> {
  const restMs = request.restMs * rung.rest;
  const artistsRest = request.artistRestMs * rung.artistRest > 0;
  const outs = { all: request.notTracks, "just-before": request.notTracks.slice(-1), none: [] };
  const { artists } = request.wishes;
  const languages = languagesOf(request);
  return {
    target: near,
    // Without a rest even plays ahead of the clock (it was set back since) keep no track out.
    notPlayedSince: restMs > 0 ? request.now - restMs : Number.MAX_SAFE_INTEGER,
    notArtists: [
      ...(rung.sameArtist ? [] : request.lastArtists),
      ...(artistsRest ? request.comingArtists : []),
    ],
    notTracks: outs[rung.out],
    allowExplicit: request.allowExplicit,
    languages: ["all", "languages"].includes(rung.wishes) && languages.length > 0 ? languages : null,
    onlyArtists: ["all", "artists"].includes(rung.wishes) && artists.length > 0 ? artists : null,
    shortestMs: rung.length ? request.shortestMs : null,
    longestMs: rung.length ? request.longestMs : null,
    highestArousal: rung.quiet ? request.highestArousal : null,
  };
}
