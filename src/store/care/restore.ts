import { chownSync, existsSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { EpochMs } from "../../protocol/time.ts";
import { StoreError } from "../store.ts";
import { carryOver } from "./carry-over.ts";
import {
  endedUncleanly,
  keptLast,
  layReady,
  markClosed,
  markerOf,
  markRunning,
  putBackOrLeave,
  putInPlace,
  readyOf,
  removeReady,
  setAside,
} from "./database-files.ts";
import { syncFolder } from "./durably.ts";
import { problemsOfBackup } from "./inspect.ts";
import { askedNoteOf, removeNote } from "./recovery.ts";

/**
 * Puts a backup in the database's place, which is kept beside it. Nobody may have it open. Answers the folder that keeps
 * the one that was there; null where there was none. Throws `StoreError` and leaves all as it was where the backup is not
 * whole.
 */
export function restoreBackup(file: string, backup: string, at: EpochMs): string | null {
  needWhole(backup);
  const ready = layReady(backup, file, "restoring");
  const unclean = endedUncleanly(file);
  let kept: string | null = null;
  try {
    carryOver(ready, file);
    // Where power goes while neither of them has its place, the next start knows that there was one, and goes on.
    markRunning(file);
    giveToOwner(dirname(file), [markerOf(file)]);
    kept = setAside(file, at);
    try {
      putInPlace(ready, file);
    } catch (error) {
      if (kept !== null) putBackOrLeave(kept, file);
      throw error;
    }
  } catch (error) {
    // Where there is no database any more, the next start has to know that there was one.
    if (existsSync(file) || kept === null) {
      removeReady(ready);
      if (!unclean) markClosed(file);
      giveToOwner(dirname(file), [`${file}-wal`, `${file}-shm`]);
    }
    throw error;
  }
  isRestored(file, kept);
  return kept;
}

/**
 * Where power went in the middle of a restore: what was wanted comes to its place if the database has left it already, and
 * is forgotten otherwise. Answers the folder that keeps the database of before; null where nothing was to be done.
 */
export function finishRestore(file: string): { kept: string } | null {
  const ready = readyOf(file, "restoring");
  if (!existsSync(ready)) return null;
  const kept = existsSync(file) ? null : keptLast(file);
  // It may be the half of one where there was no database to be set aside.
  if (kept === null || problemsOfBackup(ready).length > 0) {
    removeReady(ready);
    return null;
  }
  for (const part of ["-wal", "-shm"])
    if (existsSync(file + part)) renameSync(file + part, join(kept, basename(file) + part));
  syncFolder(kept);
  putInPlace(ready, file);
  isRestored(file, kept);
  return { kept };
}

function isRestored(file: string, kept: string | null): void {
  markClosed(file);
  removeNote(file);
  // What was asked for before is not wanted any more.
  rmSync(askedNoteOf(file), { recursive: true, force: true });
  const names = kept === null ? [] : readdirSync(kept).map((name) => join(kept, name));
  giveToOwner(dirname(file), [file, ...(kept === null ? [] : [dirname(kept), kept]), ...names]);
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
