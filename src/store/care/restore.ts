import { chownSync, existsSync, readdirSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import type { EpochMs } from "../../protocol/time.ts";
import { StoreError } from "../store.ts";
import {
  endedUncleanly,
  layReady,
  markClosed,
  markerOf,
  markRunning,
  putBackOrLeave,
  putInPlace,
  setAside,
} from "./database-files.ts";
import { problemsOfBackup } from "./inspect.ts";
import { askedNoteOf, removeNote } from "./recovery.ts";

/**
 * Puts a backup in the database's place, which is kept beside it. Nobody may have it open. Answers the folder that keeps
 * the one that was there. Throws `StoreError` and leaves all as it was where the backup is not whole.
 */
export function restoreBackup(file: string, backup: string, at: EpochMs): string {
  needWhole(backup);
  const ready = layReady(backup, file);
  const unclean = endedUncleanly(file);
  let kept: string;
  try {
    // Where power goes while neither of them has its place, the next start knows that there was one, and takes a backup.
    markRunning(file);
    giveToOwner(dirname(file), [markerOf(file)]);
    kept = setAside(file, at);
    try {
      putInPlace(ready, file);
    } catch (error) {
      putBackOrLeave(kept, file);
      throw error;
    }
  } catch (error) {
    // Where there is no database any more, the next start has to know that there was one.
    if (existsSync(file)) {
      rmSync(ready, { force: true });
      if (!unclean) markClosed(file);
    }
    throw error;
  }
  markClosed(file);
  removeNote(file);
  // What was asked for before is not wanted any more.
  rmSync(askedNoteOf(file), { recursive: true, force: true });
  giveToOwner(dirname(file), [
    file,
    dirname(kept),
    kept,
    ...readdirSync(kept).map((name) => join(kept, name)),
  ]);
  return kept;
}

/** Throws `StoreError` where a backup can't take the database's place. Reads all of it. */
export function needWhole(backup: string): void {
  const [problem] = problemsOfBackup(backup);
  if (problem !== undefined)
    throw new StoreError(
      "corrupt",
      `${backup} can't take the database's place: ${problem}. Choose another one.`,
    );
}

/** Who restores with root's rights does so for the user whose data it is. */
function giveToOwner(folder: string, paths: readonly string[]): void {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(folder);
  for (const path of paths) if (existsSync(path)) chownSync(path, uid, gid);
}
