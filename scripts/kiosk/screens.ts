import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * Whether a screen is connected, as the kernel tells of each of its sockets in this folder (/sys/class/drm). Also true where
 * it tells of none: whoever paints then knows of a screen by other means.
 */
export async function screenConnected(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch(() => []);
  const told = await Promise.all(
    // Graphics cards lie there too, without a status; a socket may go between the two looks, with its dock.
    names.map((name) => readFile(join(folder, name, "status"), "utf8").catch(() => null)),
  );
  const statuses = told.filter((status) => status !== null).map((status) => status.trim());
  return statuses.length === 0 || statuses.includes("connected");
}
