import { renameSync, rmSync, statfsSync, statSync } from "node:fs";
import { join } from "node:path";
import type { EpochMs } from "../../protocol/time.ts";
import { StoreError } from "../store.ts";
import {
  type BackupFile,
  backupName,
  backupsToRemove,
  listBackups,
  unfinishedBackups,
} from "./backup-files.ts";
import { syncFile, syncFolder } from "./durably.ts";
import { inDatabase, isOfTheSearch, problemsOfBackup } from "./inspect.ts";

/** What has to stay free on the disk that backups go to: it may be the one that the history is written to. */
const leaveFreeBytes = 64 * 1024 * 1024;

export interface BackupOptions {
  file: string;
  /** It is there already: a folder that is made where a stick should be would fill the disk below it. */
  folder: string;
  at: EpochMs;
  /** Older ones that need not be kept go. Not while the clock may be wrong: by a wrong date anything is old. */
  rotate: boolean;
}

/**
 * Makes a backup while others read and write, looks through it, and only then lets older ones go. Under its name it is
 * there whole or not at all. Takes long: for a process of its own. Throws `StoreError`: `disk-full`, `corrupt` or
 * `unavailable`. In a folder that hangs it comes to no end: whoever runs the process ends it, and tells that with `silent`.
 */
export async function makeBackup({ file, folder, at, rotate }: BackupOptions): Promise<BackupFile> {
  const name = backupName(at);
  const path = join(folder, name);
  const part = `${path}.part`;
  try {
    for (const left of await unfinishedBackups(folder)) rmSync(left, { force: true });
    needRoom(file, folder);
    // One moment of the database, read from beginning to end while others write on. A copy of its pages would have to
    // begin anew at each of their writes, and would take damage along.
    inDatabase(file, { readonly: true }, (database) => database.prepare("VACUUM INTO ?").run(part));
    syncFile(part);
    const [problem] = problemsOfBackup(part);
    // A table is copied row by row, but that index as it is.
    if (problem !== undefined && isOfTheSearch(problem))
      throw new StoreError(
        "corrupt",
        `The search's index in ${file} is damaged (${problem}), and is made anew.`,
      );
    if (problem !== undefined)
      throw new StoreError(
        "unavailable",
        `What was written to ${folder} can't be read again (${problem}). Take another stick or disk for backups.`,
      );
    renameSync(part, path);
    syncFolder(folder);
    const old = rotate ? backupsToRemove(await listBackups(folder), at) : [];
    for (const each of old) if (each.path !== path) rmSync(each.path, { force: true });
    // As its name tells it.
    return { name, path, at: Math.floor(at / 1000) * 1000, bytes: statSync(path).size };
  } catch (error) {
    rmSync(part, { force: true });
    throw storeErrorOf(error, folder);
  }
}

function needRoom(file: string, folder: string): void {
  if (!hasRoomFor(statSync(file, { throwIfNoEntry: false })?.size ?? 0, folder)) throw noRoom(folder);
}

/** Whether a copy of so many bytes fits into the folder, and something stays free. */
export function hasRoomFor(bytes: number, folder: string): boolean {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize >= bytes + leaveFreeBytes;
}

/** What a disk or a stick refuses while it is written to is expected; any other error is a bug, or SQLite's own. */
function storeErrorOf(error: unknown, folder: string): unknown {
  if (!(error instanceof Error)) return error;
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code === "ENOSPC" || code === "EDQUOT" || code === "SQLITE_FULL") return noRoom(folder);
  if (syscall === undefined) return error;
  return new StoreError(
    "unavailable",
    `Backups can't be written to ${folder} (${code}). Look whether Mien's user may write there.`,
  );
}

function noRoom(folder: string): StoreError {
  return new StoreError(
    "disk-full",
    `There is no room for a backup in ${folder}. Make room, or choose another folder in the settings, under “Folder for backups”.`,
  );
}
