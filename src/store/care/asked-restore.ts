import { lstatSync, readFileSync, rmSync } from "node:fs";
import { lstat, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { EpochMs } from "../../protocol/time.ts";
import { faultOfSystem, noRoomFor, orFault } from "../faults.ts";
import { StoreError } from "../store.ts";
import { type BackupFile, isBackupName, listInTime } from "./backup-files.ts";
import { removeReady } from "./database-files.ts";
import { syncFolder, writeDurably } from "./durably.ts";
import { inTime } from "./in-time.ts";
import { layWhole } from "./lay-whole.ts";
import { hasRoomFor } from "./make-backup.ts";
import { askedNoteOf, type RecoverOptions, type Recovery, readNote, writeNote } from "./recovery.ts";
import { type AskedRestore, finishRestore, restoreBackup } from "./restore.ts";

/** Longer than any note of ours. */
const mostBytes = 1_000;
/** The start that was asked for comes at once. By one that comes later, nobody expects the database to go back. */
const holdsForMs = 15 * 60_000;

/** Said until it is known better. */
const cutOff = "Mien ended while the backup was put in its place: ask for it again.";

/**
 * Notes that a backup is to take the database's place at the next start, once it is known to be whole. The note names it
 * and no folder: where backups may lie is known at the start, too. Takes long: for a process of its own. Throws
 * `StoreError`, and then nothing is noted.
 */
export async function askRestore({ file, backup, at }: AskedRestore): Promise<void> {
  if (!hasRoomFor(await sizeOf(backup), dirname(file))) throw noRoomFor(file);
  const laid = await layWhole(backup, file, "restoring");
  if ("fault" in laid) throw laid.fault;
  removeReady(laid.ready);
  orFault(askedNoteOf(file), () =>
    writeDurably(askedNoteOf(file), JSON.stringify({ backup: basename(backup), at })),
  );
}

/**
 * Puts the backup in the database's place that was asked for, and answers what came of it, which is noted as well; null
 * where none was asked for. Nobody may have the database open. However it ends, it is not tried again by itself.
 */
export async function restoreAsked({ file, folders, at }: RecoverOptions): Promise<Recovery | null> {
  const note = askedNoteOf(file);
  const finished = finishAsked(file, at);
  if (finished !== null) return finished;
  if (lstatSync(note, { throwIfNoEntry: false }) === undefined) return null;
  const asked = readAsked(note);
  let recovery: Recovery = {
    ...{ kind: "not-restored", at, kept: null, backupAt: null },
    why: cutOff,
  };
  try {
    writeNote(file, recovery);
    // First: what can't be restored would be tried at every start.
    rmSync(note, { recursive: true, force: true });
    syncFolder(dirname(file));
    if (asked === null)
      throw new StoreError(
        "unavailable",
        "The note of which backup to restore was unreadable: choose one again.",
      );
    // Either way: a clock that was set meanwhile says nothing.
    if (Math.abs(at - asked.at) > holdsForMs)
      throw new StoreError(
        "unavailable",
        "This was asked for too long ago, or the clock was set since: ask for it again.",
      );
    const backup = await find(asked.backup, folders);
    if (backup === null)
      throw new StoreError("unavailable", "This backup is not there any more: choose one of those that are.");
    recovery = { ...recovery, backupAt: backup.at };
    writeNote(file, recovery);
    const kept = await restoreBackup(file, backup.path, at);
    recovery = { ...recovery, kind: "restored", kept, why: null };
  } catch (error) {
    const fault = error instanceof StoreError ? error : faultOfSystem(error, file);
    if (fault === null) throw error;
    recovery = { ...recovery, why: fault.message };
  }
  tryTo(file, () => rmSync(note, { recursive: true, force: true }));
  tryTo(file, () => writeNote(file, recovery));
  return recovery;
}

/** One that power cut off after the database had left its place: what it noted then tells which backup it was. */
function finishAsked(file: string, at: EpochMs): Recovery | null {
  const begun = readNote(file);
  let finished: { kept: string } | null = null;
  try {
    finished = orFault(file, () => finishRestore(file));
  } catch (error) {
    // Whoever opens the database next meets the same fault, and tells it.
    if (!(error instanceof StoreError)) throw error;
  }
  if (finished === null || begun?.why !== cutOff) return null;
  const recovery: Recovery = { ...begun, kind: "restored", at, kept: finished.kept, why: null };
  tryTo(file, () => writeNote(file, recovery));
  return recovery;
}

/** Null where it is no note of ours: somebody may have laid anything there, a path that leads elsewhere included. */
function readAsked(note: string): { backup: string; at: EpochMs } | null {
  try {
    const found = lstatSync(note);
    if (!found.isFile() || found.size > mostBytes) return null;
    const { backup, at } = JSON.parse(readFileSync(note, "utf8"));
    return typeof backup === "string" && isBackupName(backup) && typeof at === "number"
      ? { backup, at }
      : null;
  } catch {
    return null; // Cut off, or not to be read.
  }
}

/**
 * In the first folder that has it; a link is none: a stick must not lead to other files. Throws `StoreError` where a folder
 * that may have it does not answer, and no other one has it.
 */
async function find(name: string, folders: readonly string[]): Promise<BackupFile | null> {
  let silence: StoreError | null = null;
  for (const folder of folders)
    try {
      const found = (await listInTime(folder)).find((backup) => backup.name === name);
      if (found !== undefined && (await inTime(folder, lstat(join(folder, name)))).isFile()) return found;
    } catch (error) {
      const fault = faultOfSystem(error, folder);
      if (fault === null) throw error;
      // A stick that can't be read must not keep the backup of another folder from being found.
      if (fault.fault === "silent") silence ??= fault;
    }
  if (silence !== null) throw silence;
  return null;
}

async function sizeOf(backup: string): Promise<number> {
  try {
    return (await inTime(backup, stat(backup))).size;
  } catch (error) {
    throw faultOfSystem(error, backup) ?? error;
  }
}

/** A disk that takes no note has told its fault already, and the log has the rest. */
function tryTo(file: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    if (faultOfSystem(error, file) === null) throw error;
  }
}
