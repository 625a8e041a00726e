import { stat } from "node:fs/promises";

/**
 * Which folder this is on its disk, by whichever of its names: it may have several, by links, by mounts, or where great
 * letters are small ones. Null where it is none; rejects as the system does.
 */
export async function folderIdentity(folder: string): Promise<string | null> {
  const found = await stat(folder, { bigint: true });
  return found.isDirectory() ? `${found.dev} ${found.ino}` : null;
}
