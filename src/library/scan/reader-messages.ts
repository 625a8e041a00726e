import type { ScannedFile } from "../../protocol/library.ts";
import type { FoundFile } from "./walked.ts";

/** What a reader's thread is asked; it answers one request after the other. */
export interface ReaderRequest {
  root: string;
  files: readonly FoundFile[];
}

/** Files that have gone since the walk have no row. */
export type ReaderReply = readonly ScannedFile[];
