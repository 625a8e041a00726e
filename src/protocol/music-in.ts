import type { Track } from "./music.ts";
import type { Coded } from "./refusals.ts";
import type { Id } from "./time.ts";

/** What a file is taken for, by its content. */
export type MusicFileKind = "music" | "picture" | "playlist";

/** What became of a file that was sent. */
export interface Upload {
  result: "kept" | "already-here";
  /** Where it lies: below the folder for uploads, or from `/` on where it was in the library before. */
  path: string;
  kind: MusicFileKind;
}

/** It came along with a folder and is nobody's wish (Thumbs.db, .DS_Store): nothing is kept, and nothing need be said. */
export interface PassedOver {
  result: "passed-over";
  path: string;
  kind: "system";
}

/** Why a file was not taken. */
export type UploadRefusalKind =
  /** The same file, sent again, may be taken. */
  | "busy"
  | "broken-off"
  | "no-room"
  | "unwritable"
  /** It never will. */
  | "too-large"
  | "bad-path"
  | "not-music"
  | "other-music"
  | "broken-music";

/** What a refused upload is answered with. */
export interface UploadRefused {
  error: string;
  kind: UploadRefusalKind;
  /** Whether sending the same file again may help. */
  again: boolean;
}

export interface UploadsState {
  folder: string;
  /** What may be filled. */
  freeBytes: number;
  maxFileBytes: number;
  running: readonly { path: string; bytes: number; of: number }[];
}

/** A song of the library as an owner is told of it. */
export interface OwnersTrack extends Track {
  /** All that is known of it lies in the folder for uploads, where Mien may delete it. */
  upload?: true;
}

/** What became of songs whose files were to be deleted. */
export interface UploadsDeleted {
  /** So many of them have no file any more, or had none before. */
  deleted: number;
  /** The others, each with a sentence. */
  kept: readonly KeptUpload[];
}

export interface KeptUpload extends Partial<Coded> {
  id: Id;
  why: string;
}

/** A stick, card or disk that is plugged in and mounted. */
export interface Drive {
  path: string;
  label: string;
  totalBytes: number;
  freeBytes: number;
}

/** How the copy of a drive is going, or how the last one ended. */
export type CopyState =
  | { state: "idle" }
  | {
      state: "looking" | "copying" | "done" | "cancelled" | "no-room" | "drive-gone" | "failed";
      from: string;
      to: string;
      files: { done: number; of: number; alreadyHere: number };
      bytes: { done: number; of: number };
      leftMs: number | null;
      /** The first hundred that could not be copied, each with a sentence. */
      failures: readonly { path: string; reason: string }[];
      failed: number;
      /** Why it ended early, in one sentence with the cure. */
      detail: string | null;
    };
