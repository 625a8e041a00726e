import { opendir } from "node:fs/promises";

/** Whether there is anything in a folder that a scan would not pass over. False, too, where it can't be looked into. */
export async function holdsAnything(folder: string): Promise<boolean> {
  try {
    for await (const { name } of await opendir(folder)) if (!name.startsWith(".")) return true;
    return false;
  } catch {
    // Not there, closed to us, or no folder at all: the scan of a folder that was named says so.
    return false;
  }
}
