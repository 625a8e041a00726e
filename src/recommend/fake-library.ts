import type { Candidate, CandidateQuery } from "../protocol/library.ts";
import type { Affect, Mood } from "../protocol/mood.ts";
import type { Track } from "../protocol/music.ts";
import type { EpochMs, Id } from "../protocol/time.ts";
import type { PickRequest } from "./picker.ts";
import { seededRandom } from "./random.ts";

const noon = 1_750_000_000_000;
export const hourMs = 3_600_000;

export interface FakeTrack {
  id: Id;
  at: Affect;
  artist: string;
  explicit?: boolean | null;
  unplayable?: string | null;
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
    const artistsOut = query.notArtists.map((name) => name.toLowerCase());
    return this.all()
      .filter(
        ({ track, lastPlayedAt }) =>
          track.unplayable === null &&
          (query.allowExplicit || track.explicit !== true) &&
          (lastPlayedAt === null || lastPlayedAt <= query.notPlayedSince) &&
          !query.notTracks.includes(track.id) &&
          !track.artists.some((name) => artistsOut.includes(name.toLowerCase())),
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

function trackOf({ id, at, artist, explicit = null, unplayable = null }: FakeTrack): Track {
  return {
    id,
    uri: `local:${id}`,
    title: `Piece ${id}`,
    artists: artist === "" ? [] : [artist],
    album: null,
    year: null,
    genres: [],
    languages: [],
    durationMs: 210_000,
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
export const request = (overrides: Partial<PickRequest> = {}): PickRequest => ({
  mood: moodAt(0, 0),
  looks: { kind: "all", expression: "neutral" },
  policy: "match",
  now: noon,
  restMs: 3 * hourMs,
  adventure: 0.3,
  allowExplicit: false,
  lastArtists: [],
  notTracks: [],
  ...overrides,
});

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
