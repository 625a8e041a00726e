import type { Affect, Mood } from "./mood.ts";
import type { Pick, Track, TrackEnd } from "./music.ts";
import type { Actor } from "./people.ts";
import type { EpochMs, Id } from "./time.ts";

/** What tells whether a file has changed since it was last read. */
export interface FileStamp {
  path: string;
  size: number;
  modifiedAt: EpochMs;
}

/** One music file as library read it. A broken one has a reason and whatever could still be told. */
export interface ScannedFile extends FileStamp {
  /** The folder that was scanned, as the settings name it. */
  root: string;
  /** SHA-256 of the audio part's size and three samples of it: the same song after a move has the same one. */
  contentHash: string;
  track: Omit<Track, "id" | "uri">;
}

/** What the store did with a batch. */
export interface StoredBatch {
  added: number;
  changed: number;
  moved: number;
}

/** Hard rules, answered in SQL. Affects are those of tracks; times are the store's own record of plays. */
export interface CandidateQuery {
  /** The nearest tracks to this point come back first. */
  target: Affect;
  /** No track that began since then. */
  notPlayedSince: EpochMs;
  /** No track by any of these artists (compared without case). */
  notArtists: readonly string[];
  /** None of these tracks, whatever else holds. */
  notTracks: readonly Id[];
  allowExplicit: boolean;
  /** At most 500. */
  limit: number;
}

/** A track that may be chosen, with what the picker needs to weigh it. */
export interface Candidate {
  track: Track;
  affect: Affect;
  lastPlayedAt: EpochMs | null;
  plays: number;
}

/** What the picker saw when it drew: kept with the play, for a ranker that learns later. */
export interface Slate {
  pickerVersion: string;
  target: Affect;
  candidates: readonly {
    trackId: Id;
    distance: number;
    restMs: number | null;
    score: number;
    probability: number;
  }[];
}

/** A song that has begun. */
export interface PlayBegun {
  pick: Pick;
  startedAt: EpochMs;
  /** The room's mood then: two numbers and a name, never a face. */
  mood: Mood;
  slate: Slate | null;
}

/** A row of history. */
export interface Play {
  id: Id;
  trackId: Id | null;
  title: string;
  artists: readonly string[];
  startedAt: EpochMs;
  endedAt: EpochMs | null;
  /** Null where it has been forgotten: moods are not kept for good. */
  mood: { affect: Affect; label: string; basis: string } | null;
  end: { how: TrackEnd["how"]; by: Actor["kind"] | null; heardMs: number } | null;
}
