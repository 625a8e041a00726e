import { closeSync, fsyncSync, openSync, statfsSync, writeFileSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { dirname } from "node:path";
import { faultOfSystem, noRoomFor, orFault } from "../faults.ts";
import { StoreError } from "../store.ts";
import { type Ready, readyOf, removeReady } from "./database-files.ts";
import { inTime } from "./in-time.ts";
import { problemsOfBackup } from "./inspect.ts";

/** The slowest share has this within a few seconds. */
const pieceBytes = 128 * 1024;

/** The path of the copy, or why the backup can't take the database's place. */
export type Laid = { ready: string } | { fault: StoreError };

/**
 * Copies a backup to beside the database, so that only its name is left to be changed. It is the copy that is looked
 * through: a stick may give another answer each time it is read, and for one that hangs SQLite would wait for ever. Throws
 * `StoreError` where the copy can't be written. One that is larger than what is free there has a fault of its own.
 */
export async function layWhole(backup: string, file: string, ready: Ready): Promise<Laid> {
  const part = readyOf(file, ready);
  try {
    removeReady(part);
    await copyPieces(backup, part, file);
    const [problem] = orFault(backup, () => problemsOfBackup(part));
    if (problem === undefined) return { ready: part };
    throw unfit(backup, problem);
  } catch (error) {
    removeReady(part);
    // Without its addon no backup can be looked through.
    if (error instanceof StoreError && error.fault !== "cannot-open") return { fault: error };
    throw faultOfSystem(error, file) ?? error;
  }
}

export const unfit = (backup: string, problem: string): StoreError =>
  new StoreError("corrupt", `${backup} can't take the database's place: ${problem}. Choose another one.`);

async function copyPieces(backup: string, to: string, file: string): Promise<void> {
  const copy = openSync(to, "wx", 0o600);
  try {
    const { bavail, bsize } = statfsSync(dirname(to));
    for await (const piece of piecesOf(backup, bavail * bsize, noRoomFor(file))) writeFileSync(copy, piece);
    fsyncSync(copy);
  } finally {
    closeSync(copy);
  }
}

/** A stick whose own index is damaged names files of any size, and links that lead anywhere: no disk is filled for those. */
async function* piecesOf(
  backup: string,
  freeBytes: number,
  tooLarge: StoreError,
): AsyncGenerator<Buffer, void> {
  const opening = open(backup, "r");
  let source: FileHandle;
  try {
    source = await read(backup, opening);
  } catch (error) {
    void opening.then(closeUnawaited, () => undefined);
    throw error;
  }
  try {
    const found = await read(backup, source.stat());
    if (!found.isFile()) throw unfit(backup, "it is no file");
    if (found.size > freeBytes) throw tooLarge;
    const room = Buffer.alloc(pieceBytes);
    for (let left = found.size; left > 0; ) {
      const { bytesRead } = await read(backup, source.read(room, 0, Math.min(pieceBytes, left), null));
      if (bytesRead === 0) return;
      left -= bytesRead;
      yield room.subarray(0, bytesRead);
    }
  } finally {
    closeUnawaited(source);
  }
}

async function read<Answer>(backup: string, asked: Promise<Answer>): Promise<Answer> {
  try {
    return await inTime(backup, asked);
  } catch (error) {
    throw faultOfSystem(error, backup) ?? error;
  }
}

/** While it is read, it is closed once that has ended. */
const closeUnawaited = (file: FileHandle): void => void file.close().catch(() => undefined);
