import { distance } from "../protocol/circumplex.ts";
import type { Candidate, CandidateQuery } from "../protocol/library.ts";
import type { Affect, Mood } from "../protocol/mood.ts";
import type { Track } from "../protocol/music.ts";
import { artistKey } from "../protocol/name-keys.ts";
import type { EpochMs, Id } from "../protocol/time.ts";
import { seededRandom } from "./random.ts";
import type { PickRequest } from "./request.ts";
import { inOneOf } from "./rules.ts";
import { targetOf } from "./target.ts";

const noon = 1_750_000_000_000;
export const hourMs = 3_600_000;

export interface FakeTrack {
  id: Id;
  at: Affect;
  artist: string;
  /** A second artist. */
  featuring?: string;
  explicit?: boolean | null;
  unplayable?: string | null;
  language?: string | null;
  durationMs?: number;
}

/** The store's answer to candidate queries, kept in memory and scanned from end to end. */
export class FakeLibrary {
  readonly plays = new Map<Id, EpochMs>();
  readonly asked: CandidateQuery[] = [];
  readonly #rows: readonly { track: Track; artists: readonly string[] }[];
  readonly #artistsById: ReadonlyMap<Id, readonly string[]>;
  readonly #artistPlays = new Map<string, EpochMs>();

  constructor(tracks: readonly FakeTrack[]) {
    this.#rows = tracks.map(trackOf).map((track) => ({ track, artists: track.artists.map(artistKey) }));
    this.#artistsById = new Map(this.#rows.map(({ track, artists }) => [track.id, artists]));
  }

  play(id: Id, at: EpochMs): void {
    this.plays.set(id, at);
    for (const artist of this.#artistsById.get(id) ?? [])
      this.#artistPlays.set(artist, Math.max(at, this.#artistPlays.get(artist) ?? at));
  }

  candidates = async (query: CandidateQuery): Promise<readonly Candidate[]> => {
    this.asked.push(query);
    const out = new Set(query.notArtists.map(artistKey));
    const only = query.onlyArtists && new Set(query.onlyArtists.map(artistKey));
    const spoken = query.languages && inOneOf(query.languages);
    const these = query.onlyTracks && new Set(query.onlyTracks);
    return this.#rows
      .filter(
        ({ track, artists }) =>
          track.unplayable === null &&
          (query.allowExplicit || track.explicit !== true) &&
          (this.plays.get(track.id) ?? Number.NEGATIVE_INFINITY) <= query.notPlayedSince &&
          (this.#artistsHeard(artists) ?? Number.NEGATIVE_INFINITY) <=
            (query.artistsNotPlayedSince ?? Number.POSITIVE_INFINITY) &&
          !query.notTracks.includes(track.id) &&
          !artists.some((artist) => out.has(artist)) &&
          (!only || artists.some((artist) => only.has(artist))) &&
          (!these || these.has(track.id)) &&
          (!spoken || spoken(track.languages)) &&
          track.durationMs >= (query.shortestMs ?? 0) &&
          track.durationMs <= (query.longestMs ?? Number.POSITIVE_INFINITY) &&
          placeOf(track).arousal <= (query.highestArousal ?? 1),
      )
      .map((row) => ({ row, away: distance(placeOf(row.track), query.target) }))
      .sort((a, b) => a.away - b.away)
      .slice(0, query.limit)
      .map(({ row }) => this.#candidate(row));
  };

  all(): readonly Candidate[] {
    return this.#rows.map((row) => this.#candidate(row));
  }

  #artistsHeard(artists: readonly string[]): EpochMs | null {
    const times = artists.flatMap((artist) => this.#artistPlays.get(artist) ?? []);
    return times.length > 0 ? Math.max(...times) : null;
  }

  #candidate({ track, artists }: { track: Track; artists: readonly string[] }): Candidate {
    return {
      track,
      affect: placeOf(track),
      lastPlayedAt: this.plays.get(track.id) ?? null,
      artistLastPlayedAt: this.#artistsHeard(artists),
      plays: this.plays.has(track.id) ? 1 : 0,
    };
  }
}

function placeOf({ affect }: Track): Affect {
  if (affect === null) throw new Error("Every fake track stands somewhere.");
  return affect.point;
}

function trackOf(fake: FakeTrack): Track {
  const { id, at, artist, featuring = "", explicit = null, unplayable = null, language = null } = fake;
  const { durationMs = 210_000 } = fake;
  return {
    id,
    uri: `local:${id}`,
    title: `Piece ${id}`,
    artists: [artist, featuring].filter((name) => name !== ""),
    album: null,
    year: null,
    genres: [],
    languages: language === null ? [] : [language],
    durationMs,
    explicit,
    gainDb: null,
    cover: null,
    bpm: null,
    isrc: null,
    affect: { point: at, confidence: 0.8, from: "tag" },
    unplayable,
  };
}

/** Tracks all over the map, by artists with three to four pieces each. */
export function scattered(count: number, seed: number): readonly FakeTrack[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, index) => ({
    id: `t${String(index).padStart(4, "0")}`,
    at: { valence: random() * 2 - 1, arousal: random() * 2 - 1 },
    artist: `Artist ${Math.floor(random() * (count / 3.5))}`,
  }));
}

export const moodAt = (valence: number, arousal: number): Mood => ({
  affect: { valence, arousal },
  label: "even",
  confidence: 1,
  since: noon,
  until: null,
  basis: "faces",
});

/** A request by the settings' defaults, with what a test changes. */
export const request = (overrides: Partial<PickRequest> = {}): PickRequest => {
  const { mood = moodAt(0, 0), policy = "match", highestArousal = null, lastArtists = [] } = overrides;
  return {
    mood,
    looks: { kind: "all", expression: "neutral" },
    policy,
    target: targetOf(mood, policy, { highestArousal }),
    now: noon,
    restMs: 3 * hourMs,
    artistRestMs: 0,
    adventure: 0.3,
    allowExplicit: false,
    highestArousal,
    shortestMs: null,
    longestMs: null,
    wishes: { languages: [], artists: [] },
    turn: null,
    unwanted: [],
    languages: [],
    favourites: [],
    lastArtists,
    comingArtists: lastArtists,
    notTracks: [],
    ...overrides,
  };
};

/** What `pickNext` needs, over this library and with this seed. */
export function toolsOver(library: FakeLibrary, seed = 1) {
  let picks = 0;
  return {
    candidates: library.candidates,
    random: seededRandom(seed),
    newId: () => {
      picks += 1;
      return `pick-${picks}`;
    },
  };
}
