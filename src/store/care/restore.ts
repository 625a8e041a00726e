import { chownSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import Database from "better-sqlite3";
import type { EpochMs } from "../../protocol/time.ts";
import { faultOf, faultOfSystem, orFault } from "../faults.ts";
import { backupName } from "./backup-files.ts";
import { carryOver } from "./carry-over.ts";
import {
  endedUncleanly,
  keptLast,
  markClosed,
  markerOf,
  markRunning,
  putBack,
  putBackOrLeave,
  putInPlace,
  readyOf,
  removeReady,
  setAside,
} from "./database-files.ts";
import { syncFolder, writeDurably } from "./durably.ts";
import { inTime } from "./in-time.ts";
import { problemsOfBackup } from "./inspect.ts";
import { layWhole, unfit } from "./lay-whole.ts";
import { askedNoteOf, type Recovery, removeNote, writeNote } from "./recovery.ts";

export interface AskedRestore {
  file: string;
  /** Its path. */
  backup: string;
  at: EpochMs;
}

/**
 * Puts a backup in the database's place, which is kept beside it. Nobody may have it open. Answers the folder that keeps
 * the one that was there; null where there was none. Throws `StoreError` and leaves all as it was where the backup is not
 * whole.
 */
export async function restoreBackup(file: string, backup: string, at: EpochMs): Promise<string | null> {
  const laid = await layWhole(backup, file, "restoring");
  if ("fault" in laid) throw laid.fault;
  const { ready } = laid;
  const unclean = endedUncleanly(file);
  let kept: string | null = null;
  try {
    orFault(backup, () => orUnfit(backup, () => carryOver(ready, file)));
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
    throw faultOf(error, file) ?? faultOfSystem(error, file) ?? error;
  }
  isRestored(file, kept);
  // Should it not open after all.
  noteUntried(file, kept);
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
  noteUntried(file, kept);
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

/** The same, of a path that somebody has typed; null where there is nothing. */
export async function restoreTyped({
  file,
  backup,
  at,
}: AskedRestore): Promise<{ kept: string | null } | null> {
  try {
    await inTime(backup, stat(backup));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw faultOfSystem(error, backup) ?? error;
  }
  return { kept: await restoreBackup(file, backup, at) };
}

/** What SQLite can't do with its tables, this Mien can't either. */
function orUnfit(backup: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    const isOdd = error instanceof Database.SqliteError && faultOf(error, backup) === null;
    throw isOdd ? unfit(backup, error.message) : error;
  }
}

/** Notes which database is kept for one that nobody has opened yet. */
function noteUntried(file: string, kept: string | null): void {
  if (kept === null) return;
  try {
    writeDurably(untriedOf(file), JSON.stringify({ kept }));
    giveToOwner(dirname(file), [untriedOf(file)]);
  } catch (error) {
    // It is in its place all the same.
    if (faultOfSystem(error, file) === null) throw error;
  }
}

/** The restored database has been opened. */
export function hasBeenTried(file: string): void {
  rmSync(untriedOf(file), { force: true });
}

/**
 * A backup that can't be opened although it is whole gives its place back to the database of before. Answers what became
 * of it; null where what is there is none that was just restored.
 */
export function giveBack(file: string, restored: Recovery | null, why: string, at: EpochMs): Recovery | null {
  const kept = keptForUntried(file);
  if (kept === null) return null;
  // The move is the last step: whenever power goes, one of them is there.
  for (const part of ["-journal", "-wal", "-shm"]) rmSync(file + part, { force: true });
  putBack(kept, file);
  hasBeenTried(file);
  const backupAt = restored?.backupAt ?? null;
  const { message } = unfit(
    backupAt === null ? "The backup" : backupName(backupAt),
    why.split("\n", 1)[0] ?? "",
  );
  const recovery: Recovery = { kind: "not-restored", at, kept: null, backupAt, why: message };
  writeNote(file, recovery);
  return recovery;
}

function keptForUntried(file: string): string | null {
  try {
    const { kept } = JSON.parse(readFileSync(untriedOf(file), "utf8"));
    const isOurs = typeof kept === "string" && dirname(kept) === join(dirname(file), "set-aside");
    return isOurs && existsSync(join(kept, basename(file))) ? kept : null;
  } catch {
    return null; // Nothing was restored, or nobody knows what.
  }
}

const untriedOf = (file: string): string => `${file}-untried.json`;

/** Who restores with root's rights does so for the user whose data it is. */
function giveToOwner(folder: string, paths: readonly string[]): void {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(folder);
  for (const path of paths) if (existsSync(path)) chownSync(path, uid, gid);
}
