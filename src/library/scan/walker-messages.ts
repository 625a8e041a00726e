import type { Survey } from "./music-tree.ts";
import type { Walked } from "./walked.ts";

/** What the walker's thread is asked; it answers one request after the other. */
export type WalkerRequest =
  /** Everything about other roots is forgotten, their watches too. */
  | { do: "keep"; roots: readonly string[] }
  /** A whole root, or one folder in a root that was surveyed before. */
  | { do: "survey"; root: string; folder: string | null }
  /** Begins a walk; `next` then gives its steps. */
  | { do: "walk"; root: string; folder: string | null }
  | { do: "next"; limit: number }
  | { do: "isThere"; root: string };

/** One reply to each kind of request. */
export interface WalkerReplies {
  keep: null;
  /** An error's code where it can't be read; `unknown` where this thread has never surveyed the root. */
  survey: Survey | { failed: string };
  walk: null;
  next: { steps: readonly Walked[]; done: boolean };
  isThere: boolean;
}

/** Comes unasked: folders in which something has changed; null for more than can be told. */
export interface FoldersChanged {
  changed: readonly string[] | null;
}

/** How a thread for walking is set up. */
export interface WalkerData {
  progress: Int32Array;
  watch: boolean;
  settleMs: number;
}
