import { spawnSync } from "node:child_process";
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
  mkdirSync(cacheFolder, { recursive: true });
  for (const other of readdirSync(cacheFolder)) if (isLeft(other)) discard(join(cacheFolder, other));
  // Somebody else may be making the same.
  const unfinished = `${folder}.unfinished-${process.pid}`;
  mkdirSync(unfinished);
  await make(unfinished);
  if (existsSync(folder)) {
    discard(unfinished);
    return folder;
  }
  for (const other of readdirSync(cacheFolder))
    if (other.startsWith(`${name}-`) && !other.includes(".unfinished")) discard(join(cacheFolder, other));
  renameSync(unfinished, folder);
  step(`the ${name} image is made, in ${Math.round((performance.now() - begun) / 1000)} s`);
  return folder;
}

/** What a run that was ended has left half made. */
function isLeft(name: string): boolean {
  const [, pid] = /\.unfinished-(\d+)$/.exec(name) ?? [];
  return pid !== undefined && !existsSync(`/proc/${pid}`);
}

/** With what is mounted in it: a mmdebstrap that was ended leaves the kernel's file systems there. */
function discard(folder: string): void {
  const mounted = readFileSync("/proc/self/mounts", "utf8")
    .split("\n")
    .map((line) => line.split(" ")[1] ?? "")
    .filter((path) => path.startsWith(`${folder}/`));
  for (const path of mounted.toReversed()) spawnSync("umount", [path]);
  rmSync(folder, { recursive: true, force: true });
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
