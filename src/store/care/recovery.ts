import { readFileSync, rmSync } from "node:fs";
import type { EpochMs } from "../../protocol/time.ts";
import { faultOf } from "../faults.ts";
import { type BackupFile, listBackups } from "./backup-files.ts";
import { layReady, putInPlace, setAside } from "./database-files.ts";
import { writeDurably } from "./durably.ts";
import { problemsOfBackup } from "./inspect.ts";

/** A damaged database was set aside, and what took its place. */
export interface Recovery {
  at: EpochMs;
  /** The folder that keeps the damaged one. */
  damaged: string;
  /** When the backup was made that took its place; null where an empty database did. */
  backupAt: EpochMs | null;
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
  const backup = (await newestFirst(folders)).find(isWhole);
  const ready = backup && layReady(backup.path, file);
  const damaged = setAside(file, at);
  if (ready !== undefined) putInPlace(ready, file);
  const recovery = { at, damaged, backupAt: backup?.at ?? null };
  try {
    writeDurably(noteOf(file), JSON.stringify(recovery));
  } catch (error) {
    // Without room it is shown all the same, until the next start.
    if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
  }
  return recovery;
}

/** What happened last, for as long as nobody has taken note of it. */
export function readNote(file: string): Recovery | null {
  try {
    const { at, damaged, backupAt } = JSON.parse(readFileSync(noteOf(file), "utf8"));
    const isMoment = (value: unknown): value is EpochMs => typeof value === "number";
    if (!isMoment(at) || typeof damaged !== "string" || !(backupAt === null || isMoment(backupAt)))
      return null;
    return { at, damaged, backupAt };
  } catch {
    return null; // Never written, or cut off by the same power cut: it is news, and not the data.
  }
}

export function removeNote(file: string): void {
  rmSync(noteOf(file), { force: true });
}

const noteOf = (file: string): string => `${file}-recovered.json`;

async function newestFirst(folders: readonly string[]): Promise<readonly BackupFile[]> {
  const found: BackupFile[] = [];
  for (const folder of new Set(folders))
    try {
      found.push(...(await listBackups(folder)));
    } catch (error) {
      // A stick that can't be read must not keep the backups of another folder from being found.
      if (!("syscall" in (error as Error))) throw error;
    }
  return found.sort((a, b) => b.at - a.at);
}

/** A stick that breaks while it is read is as bad as a backup that was never whole. */
function isWhole({ path }: BackupFile): boolean {
  try {
    return problemsOfBackup(path).length === 0;
  } catch (error) {
    if (faultOf(error, path) === null) throw error;
    return false;
  }
}
