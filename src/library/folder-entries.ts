import { type Dirent, lstatSync, readdirSync, realpathSync, statSync } from "node:fs";
import { isAudioName } from "./file-name.ts";
import { isFolderPictureName } from "./folder-picture.ts";
import { isPlaylistName } from "./mood-playlists.ts";

/** A folder or a music file in a folder. */
export interface Entry {
  path: Buffer;
  /** Text in UTF-8 to sort by; a folder's ends in a slash, so that whole paths come out in order. */
  order: Buffer;
  isFolder: boolean;
  /** Why what has a song's name can't even be opened; null for what can. */
  noFile: string | null;
}

/** The time of what has to be read again at the next scan, whatever its real one is. */
export const unknownTime = -1;

export interface FolderEntries {
  /** In order. */
  entries: readonly Entry[];
  playlists: readonly Buffer[];
  /** Tells one cover that lies beside the music from another; null where there is none. */
  picture: string | null;
}

const dot = ".".charCodeAt(0);
const slash = Buffer.from("/");

/**
 * What matters in a folder. Names that begin with a dot are left out, the `._` files of macOS among them. A symbolic
 * link is followed when it leads out of the root; one that stays inside is left out, because what it leads to is
 * found in its own place. Blocks, and throws the system's error.
 */
export function folderEntries(folder: Buffer, realRoot: string, beat: () => void): FolderEntries {
  const entries: Entry[] = [];
  const playlists: Buffer[] = [];
  const pictures: string[] = [];
  for (const dirent of readdirSync(folder, { withFileTypes: true, encoding: "buffer" })) {
    beat();
    if (dirent.name[0] === dot) continue;
    const path = Buffer.concat([folder, folder.at(-1) === slash[0] ? Buffer.alloc(0) : slash, dirent.name]);
    const name = dirent.name.toString();
    if (isPlaylistName(name) && dirent.isFile()) playlists.push(path);
    else if (isFolderPictureName(name)) pictures.push(...pictureStamp(path, dirent));
    else {
      const entry = entryOf(path, isAudioName(name), dirent, realRoot);
      if (entry) entries.push(entry);
    }
  }
  return {
    entries: entries.sort((a, b) => Buffer.compare(a.order, b.order)),
    playlists,
    picture: pictures.sort().join(" ") || null,
  };
}

/** None where it is no file, or has gone since. */
function pictureStamp(path: Buffer, dirent: Dirent<Buffer>): string[] {
  const stats = dirent.isFile() && statSync(path, { throwIfNoEntry: false });
  return stats ? [`${stats.size}@${Math.floor(stats.mtimeMs)}`] : [];
}

function entryOf(path: Buffer, isAudio: boolean, dirent: Dirent<Buffer>, realRoot: string): Entry | null {
  const kind = dirent.isSymbolicLink() ? linked(path, realRoot) : kindOf(dirent);
  if (kind === null) return null;
  const isFolder = kind === "folder";
  if (!isFolder && !isAudio) return null;
  const order = isFolder
    ? Buffer.concat([Buffer.from(path.toString()), slash])
    : Buffer.from(path.toString());
  return { path, order, isFolder, noFile: isFolder || kind === "file" ? null : kind };
}

/** A sentence where it is neither a folder nor a file. */
function kindOf(what: Pick<Dirent, "isDirectory" | "isFile" | "isFIFO" | "isSocket">): string {
  if (what.isDirectory()) return "folder";
  if (what.isFile()) return "file";
  if (what.isFIFO()) return "This is no file but a pipe between programs: remove it.";
  if (what.isSocket()) return "This is no file but a socket of a program: remove it.";
  return "This is no file but a device: remove it.";
}

/** Null where it leads to what is found anyway. */
function linked(path: Buffer, realRoot: string): string | null {
  try {
    const target = realpathSync.native(path);
    const isInside = target === realRoot || target.startsWith(realRoot === "/" ? "/" : `${realRoot}/`);
    return isInside ? null : kindOf(statSync(path));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ELOOP") return "This is a link that leads round in circles: remove it.";
    return `This is a link that leads to nothing that can be read (${code}): remove it or mend it.`;
  }
}

export interface EntryStamp {
  size: number;
  modifiedAt: number;
  noFile: string | null;
}

/** Size and time of what has a song's name; null where it has gone since its folder was read. */
export function stampOf({ path, noFile }: Entry): EntryStamp | null {
  try {
    const stats = (noFile === null ? statSync : lstatSync)(path, { throwIfNoEntry: false });
    if (!stats) return null;
    return { size: noFile === null ? stats.size : 0, modifiedAt: Math.floor(stats.mtimeMs), noFile };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return {
      size: 0,
      modifiedAt: unknownTime,
      noFile: `The file can't be looked at (${code}): check its permissions and its disk.`,
    };
  }
}
