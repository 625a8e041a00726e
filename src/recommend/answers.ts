import { distance } from "../protocol/circumplex.ts";
import type { Candidate, CandidateQuery } from "../protocol/library.ts";
import type { Affect } from "../protocol/mood.ts";
import type { EpochMs, Id } from "../protocol/time.ts";
import type { Rung } from "./ladder.ts";
import { languagesOf, likedIn, type PickRequest, type PickTools } from "./request.ts";
import { byOneOf, rulesOf } from "./rules.ts";
import { type Scored, scored } from "./score.ts";

/** Half of what the store gives at most: a pick of twice as many takes twice the time and picks no better. */
const wholeLimit = 250;
/** Enough beside them to find favourites, or what lies elsewhere in the circle. */
const besideLimit = 100;

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
  /** The same list in each question, so that what is made of it is made once. */
  readonly #out: Readonly<Record<Rung["out"], readonly Id[]>>;

  constructor(request: PickRequest, candidates: PickTools["candidates"], limit = wholeLimit) {
    this.#request = request;
    this.#limit = limit;
    this.#candidates = candidates;
    const { notTracks, unwanted } = request;
    this.#out = {
      all: [...notTracks, ...unwanted],
      "just-before": [...notTracks.slice(-1), ...unwanted],
      none: [],
    };
    const { artists, songs } = likedIn(request);
    const [byLiked, likedSongs] = [byOneOf(artists), new Set(songs)];
    this.#liked =
      artists.length + songs.length > 0
        ? ({ track }) => byLiked(track.artists) || likedSongs.has(track.id)
        : null;
  }

  /** Everything near a point (the target unless told otherwise) that a rung allows, whatever its circle. */
  on(rung: Rung, near: Affect = this.#request.target.point, limit = this.#limit): Promise<Answer> {
    const query = { ...queryFor(rung, this.#request, near), notTracks: this.#out[rung.out], limit };
    const key = keyOf(query, rung);
    const known = this.#known.get(key) ?? this.#ask(query);
    this.#known.set(key, known);
    return known;
  }

  async #ask(query: CandidateQuery): Promise<Answer> {
    const [answer, ...liked] = await Promise.all([this.#candidates(query), ...this.#favourites(query)]);
    const found = answer.filter(rulesOf(query));
    const known = new Set(found.map(({ track }) => track.id));
    const beside = liked.flat().filter(({ track }) => !known.has(track.id) && known.add(track.id));
    const { target, now } = this.#request;
    const last = answer.length < query.limit ? undefined : answer.at(-1);
    return {
      tracks: [...found, ...beside].map((each) => scored(each, { target, now, liked: this.#liked })),
      knownTo: last ? distance(query.target, last.affect) : Number.POSITIVE_INFINITY,
    };
  }

  /** In a large library the nearest are too few to hold them. */
  #favourites(query: CandidateQuery): Promise<readonly Candidate[]>[] {
    if (query.onlyArtists !== null) return [];
    const { artists, songs } = likedIn(this.#request);
    const asked: CandidateQuery[] = [
      ...(artists.length > 0 ? [{ ...query, onlyArtists: artists, limit: besideLimit }] : []),
      ...(songs.length > 0 ? [{ ...query, onlyTracks: songs, limit: besideLimit }] : []),
    ];
    return asked.map(async (each) => (await this.#candidates(each)).filter(rulesOf(each)));
  }
}

function queryFor(
  rung: Rung,
  request: PickRequest,
  near: Affect,
): Omit<CandidateQuery, "limit" | "notTracks"> {
  const restMs = request.restMs * rung.rest;
  const artistRestMs = request.artistRestMs * rung.artistRest;
  const { artists } = request.wishes;
  const languages = languagesOf(request);
  // Without a rest even plays ahead of the clock (it was set back since) keep no track out.
  const since = (ms: number): EpochMs => (ms > 0 ? request.now - ms : Number.MAX_SAFE_INTEGER);
  return {
    target: near,
    notPlayedSince: since(restMs),
    artistsNotPlayedSince: since(artistRestMs),
    notArtists: [
      ...(rung.sameArtist ? [] : request.lastArtists),
      ...(artistRestMs > 0 ? request.comingArtists : []),
    ],
    allowExplicit: request.allowExplicit,
    languages: ["all", "languages"].includes(rung.wishes) && languages.length > 0 ? languages : null,
    onlyArtists: ["all", "artists"].includes(rung.wishes) && artists.length > 0 ? artists : null,
    shortestMs: rung.length ? request.shortestMs : null,
    longestMs: rung.length ? request.longestMs : null,
    highestArousal: rung.quiet ? request.highestArousal : null,
  };
}

/** Of what can differ between two questions for the same pick. */
function keyOf(query: CandidateQuery, { sameArtist, out }: Rung): string {
  const { target, notPlayedSince, artistsNotPlayedSince, languages, onlyArtists } = query;
  const { shortestMs, longestMs, highestArousal, limit } = query;
  return [
    ...[target.valence, target.arousal, notPlayedSince, artistsNotPlayedSince, sameArtist, out],
    ...[languages !== null, onlyArtists !== null, shortestMs, longestMs, highestArousal, limit],
  ].join();
}
