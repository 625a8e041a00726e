import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import type { EpochMs } from "../../protocol/time.ts";
import { syncFolder } from "./durably.ts";

/** What SQLite keeps of one database. The log belongs to it: what it holds is not in the first file yet. */
const parts = ["", "-wal", "-shm"];

export const markerOf = (file: string): string => `${file}-running`;

/** Whether whoever had the database open last never closed it: a crash, or a power cut. */
export function endedUncleanly(file: string): boolean {
  return existsSync(markerOf(file));
}

/** From here on an end without `markClosed` is an unclean one. A disk without room for a name can't be told so. */
export function markRunning(file: string): void {
  try {
    closeSync(openSync(markerOf(file), "a", 0o600));
    syncFolder(dirname(file));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
  }
}

export function markClosed(file: string): void {
  rmSync(markerOf(file), { force: true });
}

/** Whether it is no database although it was one: SQLite would take an empty file, or none, for a new database. */
export function wasEmptied(file: string): boolean {
  const size = statSync(file, { throwIfNoEntry: false })?.size;
  return size === 0 || (size === undefined && endedUncleanly(file));
}

/**
 * Moves a database out of the way, with its log, and answers the folder where it is kept: `set-aside/DATE` beside it,
 * under its own name, so that it can be opened and looked at; null where there is none. Nothing here ever deletes one. Where it fails all is as it
 * was, as far as the disk allows: without the file, SQLite would begin an empty database.
 */
export function setAside(file: string, at: EpochMs): string | null {
  if (!parts.some((part) => existsSync(file + part))) return null;
  const name = new Date(at).toISOString().slice(0, 19).replaceAll(":", "-");
  const folder = makeFolder(join(dirname(file), "set-aside"), name);
  try {
    for (const part of parts)
      if (existsSync(file + part)) renameSync(file + part, join(folder, basename(file) + part));
    syncFolder(folder);
    syncFolder(dirname(file));
  } catch (error) {
    putBackOrLeave(folder, file);
    throw error;
  }
  return folder;
}

/** What `setAside` moved away is the database again. */
export function putBack(kept: string, file: string): void {
  for (const part of parts)
    if (existsSync(join(kept, basename(file) + part)))
      renameSync(join(kept, basename(file) + part), file + part);
  rmdirSync(kept);
  syncFolder(dirname(file));
}

/** After a fault, which is the one to be told: a disk that refuses this as well leaves it in the folder. */
export function putBackOrLeave(kept: string, file: string): void {
  try {
    putBack(kept, file);
  } catch (error) {
    if (!("syscall" in (error as Error))) throw error;
  }
}

/** What is on its way to the database's place because somebody wants it there; and because the database is damaged. */
export type Ready = "restoring" | "recovering";

export const readyOf = (file: string, ready: Ready): string => `${file}.${ready}`;

/** What SQLite has beside it goes as well. */
export function removeReady(part: string): void {
  for (const suffix of ["", "-journal", "-wal", "-shm"]) rmSync(part + suffix, { force: true });
}

/** The folder that keeps the database which was set aside last; null where there is none. */
export function keptLast(file: string): string | null {
  const parent = join(dirname(file), "set-aside");
  if (!existsSync(parent)) return null;
  // By their moments, as names of one second have a number.
  const kept = readdirSync(parent)
    .map((name) => join(parent, name))
    .filter((folder) => existsSync(join(folder, basename(file))))
    .map((folder) => ({ folder, at: statSync(folder).mtimeMs }));
  return kept.sort((a, b) => b.at - a.at)[0]?.folder ?? null;
}

/** What `layWhole` made becomes the database. */
export function putInPlace(part: string, file: string): void {
  // A log of another database must not be taken for this one's.
  for (const suffix of ["-wal", "-shm"]) rmSync(file + suffix, { force: true });
  renameSync(part, file);
  syncFolder(dirname(file));
}

/** Under a name that is not taken yet: two may be damaged within a second. */
function makeFolder(parent: string, name: string): string {
  mkdirSync(parent, { recursive: true, mode: 0o700 });
  for (let turn = 1; ; turn++) {
    const folder = join(parent, turn === 1 ? name : `${name}-${turn}`);
    try {
      mkdirSync(folder, { mode: 0o700 });
      return folder;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
}
