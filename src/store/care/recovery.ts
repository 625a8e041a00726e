import { readFileSync, rmSync } from "node:fs";
import type { EpochMs } from "../../protocol/time.ts";
import { faultOf } from "../faults.ts";
import type { BackupFile } from "./backup-files.ts";
import { layReady, putInPlace, setAside } from "./database-files.ts";
import { writeDurably } from "./durably.ts";
import { problemsOfBackup } from "./inspect.ts";
import { newestBackups } from "./newest-backups.ts";

/** What became of the database. */
export interface Recovery {
  /** A damaged one was set aside; an admin had a backup restored; or they wanted to, and all is as it was. */
  kind: "damaged" | "restored" | "not-restored";
  at: EpochMs;
  /** The folder that keeps the one that was there; null where it is there still, or was gone. */
  kept: string | null;
  /** When the backup was made that took its place, or was to; null where an empty database did, or none was named. */
  backupAt: EpochMs | null;
  /** Why it was not restored. */
  why: string | null;
}

export interface RecoverOptions {
  file: string;
  /** Where backups may lie; what is not there is passed over. */
  folders: readonly string[];
  at: EpochMs;
}

/**
 * Sets a damaged database aside, and puts the newest backup in its place that is whole. Nobody may have it open. Whatever
 * can take long or fail comes before anything is moved. For a process of its own.
 */
export async function recover({ file, folders, at }: RecoverOptions): Promise<Recovery> {
  const backup = (await newestBackups({ file, folders, at })).find(isWhole);
  const ready = backup && layReady(backup.path, file, "recovering");
  const kept = setAside(file, at);
  if (ready !== undefined) putInPlace(ready, file);
  const recovery: Recovery = { kind: "damaged", at, kept, backupAt: backup?.at ?? null, why: null };
  writeNote(file, recovery);
  return recovery;
}

/** Told from here on. Without room it is told until the next start alone, by whoever has it in memory. */
export function writeNote(file: string, recovery: Recovery): void {
  try {
    writeDurably(noteOf(file), JSON.stringify(recovery));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
  }
}

/** What happened last, for as long as nobody has taken note of it. */
export function readNote(file: string): Recovery | null {
  try {
    // Up to 0.4 there was one kind, and `damaged` was the folder.
    const {
      damaged,
      kind = "damaged",
      at,
      kept = damaged,
      backupAt,
      why = null,
    } = JSON.parse(readFileSync(noteOf(file), "utf8"));
    const isMoment = (value: unknown): value is EpochMs => typeof value === "number";
    const isText = (value: unknown): value is string => typeof value === "string";
    if (!isMoment(at) || !(backupAt === null || isMoment(backupAt)) || !(why === null || isText(why)))
      return null;
    if (kind === "not-restored") return { kind, at, kept: null, backupAt, why };
    if ((kind !== "damaged" && kind !== "restored") || !(kept === null || isText(kept))) return null;
    return { kind, at, kept, backupAt, why };
  } catch {
    return null; // Never written, or cut off by the same power cut: it is news, and not the data.
  }
}

export function removeNote(file: string): void {
  rmSync(noteOf(file), { force: true });
}

/** Names the backup that is to be restored at the next start. */
export const askedNoteOf = (file: string): string => `${file}-restore.json`;

const noteOf = (file: string): string => `${file}-recovered.json`;

/** A stick that breaks while it is read is as bad as a backup that was never whole. */
function isWhole({ path }: BackupFile): boolean {
  try {
    return problemsOfBackup(path).length === 0;
  } catch (error) {
    if (faultOf(error, path) === null) throw error;
    return false;
  }
}
