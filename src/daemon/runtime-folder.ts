import { createHash } from "node:crypto";
import { chmodSync, lstatSync, mkdirSync, rmdirSync } from "node:fs";
import { join } from "node:path";

/** Its message is one sentence for the owner. */
export class RuntimeFolderError extends Error {}

/**
 * A folder for sockets, in memory where the system has one, private to this user, and the same one for the next
 * daemon on the same data: that is how it finds an mpv that outlived its daemon. Short, because a socket's path
 * may have 107 bytes. Throws `RuntimeFolderError`.
 */
export function makeRuntimeFolder(options: { base: string; dataFolder: string; uid: number }): string {
  const key = createHash("sha256").update(options.dataFolder).digest("hex").slice(0, 12);
  const folder = join(options.base, `mien-${options.uid}-${key}`);
  const cure = "set XDG_RUNTIME_DIR to a folder of your own";
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const made = lstatSync(folder);
    if (!made.isDirectory() || made.uid !== options.uid)
      throw new RuntimeFolderError(`${folder} belongs to somebody else: remove it, or ${cure}.`);
    chmodSync(folder, 0o700);
    return folder;
  } catch (error) {
    if (error instanceof RuntimeFolderError) throw error;
    throw new RuntimeFolderError(
      `${folder} can't be made (${(error as NodeJS.ErrnoException).code}): ${cure}.`,
    );
  }
}

/** For the end: with nothing in it, there is nothing that the next daemon would look for. */
export function leaveRuntimeFolder(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // An mpv that plays on has its socket there, or somebody has removed it already.
  }
}
