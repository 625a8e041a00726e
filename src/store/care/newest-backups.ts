import { statSync } from "node:fs";
import type { EpochMs } from "../../protocol/time.ts";
import { type BackupFile, listInTime, newestFirst } from "./backup-files.ts";

export interface FoundBackup extends BackupFile {
  /** Dated later than anything else: a clock that was ahead has made it. */
  ahead: boolean;
}

export interface NewestBackupsOptions {
  /** The database, which may be gone. */
  file: string;
  /** Where backups may lie; what is not there is passed over. */
  folders: readonly string[];
  /** What the clock says, which may be behind. */
  at: EpochMs;
}

export interface NewestBackups {
  /** In the order in which they are to take the database's place. */
  backups: readonly FoundBackup[];
  /** Folders, with what the file system has against each. */
  unreadable: readonly { folder: string; code: string }[];
}

export async function newestBackups({ file, folders, at }: NewestBackupsOptions): Promise<NewestBackups> {
  const found: BackupFile[] = [];
  const unreadable: { folder: string; code: string }[] = [];
  for (const folder of new Set(folders))
    try {
      found.push(...(await listInTime(folder)));
    } catch (error) {
      // A stick that can't be read must not keep the backups of another folder from being found.
      if (!("syscall" in (error as Error))) throw error;
      unreadable.push({ folder, code: (error as NodeJS.ErrnoException).code ?? "" });
    }
  // This machine may not know what time it is now, but it has been as late as its database was written.
  const latest = Math.max(at, lastWritten(file));
  const backups = newestFirst(found, latest).map((backup) => ({ ...backup, ahead: backup.at > latest }));
  return { backups, unreadable };
}

const lastWritten = (file: string): EpochMs => Math.max(writtenAt(file), writtenAt(`${file}-wal`));

/** 0 where it is gone, or can't be looked at. */
function writtenAt(path: string): EpochMs {
  try {
    return statSync(path).mtimeMs;
  } catch (error) {
    if (!("syscall" in (error as Error))) throw error;
    return 0;
  }
}
