import { open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";

/** A file that Mien's user alone can read; whole or as it was before, whenever the power is cut. */
export async function writeSecret(path: string, text: string): Promise<void> {
  const part = `${path}.part`;
  // One that a power cut left: its mode would stay.
  await rm(part, { force: true });
  try {
    const file = await open(part, "wx", 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
  const folder = await open(dirname(path), "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
