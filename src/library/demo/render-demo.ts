import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { Piece } from "./piece.ts";
import { renderLane } from "./render-lane.ts";
import { fileName } from "./render-piece.ts";

const stampName = ".demo-music.json";

export interface RenderOptions {
  folder: string;
  pieces: readonly Piece[];
  /** One line for people. */
  say: (line: string) => void;
}

/**
 * Renders what is not there yet; what an older version of the code rendered is rendered anew. Only files that the
 * stamp names are ever removed, so a folder with other music loses nothing.
 */
export async function renderDemo({
  folder,
  pieces,
  say,
}: RenderOptions): Promise<{ rendered: number; kept: number }> {
  await mkdir(folder, { recursive: true });
  const version = await codeVersion();
  const stamp = await readStamp(join(folder, stampName));
  if (stamp && stamp.version !== version)
    for (const name of stamp.files) await rm(join(folder, name), { force: true });
  const files = pieces.map(fileName);
  await writeStamp(join(folder, stampName), { version, files });
  const there = new Set(stamp?.version === version ? await readdir(folder) : []);
  const missing = pieces.filter((piece) => !there.has(fileName(piece)));
  let rendered = 0;
  const tell = ({ mood, artist, title }: Piece): void =>
    say(`${++rendered}/${missing.length}  ${mood.padEnd(8)} ${artist} – ${title}`);
  const lanes = Math.min(availableParallelism(), missing.length);
  const outcomes = await Promise.allSettled(
    Array.from({ length: lanes }, (_, lane) =>
      renderLane({ folder, pieces: missing.filter((_, at) => at % lanes === lane) }, tell),
    ),
  );
  for (const outcome of outcomes) if (outcome.status === "rejected") throw outcome.reason;
  return { rendered: missing.length, kept: pieces.length - missing.length };
}

/** Whatever changes the music or the covers lies in this folder; comments change neither. */
async function codeVersion(): Promise<string> {
  const names = (await readdir(import.meta.dirname)).filter((name) => /(?<!\.test)\.js$/.test(name)).sort();
  const hash = createHash("sha256");
  for (const name of names)
    hash.update(withoutComments(await readFile(join(import.meta.dirname, name), "utf8")));
  return hash.digest("hex").slice(0, 16);
}

/** Good enough to compare by: no string in this folder holds what looks like a comment. */
export function withoutComments(code: string): string {
  return code.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$|\s\/\/ .*$/gm, "").replaceAll(/^\s*\n/gm, "");
}

interface Stamp {
  version: string;
  files: readonly string[];
}

async function readStamp(path: string): Promise<Stamp | null> {
  try {
    const stamp: Partial<Stamp> = JSON.parse(await readFile(path, "utf8"));
    const files = (stamp.files ?? []).filter((name) => !name.includes("/"));
    return { version: stamp.version ?? "", files };
  } catch {
    // None yet, or one that a power cut spoiled: everything is rendered.
    return null;
  }
}

async function writeStamp(path: string, stamp: Stamp): Promise<void> {
  await writeFile(`${path}.part`, JSON.stringify(stamp));
  await rename(`${path}.part`, path);
}
