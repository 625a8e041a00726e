import { readdir } from "node:fs/promises";

/** What lies in a folder; nothing where there is no such folder. Rejects with the system's error. */
export async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
