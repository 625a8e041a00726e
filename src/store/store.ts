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
 * on the disk (WAL, synchronous=FULL). Rejections: `StoreError`.
 */
export interface Store {
  place(): Promise<Place>;
  settings: SettingsTable;
  library: LibraryTables;
  plays: PlaysTable;
  /** Finishes what was begun, checkpoints, and ends the workers. */
  close(): Promise<void>;
}

/** Raw values by name; the daemon checks them against the settings' schema. */
export interface SettingsTable {
  all(): Promise<Readonly<Record<string, unknown>>>;
  put(values: Readonly<Record<string, unknown>>): Promise<void>;
  /** Back to the default. */
  remove(name: string): Promise<void>;
}

export interface LibraryTables {
  /** What is known of the files below a root, for an incremental scan, in pages by path. */
  stamps(root: string, afterPath: string, limit: number): Promise<readonly FileStamp[]>;
  /** One transaction: new files make tracks; a known content hash at a new path keeps its track. */
  put(files: readonly ScannedFile[]): Promise<StoredBatch>;
  /** Files that are gone. Their tracks stay for the history, but are no candidates. Answers how many were marked. */
  markMissing(paths: readonly string[]): Promise<number>;
  /** Every file outside these roots is missing from now on (and present again when its root comes back). */
  keepOnly(roots: readonly string[]): Promise<number>;
  markUnplayable(track: Id, reason: string): Promise<void>;
  candidates(query: CandidateQuery): Promise<readonly Candidate[]>;
  track(id: Id): Promise<Track | null>;
  /** A present file of the track, to be played. */
  path(id: Id): Promise<string | null>;
  list(query: {
    search: string | null;
    limit: number;
    offset: number;
  }): Promise<{ total: number; tracks: readonly Track[] }>;
  counts(): Promise<{ tracks: number; unplayable: number }>;
}

export interface PlaysTable {
  begin(play: PlayBegun): Promise<void>;
  end(pickId: Id, end: TrackEnd, at: EpochMs): Promise<void>;
  /** Newest first. */
  recent(limit: number): Promise<readonly Play[]>;
}

export type StoreFault = "cannot-open" | "disk-full" | "corrupt" | "newer-version";

/** An expected failure of the store, with the culprit and the cure in its message. */
export class StoreError extends Error {
  readonly fault: StoreFault;
  constructor(fault: StoreFault, message: string) {
    super(message);
    this.name = "StoreError";
    this.fault = fault;
  }
}
