import type { Track } from "../../protocol/music.ts";

/** A file whose picture is wanted as thumbnails. */
export interface CoverJob {
  path: string;
  cover: NonNullable<Track["cover"]>;
}

/** To the process that makes thumbnails, one batch after the other. */
export interface CoverRequest {
  jobs: readonly CoverJob[];
}

/** `at` is the sign of life with each job; hashes are null where there is no picture that can be shown. */
export type CoverReply =
  | { at: number }
  | { hashes: readonly (string | null)[] }
  /** The folder for thumbnails can't be written. */
  | { failed: { code: string; detail: string } };
