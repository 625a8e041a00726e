import type { FileStamp } from "../../protocol/library.ts";

/** A music file that the walk came by. */
export interface FoundFile extends FileStamp {
  /** Why it can't even be opened by its path; null for all ordinary files. */
  unreadable: string | null;
  /** Names of the mood playlists that hold it. */
  playlists: readonly string[];
  /** Whether a cover lies beside it. */
  hasPicture: boolean;
  /** False while it may still be being written. */
  isSettled: boolean;
}

/** A step of a walk: a file, or a folder that this walk leaves as it is. */
export type Walked = { found: FoundFile } | { kept: string };
