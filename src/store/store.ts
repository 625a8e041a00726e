import type { Health } from "../protocol/health.ts";
import type {
  Candidate,
  CandidateQuery,
  FileStamp,
  Play,
  PlayBegun,
  ScannedFile,
  StoredBatch,
} from "../protocol/library.ts";
import type { Track, TrackEnd } from "../protocol/music.ts";
import type { Place } from "../protocol/state.ts";
import type { EpochMs, Id } from "../protocol/time.ts";

/**
 * What is kept, behind promises: SQLite runs in two worker threads (one writes, one reads), because one commit
 * to an SD card takes longer than the daemon's loop may be held. A promise that resolves means that the write is
 * on the disk (WAL, synchronous=FULL), and that every read asked for from then on sees it. Rejections that can be
 * expected are `StoreError`s; any other is a bug.
 */
export interface Store {
  /** The one place of this appliance, with an id made when the database was. */
  place(): Promise<Place>;
  settings: SettingsTable;
  library: LibraryTables;
  plays: PlaysTable;
  /**
   * Tells the health now and at every change; returns the undo. `degraded` while plays wait in memory for room
   * on the disk or for the database, `down` when they can't be kept; never `off` or `starting`.
   */
  onHealth(listener: (health: Health) => void): () => void;
  /** Finishes what was begun, checkpoints, and ends the workers. Later calls reject with `gone`. */
  close(): Promise<void>;
}

/** Raw values (whatever JSON can say) by name; the daemon checks them against the settings' schema. */
export interface SettingsTable {
  all(): Promise<Readonly<Record<string, unknown>>>;
  /** All of them or, where it rejects, none. */
  put(values: Readonly<Record<string, unknown>>): Promise<void>;
  /** Back to the default. A name that isn't there is no error. */
  remove(name: string): Promise<void>;
}

export interface LibraryTables {
  /**
   * What is known of the files below a root, for an incremental scan, in pages by path (in the order of its
   * UTF-8 bytes; `""` begins). Files marked missing are not told, so that one that comes back is put again.
   */
  stamps(root: string, afterPath: string, limit: number): Promise<readonly FileStamp[]>;
  /**
   * One transaction. New files make tracks. A known content hash at a new path keeps its track and counts as
   * moved, be it a move or a second copy. A changed file keeps its track too, unless a copy of the old song is
   * still there. A broken file is known by its path alone. `disk-full`: nothing of the batch was kept.
   */
  put(files: readonly ScannedFile[]): Promise<StoredBatch>;
  /** Files that are gone. Their tracks stay for the history, but are no candidates. Answers how many were marked. */
  markMissing(paths: readonly string[]): Promise<number>;
  /**
   * Every file outside these roots is missing from now on (and present again when its root comes back).
   * Answers how many went missing.
   */
  keepOnly(roots: readonly string[]): Promise<number>;
  /** Until the file is put again. An unknown track is no error. */
  markUnplayable(track: Id, reason: string): Promise<void>;
  /**
   * Tracks with an affect and a present file that may be chosen, nearest first; of those at the same distance
   * the one that was heard longest ago first, so that a library of few moods goes round.
   */
  candidates(query: CandidateQuery): Promise<readonly Candidate[]>;
  /** Also one whose files are all missing. */
  track(id: Id): Promise<Track | null>;
  /** A present file of the track, to be played. */
  path(id: Id): Promise<string | null>;
  /**
   * Tracks with a present file, by title; with a search (words or beginnings of words in title, artists, album
   * and genres, whatever their case and accents) the most fitting first. `total` counts all pages.
   */
  list(query: {
    search: string | null;
    limit: number;
    offset: number;
  }): Promise<{ total: number; tracks: readonly Track[] }>;
  /** Tracks with a present file, and how many of them can't be played. */
  counts(): Promise<{ tracks: number; unplayable: number }>;
}

/**
 * While the disk takes no writes, plays are accepted all the same: the newest 1,000 beginnings and ends wait in
 * memory (without their slates) and are written when there is room. `recent` and `candidates` count them in.
 */
export interface PlaysTable {
  /** A pick that has begun before is left as it was. Of a guest, no session id is kept. */
  begin(play: PlayBegun): Promise<void>;
  /** The first end holds. A pick that never began is no error. */
  end(pickId: Id, end: TrackEnd, at: EpochMs): Promise<void>;
  /** Newest first. */
  recent(limit: number): Promise<readonly Play[]>;
  /**
   * Of plays that began before then, what tells the room's mood goes: the mood, the reasons and the slate. What
   * was played when stays. Answers how many plays forgot theirs.
   */
  forgetMoods(before: EpochMs): Promise<number>;
}

export type StoreFault =
  | "cannot-open"
  | "newer-version"
  /** Not an SQLite database, or a damaged one. */
  | "corrupt"
  | "disk-full"
  /** The disk fails, is read-only, or another program holds the database. */
  | "unavailable"
  /** Closed, or one of its workers has died: open a new one. */
  | "gone";

/** An expected failure of the store, with the culprit and the cure in its message. */
export class StoreError extends Error {
  readonly fault: StoreFault;
  constructor(fault: StoreFault, message: string) {
    super(message);
    this.name = "StoreError";
    this.fault = fault;
  }
}
