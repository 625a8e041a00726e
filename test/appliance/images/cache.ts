import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { basename, join } from "node:path";
import { step } from "../progress.ts";

/** Outside the repository: what was made for one clone serves the next. */
export const cacheFolder = join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "mien-appliance");

/**
 * A folder that is made once for all that goes into it: `make` gets an empty one, and only when it has come to its
 * end does that get its name. Older ones of the same name are removed: each is gigabytes.
 */
export async function cached(
  name: string,
  ingredients: readonly string[],
  make: (folder: string) => Promise<void>,
): Promise<string> {
  // Other things made here are named by their own hashes, wherever this folder lies.
  const named = ingredients.map((one) => one.replace(cacheFolder, ""));
  const hash = createHash("sha256").update(JSON.stringify(named)).digest("hex").slice(0, 16);
  const folder = join(cacheFolder, `${name}-${hash}`);
  if (existsSync(folder)) return folder;

  const begun = performance.now();
  step(`making the ${name} image`);
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  await make(unfinished);
  for (const other of readdirSync(cacheFolder))
    if (other.startsWith(`${name}-`) && join(cacheFolder, other) !== unfinished)
      rmSync(join(cacheFolder, other), { recursive: true });
  renameSync(unfinished, folder);
  step(`the ${name} image is made, in ${Math.round((performance.now() - begun) / 1000)} s`);
  return folder;
}

/** The names and contents of files, and of all the files in folders, wherever they lie. */
export function hashOf(...paths: readonly string[]): string {
  const hash = createHash("sha256");
  const take = (path: string): void => {
    if (statSync(path).isDirectory()) for (const name of readdirSync(path).toSorted()) take(join(path, name));
    else hash.update(basename(path)).update(readFileSync(path));
  };
  for (const path of paths) take(path);
  return hash.digest("hex");
}
