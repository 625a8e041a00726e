import type { ScannedFile } from "../protocol/library.ts";
import type { FoundFile } from "./walk.ts";

/** What the reader's thread is asked; it answers one request after the other. */
export type ReaderRequest =
  /** Begins a walk; `next` then gives its files. */
  | { do: "walk"; root: string }
  | { do: "next"; limit: number }
  | { do: "read"; root: string; files: readonly FoundFile[] }
  | { do: "picture"; path: string };

/** One reply to each kind of request. */
export interface ReaderReplies {
  walk: { failed: string | null };
  next: { found: readonly FoundFile[]; done: boolean; skippedFolders: readonly string[] };
  /** Files that have gone since the walk have no row. */
  read: { rows: readonly ScannedFile[] };
  picture: { bytes: Uint8Array | null };
}

/** `failed` is a bug or a disk error that no single file answers for. */
export type ReaderReply =
  | { ok: true; reply: ReaderReplies[keyof ReaderReplies] }
  | { ok: false; failed: string };

/**
 * Two counters in memory that both threads see, so that the daemon can tell how far the reader is without a message
 * for each file: `beats` changes with every file or folder, `at` is the index in the batch.
 */
export const beats = 0;
export const at = 1;
