import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { drawCover } from "./draw-cover.ts";
import { encode } from "./encode.ts";
import { level } from "./loudness.ts";
import { mixdown } from "./mixdown.ts";
import type { Piece } from "./piece.ts";

/** Where streaming services level music to, too: a café's own songs won't be louder. */
const aimLufs = -16;
/** The encoder overshoots by up to a decibel; with this the decoded peaks stay below -1 dBFS. */
const ceiling = 10 ** (-2.2 / 20);

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
  // While ffmpeg encodes one piece, the next one is made.
  let encoding: Promise<void> = Promise.resolve();
  for (const [index, piece] of missing.entries()) {
    const [left, right] = mixdown(piece);
    const lufs = level([left, right], { lufs: aimLufs, ceiling });
    const [cover] = await Promise.all([drawCover(piece), encoding]);
    encoding = encode(join(folder, fileName(piece)), { piece, left, right, lufs, cover });
    say(`${index + 1}/${missing.length}  ${piece.mood.padEnd(8)} ${piece.artist} – ${piece.title}`);
  }
  await encoding;
  return { rendered: missing.length, kept: pieces.length - missing.length };
}

export function fileName({ artist, title }: Piece): string {
  return `${artist} - ${title}.mp3`;
}

/** Whatever changes the music or the covers lies in this folder. */
async function codeVersion(): Promise<string> {
  const names = (await readdir(import.meta.dirname)).filter((name) => /(?<!\.test)\.js$/.test(name)).sort();
  const hash = createHash("sha256");
  for (const name of names) hash.update(await readFile(join(import.meta.dirname, name)));
  return hash.digest("hex").slice(0, 16);
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
