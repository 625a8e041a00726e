import { mkdir, stat } from "node:fs/promises";
import { dirname } from "node:path";

/** Where sticks and disks appear. A folder there that lies on the system's own disk is one whose stick is away. */
const mountRoots = ["/media", "/mnt", "/run/media"];

/**
 * Makes the folder where it is not there yet, and answers whether it can be used. Never below a stick that is away: what
 * is written there fills the system's disk, and is hidden once the stick is back.
 */
export async function readyFolder(folder: string, roots: readonly string[] = mountRoots): Promise<boolean> {
  const root = roots.find((each) => folder.startsWith(`${each}/`));
  const parent = await existing(dirname(folder));
  if (parent === null) return false;
  if (root !== undefined && parent.dev === (await existing(root))?.dev) {
    // The folder itself may be where a stick is mounted.
    const itself = await existing(folder);
    if (itself === null || itself.dev === parent.dev) return false;
  }
  try {
    await mkdir(folder, { mode: 0o700 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "EEXIST") return false;
  }
  return (await existing(folder))?.isDirectory() ?? false;
}

/** Null where it is not there, or a stick does not answer for it. */
async function existing(path: string) {
  try {
    return await stat(path);
  } catch {
    return null;
  }
}
