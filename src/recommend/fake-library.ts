import type { Candidate, CandidateQuery } from "../protocol/library.ts";
import type { Affect, Mood } from "../protocol/mood.ts";
import type { Track } from "../protocol/music.ts";
import type { EpochMs, Id } from "../protocol/time.ts";
import { seededRandom } from "./random.ts";
import type { PickRequest } from "./request.ts";
import { byOneOf, inOneOf } from "./rules.ts";
import { targetOf } from "./target.ts";

const noon = 1_750_000_000_000;
export const hourMs = 3_600_000;

export interface FakeTrack {
  id: Id;
  at: Affect;
  artist: string;
  explicit?: boolean | null;
  unplayable?: string | null;
  language?: string;
  durationMs?: number;
}

/** The store's answer to candidate queries, kept in memory and scanned from end to end. */
export class FakeLibrary {
  readonly plays = new Map<Id, EpochMs>();
  readonly asked: CandidateQuery[] = [];
  readonly #tracks: readonly Track[];

  constructor(tracks: readonly FakeTrack[]) {
    this.#tracks = tracks.map(trackOf);
  }

  play(id: Id, at: EpochMs): void {
    this.plays.set(id, at);
  }

  candidates = async (query: CandidateQuery): Promise<readonly Candidate[]> => {
    this.asked.push(query);
    const away = (at: Affect) =>
      Math.hypot(at.valence - query.target.valence, at.arousal - query.target.arousal);
    const byOut = byOneOf(query.notArtists);
    const wishedOnly = query.onlyArtists && byOneOf(query.onlyArtists);
    const spoken = query.languages && inOneOf(query.languages);
    return this.all()
      .filter(
        ({ track, affect, lastPlayedAt }) =>
          track.unplayable === null &&
          (query.allowExplicit || track.explicit !== true) &&
          (lastPlayedAt === null || lastPlayedAt <= query.notPlayedSince) &&
          !query.notTracks.includes(track.id) &&
          !byOut(track.artists) &&
          (!wishedOnly || wishedOnly(track.artists)) &&
          (!spoken || spoken(track.languages)) &&
          track.durationMs >= (query.shortestMs ?? 0) &&
          track.durationMs <= (query.longestMs ?? Number.POSITIVE_INFINITY) &&
          affect.arousal <= (query.highestArousal ?? 1),
      )
      .map((candidate) => ({ candidate, away: away(candidate.affect) }))
      .sort((a, b) => a.away - b.away)
      .slice(0, query.limit)
      .map(({ candidate }) => candidate);
  };

  #artistLastPlayedAt(artists: readonly string[]): EpochMs | null {
    const names = new Set(artists.map((name) => name.toLowerCase()));
    const times = this.#tracks
      .filter((track) => track.artists.some((name) => names.has(name.toLowerCase())))
      .flatMap(({ id }) => this.plays.get(id) ?? []);
    return times.length > 0 ? Math.max(...times) : null;
  }

  all(): Candidate[] {
    return this.#tracks.map((track) => ({
      track,
      affect: track.affect?.point ?? { valence: 0, arousal: 0 },
      lastPlayedAt: this.plays.get(track.id) ?? null,
      artistLastPlayedAt: this.#artistLastPlayedAt(track.artists),
      plays: this.plays.has(track.id) ? 1 : 0,
    }));
  }
}

function trackOf(fake: FakeTrack): Track {
  const { id, at, artist, explicit = null, unplayable = null, language, durationMs = 210_000 } = fake;
  return {
    id,
    uri: `local:${id}`,
    title: `Piece ${id}`,
    artists: artist === "" ? [] : [artist],
    album: null,
    year: null,
    genres: [],
    languages: language === undefined ? [] : [language],
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
