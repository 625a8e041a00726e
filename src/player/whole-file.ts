import { chmodSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";

/** Beside the file, so that it can take its place in one step. */
export const unfinished = (path: string): string => `${path}.new`;
/** One that is there was left by a crash. It is never written into: its mode would stay, or it would be a link. */
const opened = { flag: "wx", mode: 0o600 } as const;

/**
 * Puts a text into a file that is whole at any moment: as it was, or as it is now. Its owner alone may read it, from the
 * first byte on. Throws what the file system refuses, and nothing half written stays. `lasting`: it is on the disk when
 * this resolves, and outlives a power cut; that is a commit to the card, so it is for what is seldom written.
 */
export async function writeWhole(path: string, text: string, { lasting = false } = {}): Promise<void> {
  const half = unfinished(path);
  await rm(half, { force: true });
  try {
    const file = await open(half, opened.flag, opened.mode);
    try {
      await file.writeFile(text);
      if (lasting) await file.sync();
    } finally {
      await file.close();
    }
    await rename(half, path);
  } catch (error) {
    await rm(half, { force: true });
    throw error;
  }
  if (lasting) await syncFolder(dirname(path));
}

/** The same at once, for a few bytes in memory: it is there before anything else happens. */
export function writeWholeSync(path: string, text: string, mode: number = opened.mode): void {
  const half = unfinished(path);
  rmSync(half, { force: true });
  try {
    writeFileSync(half, text, opened);
    if (mode !== opened.mode) chmodSync(half, mode);
    renameSync(half, path);
  } catch (error) {
    rmSync(half, { force: true });
    throw error;
  }
}

/** That the file has another's place is in the folder. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
