import type { EpochMs } from "./time.ts";

/** What is asked of whoever shows a new reader what cards look like. */
export type ReaderStep = "quiet" | "first" | "second" | "third" | "other";

export type ReaderTrouble =
  /** The system lets only root read it: a rule of udev is missing. */
  | "reader-refused"
  | "reader-failed"
  | "too-many-readers"
  /** Cards that nobody knows, so many that no more are heard for some seconds. */
  | "unknown-cards"
  | "readers-unseen";

export type TeachingOutcome = "taught" | "taken" | "full" | "unknown" | "failed" | "too-late" | "stopped";

export type LearningOutcome =
  | "learned"
  /** Nothing came from it in time. */
  | "silent"
  /** It said something else each time. */
  | "unlike"
  /** The other card was the same one, or can't be told from it. */
  | "same-card"
  /** What it says when no card is there can't be told from a card. */
  | "unclear"
  | "gone"
  | "full"
  /** There is no room on the disk to keep it. */
  | "failed"
  | "stopped";

/** The card readers, as every page may see them: no number, and nobody's name. */
export interface CardsState {
  readers: readonly { id: string; name: string; state: "listening" | "refused" | "failed" }[];
  /** The newest, until it is over. The sentence names the culprit and the cure. */
  trouble: { reason: ReaderTrouble; detail: string; since: EpochMs } | null;
  /** The next card becomes somebody's. */
  teaching: { until: EpochMs } | null;
  lastTeaching: { outcome: TeachingOutcome; at: EpochMs } | null;
  /** A reader shows what its cards look like. */
  learning: { reader: string; step: ReaderStep; until: EpochMs } | null;
  lastLearning: { reader: string; outcome: LearningOutcome; at: EpochMs } | null;
}

/** A device that may be a reader, for whoever looks after the appliance. */
export interface ReaderCandidate {
  id: string;
  name: string;
  types: boolean;
  /** `known`: by Mien's own table. `named`: by the owner. */
  as: "known" | "named" | null;
}
