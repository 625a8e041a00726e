import { lstatSync } from "node:fs";
import { join } from "node:path";
import type { CopyTally } from "./copy-tally.ts";
import { safePath, withEnding } from "./safe-path.ts";
import { sniff } from "./sniff.ts";
import { type StickFile, stickFiles } from "./stick-files.ts";

/** A file to be copied, and the names that it is to have. */
export interface Planned {
  file: StickFile;
  names: readonly string[];
}

/** Hashes that are asked for at once. */
const askedAtOnce = 100;
/** FAT keeps times to two seconds. */
const sameTimeMs = 2_000;

export interface PlanOptions {
  from: string;
  uploads: string;
  into: string;
  tally: CopyTally;
  /** Whether these sounds are in the library. */
  areKnown: (contentHashes: readonly string[]) => Promise<readonly boolean[]>;
}

/** What of a drive is not here yet. Reads a hundred kilobytes of each song; throws where the drive can't be read. */
export async function planCopy({
  from,
  uploads,
  into,
  tally,
  areKnown,
}: PlanOptions): Promise<readonly Planned[]> {
  const planned: Planned[] = [];
  const sounds = new Set<string>();
  let asked: { file: Planned; contentHash: string }[] = [];
  const ask = async () => {
    const known = await areKnown(asked.map(({ contentHash }) => contentHash));
    for (const [index, { file }] of asked.entries())
      if (known[index]) tally.wasHere();
      else planned.push(file);
    asked = [];
  };
  for (const file of stickFiles({ root: from, onFault: tally.failed })) {
    tally.found();
    const plan = planOne(file, into, tally);
    if (plan === null) continue;
    if (isHere(join(uploads, ...plan.names), file) || (plan.contentHash && sounds.has(plan.contentHash))) {
      tally.wasHere();
    } else if (plan.contentHash === null) {
      planned.push({ file, names: plan.names });
    } else {
      sounds.add(plan.contentHash);
      asked.push({ file: { file, names: plan.names }, contentHash: plan.contentHash });
      if (asked.length >= askedAtOnce) await ask();
    }
  }
  if (asked.length > 0) await ask();
  return planned;
}

function planOne(file: StickFile, into: string, tally: CopyTally) {
  const safe = safePath(`${into}/${file.below}`);
  if ("fault" in safe) return tally.failed(file.below, safe.fault);
  const name = safe.names.at(-1) ?? "";
  try {
    const sniffed = sniff(file.path, name);
    if ("fault" in sniffed) return tally.failed(file.below, sniffed.fault);
    const { ending, contentHash } = sniffed;
    const names = ending === null ? safe.names : [...safe.names.slice(0, -1), withEnding(name, ending)];
    return { names, contentHash };
  } catch (error) {
    return tally.failed(file.below, `The file can't be read (${(error as NodeJS.ErrnoException).code}).`);
  }
}

/** Copied before, and not looked through by the library yet. */
function isHere(path: string, { size, modifiedAt }: StickFile): boolean {
  try {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    return stats?.size === size && Math.abs(stats.mtimeMs - modifiedAt.getTime()) < sameTimeMs;
  } catch {
    // What is wrong with the folder is told when something is to be put into it: it is not the drive's fault.
    return false;
  }
}
