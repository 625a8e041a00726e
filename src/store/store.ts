import type { Health } from "../protocol/health.ts";
import type {
  HourOfPlays,
  Play,
  PlayBegun,
  PlayEffect,
  PlayReportRow,
  PlayTold,
} from "../protocol/library.ts";
import type { Affect } from "../protocol/mood.ts";
import type { TrackEnd } from "../protocol/music.ts";
import type { EpochMs, Id } from "../protocol/time.ts";
import type { DatabaseCare } from "./care/database-care.ts";
import type { LibraryTables } from "./library-tables.ts";
import type { PeopleTables } from "./people/people-tables.ts";
import type { PlaceId } from "./place-table.ts";

export type { LibraryTables } from "./library-tables.ts";

/**
 * What is kept, behind promises: SQLite runs in two worker threads (one writes, one reads), because one commit
 * to an SD card takes longer than the daemon's loop may be held. A promise that resolves means that the write is
 * on the disk (WAL, synchronous=FULL), and that every read asked for from then on sees it. Rejections that can be
 * expected are `StoreError`s; any other is a bug.
 */
export interface Store {
  /** The one place of this appliance, with an id made when the database was. */
  place(): Promise<PlaceId>;
  settings: SettingsTable;
  library: LibraryTables;
  plays: PlaysTable;
  people: PeopleTables;
  care: DatabaseCare;
  /**
   * Tells the health now and at every change; returns the undo. `degraded` while plays wait in memory for room
   * on the disk or for the database, and for a while after a damaged database was replaced; `down` when plays can't be
   * kept; never `off` or `starting`.
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

/**
 * While the disk takes no writes, plays are accepted all the same: the newest 1,000 beginnings and ends wait in
 * memory (without their slates) and are written when there is room. `recent` and `candidates` count them in.
 */
export interface PlaysTable {
  /** A pick that has begun before is left as it was. Of a guest, no session id is kept. */
  begin(play: PlayBegun): Promise<void>;
  /**
   * The first end holds. A pick that never began is no error. `during` is the room's mean affect while it played,
   * null where no face was seen.
   */
  end(pickId: Id, end: TrackEnd, at: EpochMs, during: Affect | null): Promise<void>;
  /** Newest first. */
  recent(limit: number): Promise<readonly Play[]>;
  /** Those that began before then, with why they were chosen, newest first. Those that wait in memory are not in it yet. */
  told(before: EpochMs, limit: number): Promise<readonly PlayTold[]>;
  /** How many began in each hour that had any, oldest first. */
  byHour(from: EpochMs, to: EpochMs): Promise<readonly HourOfPlays[]>;
  /**
   * How the room looked before and while songs played that a policy chose, of those that began since then and were
   * seen. The newest 5,000 at most, newest first.
   */
  effects(since: EpochMs): Promise<readonly PlayEffect[]>;
  /**
   * Songs that began from `from` until before `to`, oldest first, in pages: `after` is the last one's id. Those that
   * wait in memory for room on the disk are not in it yet.
   */
  report(query: {
    from: EpochMs;
    to: EpochMs;
    after: Id | null;
    limit: number;
  }): Promise<readonly PlayReportRow[]>;
  /**
   * Of plays that began before then, what tells the room's mood goes: the moods before and during, policy, target,
   * reasons and slate. What was played when stays. Answers how many plays forgot theirs.
   */
  forgetMoods(before: EpochMs): Promise<number>;
}

export type StoreFault =
  | "cannot-open"
  | "newer-version"
  /** Not an SQLite database, or a damaged one. */
  | "corrupt"
  | "disk-full"
  /** The disk fails, is read-only, another program holds the database, or a worker died and is being replaced. */
  | "unavailable"
  /** A stick, or a share in the network, does not answer. */
  | "silent"
  /** Closed: open a new one. */
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
