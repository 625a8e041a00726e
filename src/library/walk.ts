import { isUtf8 } from "node:buffer";
import type { Dirent } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import type { FileStamp } from "../protocol/library.ts";
import { isAudioName } from "./file-name.ts";

/** A music file that the walk came by. */
export interface FoundFile extends FileStamp {
  /** Why it can't even be opened by its path; null for all ordinary files. */
  unreadable: string | null;
}

export interface WalkOptions {
  root: string;
  /** Called for every name looked at: a sign of life. */
  beat: () => void;
  /** Told of a folder that can't be read, in one sentence. What lies in it counts as gone. */
  onSkippedFolder: (sentence: string) => void;
}

/**
 * Every music file below a folder, in the order of the bytes of the paths (as SQLite sorts them), with the names of
 * one folder a level in memory. Rejects when the root itself can't be read.
 *
 * Only regular files count: pipes and devices would block whoever opens them. A symbolic link is followed when it
 * leads out of the root; one that stays inside is left out, because what it leads to is found in its own place.
 * Each folder is entered once, so links can't make a loop. Names that begin with a dot are left out, the `._` files
 * of macOS among them.
 */
export async function* walk({ root, beat, onSkippedFolder }: WalkOptions): AsyncGenerator<FoundFile> {
  const realRoot = await realpath(root);
  const start = Buffer.from(root);
  const entered = new Set<string>();
  let last = Buffer.alloc(0);

  async function* enter(folder: Buffer): AsyncGenerator<FoundFile> {
    for (const { path, order, isFolder } of await list(folder)) {
      if (isFolder) {
        yield* enter(path);
        continue;
      }
      const found = await stampOf(path);
      // Two names that are no UTF-8 can look the same, or sort otherwise, once they are text.
      if (!found || Buffer.compare(order, last) <= 0) continue;
      last = order;
      yield found;
    }
  }

  async function list(folder: Buffer): Promise<Entry[]> {
    try {
      const { dev, ino } = await stat(folder, { bigint: true });
      if (entered.has(`${dev}:${ino}`)) return [];
      entered.add(`${dev}:${ino}`);
      const entries: Entry[] = [];
      for (const dirent of await readdir(folder, { withFileTypes: true, encoding: "buffer" })) {
        beat();
        const entry = await entryOf(dirent, folder, realRoot);
        if (entry) entries.push(entry);
      }
      return entries.sort((a, b) => Buffer.compare(a.order, b.order));
    } catch (error) {
      if (folder === start) throw error;
      onSkippedFolder(`The folder ${folder} can't be read (${(error as NodeJS.ErrnoException).code}).`);
      return [];
    }
  }

  yield* enter(start);
}

interface Entry {
  path: Buffer;
  /** Text in UTF-8 to sort by; a folder's ends in a slash, so that whole paths come out in order. */
  order: Buffer<ArrayBuffer>;
  isFolder: boolean;
}

async function entryOf(dirent: Dirent<Buffer>, folder: Buffer, realRoot: string): Promise<Entry | null> {
  if (dirent.name[0] === dot) return null;
  const path = Buffer.concat([folder, folder.at(-1) === slash[0] ? Buffer.alloc(0) : slash, dirent.name]);
  const text = path.toString();
  const what = dirent.isSymbolicLink() ? await linkedOutside(path, realRoot) : dirent;
  if (what?.isDirectory()) return { path, order: Buffer.from(`${text}/`), isFolder: true };
  return what?.isFile() && isAudioName(text) ? { path, order: Buffer.from(text), isFolder: false } : null;
}

const dot = ".".charCodeAt(0);
const slash = Buffer.from("/");

async function linkedOutside(path: Buffer, realRoot: string) {
  try {
    const target = await realpath(path);
    const isInside = target === realRoot || target.startsWith(realRoot === "/" ? "/" : `${realRoot}/`);
    return isInside ? null : await stat(path);
  } catch {
    // A link to nowhere, or to itself, is no music.
    return null;
  }
}

async function stampOf(path: Buffer): Promise<FoundFile | null> {
  try {
    const { size, mtimeMs } = await stat(path);
    const unreadable = isUtf8(path)
      ? null
      : "The file's name, or its folder's, is no valid UTF-8: rename it.";
    return { path: path.toString(), size, modifiedAt: Math.floor(mtimeMs), unreadable };
  } catch {
    // Gone since its folder was read: the same as never there.
    return null;
  }
}
