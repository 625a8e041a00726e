import type { Affect, Mood, MoodBasis, Policy } from "./mood.ts";
import type { Pick, PickReason, Track, TrackAffect, TrackEnd } from "./music.ts";
import type { Actor } from "./people.ts";
import type { EpochMs, Id } from "./time.ts";

/** What tells whether a file has changed since it was last read. */
export interface FileStamp {
  path: string;
  size: number;
  /** -1 where it has to be read again whatever its time is. */
  modifiedAt: EpochMs;
  /** What else it was read with (the reader's version, a cover beside it, mood playlists): another one, and it is read again. */
  readWith: string;
}

/** A file that the store knows. */
export interface KnownFile extends FileStamp {
  /** It was looked for and not found; its row waits for it. */
  isMissing: boolean;
}

/** One music file as library read it. A broken one has a reason and whatever could still be told. */
export interface ScannedFile extends FileStamp {
  /** The folder that was scanned, as the settings name it. */
  root: string;
  /** SHA-256 of the audio part's size and three samples of it: the same song after a move has the same one. */
  contentHash: string;
  track: Omit<Track, "id" | "uri" | "affect"> & {
    /** What the file, its folders and its playlists say, at most one of each source; never a person, never the sound. */
    affects: readonly TrackAffect[];
  };
}

/** What the sound of a track says, by which version of the analysis. Features are kept to explain it. */
export interface SoundEstimate {
  version: string;
  point: Affect;
  /** 0 to 1. */
  confidence: number;
  features: Readonly<Record<string, number>>;
}

/** What the store did with a batch. */
export interface StoredBatch {
  added: number;
  changed: number;
  moved: number;
}

/** Hard rules, answered by the store. Affects are those of tracks; times are its own record of plays. Who is blocked never comes. */
export interface CandidateQuery {
  /** The nearest tracks to this point come back first. */
  target: Affect;
  /** No track that began since then. */
  notPlayedSince: EpochMs;
  /** No track one of whose artists began a song since then; unless told, they need not rest. */
  artistsNotPlayedSince?: EpochMs;
  /** No track by any of these artists (compared without case). */
  notArtists: readonly string[];
  /** None of these tracks, whatever else holds. */
  notTracks: readonly Id[];
  allowExplicit: boolean;
  /** Only tracks in one of these languages (BCP 47, by their first part); null asks for none. Tracks that say none are kept out. */
  languages: readonly string[] | null;
  /** Only tracks by one of these artists (compared without case); null asks for none. */
  onlyArtists: readonly string[] | null;
  /** Only these; unless told, any. */
  onlyTracks?: readonly Id[];
  /** Null knows no limit. */
  shortestMs: number | null;
  longestMs: number | null;
  highestArousal: number | null;
  /** At most 500. */
  limit: number;
}

/** What a song has to be to be played at some time of the rest of the day. */
export interface TodaysRules {
  /** Null knows no limit. */
  shortestMs: number | null;
  longestMs: number | null;
  /** It has to keep those of one of these hours: now, or later today. */
  hours: readonly { allowExplicit: boolean; highestArousal: number | null }[];
}

/** A track that may be chosen, with what the picker needs to weigh it. */
export interface Candidate {
  track: Track;
  affect: Affect;
  lastPlayedAt: EpochMs | null;
  /** When a song by any of its artists last began. */
  artistLastPlayedAt: EpochMs | null;
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
    /** The factors of the score, each from 0 to 1. */
    closeness: number;
    novelty: number;
    trust: number;
    preference: number;
    score: number;
    probability: number;
  }[];
}

/** A song that has begun. */
export interface PlayBegun {
  pick: Pick;
  startedAt: EpochMs;
  /** The room's mood then: two numbers and a name, never a face. Null where no daemon was there. */
  mood: Mood | null;
  slate: Slate | null;
  /** What was to be done about the mood, and where that pointed; null where a person asked for the song. */
  policy: Policy | null;
  target: Affect | null;
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

/** A play with why the song was chosen, as long as that is kept. */
export interface PlayTold extends Play {
  reasons: readonly PickReason[];
  /** A person asked for it, rather than that it was picked. */
  asked: boolean;
}

/** What was played within one hour. */
export interface HourOfPlays {
  /** Its beginning. */
  at: EpochMs;
  plays: number;
  /** Of these: asked for by a person, and ended by one before its time. */
  asked: number;
  skipped: number;
}

/** How the room looked before and while a song played that a policy chose. */
export interface PlayEffect {
  policy: Policy;
  /** The room's affect when the song began, and what it rested on. */
  before: Affect;
  basis: MoodBasis;
  /** The mean while it played, where faces were seen. */
  during: Affect;
  target: Affect;
  startedAt: EpochMs;
  heardMs: number;
}

/** One song that was heard, with what collecting societies ask for. */
export interface PlayReportRow {
  id: Id;
  title: string;
  artists: readonly string[];
  album: string | null;
  isrc: string | null;
  startedAt: EpochMs;
  /** Null while it plays, or where the machine went off meanwhile. */
  heardMs: number | null;
}

/** The circumplex in squares, with what could be played in each. Squares that hold nothing are left out. */
export interface MoodMap {
  /** Their middles. */
  cells: readonly { valence: number; arousal: number; tracks: number; minutes: number }[];
  /** Playable tracks of which nobody knows where they stand. */
  unplaced: number;
}
