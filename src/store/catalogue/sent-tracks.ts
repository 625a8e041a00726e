import type { Candidate } from "../../protocol/library.ts";
import type { AffectSource, Track } from "../../protocol/music.ts";

/** Candidates as they come from the reader: in columns, and each track only once until it changes. */
export interface CandidatesAnswer {
  /** Nothing that was sent before counts any more. */
  startAnew: boolean;
  /** JSON of `SentTrack[]`, those that were not sent before or have changed. */
  tracks: string;
  seqs: Int32Array;
  /** -Infinity for never, like `artistHeard`. */
  heard: Float64Array;
  artistHeard: Float64Array;
  plays: Uint32Array;
}

type SentTrack = [
  artists: string[],
  genres: string[],
  languages: string[],
  seq: number,
  id: string,
  title: string,
  album: string | null,
  year: number | null,
  durationMs: number,
  explicit: 0 | 1 | null,
  gainDb: number | null,
  cover: Track["cover"],
  bpm: number | null,
  isrc: string | null,
  valence: number | null,
  arousal: number | null,
  confidence: number | null,
  from: AffectSource | null,
  unplayable: string | null,
];

/**
 * The daemon's side of `candidates`: the tracks that the reader sent. A pick asks several times for much the same
 * tracks, and making objects of 500 of them takes the loop over a millisecond.
 */
export class SentTracks {
  readonly #tracks = new Map<number, Track>();

  candidatesOf({ startAnew, tracks, seqs, heard, artistHeard, plays }: CandidatesAnswer): Candidate[] {
    if (startAnew) this.#tracks.clear();
    for (const row of JSON.parse(tracks) as SentTrack[]) this.#tracks.set(row[3], trackOf(row));
    const candidates: Candidate[] = [];
    for (const [at, seq] of seqs.entries()) {
      const track = this.#tracks.get(seq);
      // Gone or lost its place by a write that was not yet told when the answer was made.
      if (!track?.affect) continue;
      candidates.push({
        track,
        affect: track.affect.point,
        lastPlayedAt: timeOf(heard[at]),
        artistLastPlayedAt: timeOf(artistHeard[at]),
        plays: plays[at] ?? 0,
      });
    }
    return candidates;
  }
}

function timeOf(at: number | undefined): number | null {
  return at === undefined || at === Number.NEGATIVE_INFINITY ? null : at;
}

function trackOf([
  artists,
  genres,
  languages,
  ,
  id,
  title,
  album,
  year,
  durationMs,
  ...rest
]: SentTrack): Track {
  const [explicit, gainDb, cover, bpm, isrc, valence, arousal, confidence, from, unplayable] = rest;
  const isPlaced = valence !== null && arousal !== null && confidence !== null && from !== null;
  return {
    id,
    uri: `local:${id}`,
    title,
    artists,
    album,
    year,
    genres,
    languages,
    durationMs,
    explicit: explicit === null ? null : explicit === 1,
    gainDb,
    cover,
    bpm,
    isrc,
    affect: isPlaced ? { point: { valence, arousal }, confidence, from } : null,
    unplayable,
  };
}
