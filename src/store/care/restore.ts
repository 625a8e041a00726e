import { chownSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import type { EpochMs } from "../../protocol/time.ts";
import { StoreError } from "../store.ts";
import { layReady, markClosed, putInPlace, setAside } from "./database-files.ts";
import { problemsOfBackup } from "./inspect.ts";
import { removeNote } from "./recovery.ts";

/**
 * Puts a backup in the database's place, which is kept beside it. Nobody may have it open. Answers the folder that keeps
 * the one that was there. Throws `StoreError` and leaves all as it was where the backup is not whole.
 */
export function restoreBackup(file: string, backup: string, at: EpochMs): string {
  const [problem] = problemsOfBackup(backup);
  if (problem !== undefined)
    throw new StoreError(
      "corrupt",
      `${backup} can't take the database's place: ${problem}. Choose another one.`,
    );
  const ready = layReady(backup, file);
  const kept = setAside(file, at);
  putInPlace(ready, file);
  markClosed(file);
  removeNote(file);
  giveToOwner(dirname(file), [
    file,
    dirname(kept),
    kept,
    ...readdirSync(kept).map((name) => join(kept, name)),
  ]);
  return kept;
}

/** Who restores with root's rights does so for the user whose data it is. */
function giveToOwner(folder: string, paths: readonly string[]): void {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(folder);
  for (const path of paths) chownSync(path, uid, gid);
}
