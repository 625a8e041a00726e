import { readFileSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import type { EpochMs } from "../../protocol/time.ts";
import type { StoreError } from "../store.ts";
import type { BackupFile } from "./backup-files.ts";
import { putInPlace, setAside } from "./database-files.ts";
import { writeDurably } from "./durably.ts";
import { layWhole } from "./lay-whole.ts";
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
  const { backups } = await newestBackups({ file, folders, at });
  const laid = await layNewest(file, backups);
  const kept = setAside(file, at);
  if (laid !== null) putInPlace(laid.ready, file);
  const recovery: Recovery = { kind: "damaged", at, kept, backupAt: laid?.backup.at ?? null, why: null };
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

/**
 * The first that is whole. A stick that breaks while it is read is as bad as a backup that was never whole. Throws
 * `StoreError` where there is one that might be, and no room for it: an empty database would lose what could be had.
 */
async function layNewest(
  file: string,
  backups: readonly BackupFile[],
): Promise<{ backup: BackupFile; ready: string } | null> {
  const silent = new Set<string>();
  let noRoom: StoreError | null = null;
  for (const backup of backups) {
    const folder = dirname(backup.path);
    // Each of its backups would keep the music waiting for as long.
    if (silent.has(folder)) continue;
    const laid = await layWhole(backup.path, file, "recovering");
    if ("ready" in laid) return { backup, ...laid };
    if (laid.fault.fault === "silent") silent.add(folder);
    if (laid.fault.fault === "disk-full") noRoom = laid.fault;
  }
  if (noRoom !== null) throw noRoom;
  return null;
}
