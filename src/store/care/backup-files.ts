import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { EpochMs } from "../../protocol/time.ts";
import { inTime } from "./in-time.ts";

export interface BackupFile {
  name: string;
  path: string;
  at: EpochMs;
  bytes: number;
}

const DAYS_KEPT = 7;
const WEEKS_KEPT = 4;
const dayMs = 86_400_000;
/** The first Monday of 1970 was the fifth of January. */
const firstMondayMs = 4 * dayMs;

const named = /^mien-(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)\.db$/;

/** In UTC, so that names are in the order of their making through every change of the clocks: `mien-20261121-031500.db`. */
export function backupName(at: EpochMs): string {
  const digits = new Date(at).toISOString().replaceAll(/[-:]/g, "");
  return `mien-${digits.slice(0, 8)}-${digits.slice(9, 15)}.db`;
}

/** Whether it is what a backup is called: never a path. */
export const isBackupName = (name: string): boolean => momentOf(name) !== null;

/**
 * Newest first. Only what a backup is called: what else lies in the folder is somebody's own. A folder that is not there
 * has none; rejects with what else the file system refuses.
 */
export async function listBackups(folder: string): Promise<readonly BackupFile[]> {
  const found: BackupFile[] = [];
  for (const name of await namesIn(folder)) {
    const at = momentOf(name);
    if (at === null) continue;
    const path = join(folder, name);
    found.push({ name, path, at, bytes: (await stat(path)).size });
  }
  return found.sort((a, b) => b.at - a.at);
}

/**
 * For a start, which waits for this before the first song: rejects with what the system says of a share that does not
 * answer where the folder says nothing for so long.
 */
export function listInTime(folder: string): Promise<readonly BackupFile[]> {
  return inTime(folder, listBackups(folder));
}

/** Those last that are dated later than `latest`: a clock that was ahead has made them, and newer ones may have followed. */
export function newestFirst(backups: readonly BackupFile[], latest: EpochMs): readonly BackupFile[] {
  const isAhead = ({ at }: BackupFile): number => (at > latest ? 1 : 0);
  return [...backups].sort((a, b) => isAhead(a) - isAhead(b) || b.at - a.at);
}

/**
 * Those that need not be kept any longer: the newest of each of the last seven days that have one stays, and the newest
 * of each of the last four weeks; of the last day the first one stays, too, so that who backs up what they have just spoilt
 * keeps the way back. Counted by what is there and not by the calendar, so that an appliance that was off
 * for a year loses nothing by being switched on. One that a clock that was ahead has dated later than now stays until
 * then, and takes no other's place.
 */
export function backupsToRemove(backups: readonly BackupFile[], now: EpochMs): readonly BackupFile[] {
  const dated = backups.filter(({ at }) => at <= now).sort((a, b) => b.at - a.at);
  const lastDay = dated.filter(({ at }) => dayOf(at) === dayOf(dated[0]?.at ?? at));
  const kept = new Set([
    ...lastDay.slice(-1),
    ...newestOfEach(dated, dayMs, 0).slice(0, DAYS_KEPT),
    ...newestOfEach(dated, 7 * dayMs, firstMondayMs).slice(0, WEEKS_KEPT),
  ]);
  return dated.filter((backup) => !kept.has(backup));
}

const dayOf = (at: EpochMs): number => Math.floor(at / dayMs);

/** Left behind by a backup that was cut off. */
export async function unfinishedBackups(folder: string): Promise<readonly string[]> {
  const cutOff = (name: string) => name.endsWith(".part") && named.test(name.slice(0, -".part".length));
  return (await namesIn(folder)).filter(cutOff).map((name) => join(folder, name));
}

function newestOfEach(newestFirst: readonly BackupFile[], spanMs: number, originMs: number): BackupFile[] {
  const bySpan = new Map<number, BackupFile>();
  for (const backup of newestFirst) {
    const span = Math.floor((backup.at - originMs) / spanMs);
    if (!bySpan.has(span)) bySpan.set(span, backup);
  }
  return [...bySpan.values()];
}

function momentOf(name: string): EpochMs | null {
  const [, year, month, day, hours, minutes, seconds] = named.exec(name) ?? [];
  if (year === undefined) return null;
  const at = Date.parse(`${year}-${month}-${day}T${hours}:${minutes}:${seconds}Z`);
  return Number.isNaN(at) ? null : at;
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return [];
    throw error;
  }
}
