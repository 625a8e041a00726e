import { type Dirent, lstatSync, readdirSync, realpathSync, statSync } from "node:fs";
import { type BytePath, bytesOf, folderPrefix, isText, systemPath, textOf } from "../byte-path.ts";
import { isPlaylistName } from "../moods/mood-playlists.ts";
import { isAudioName } from "../tags/file-name.ts";
import { isFolderPictureName } from "../tags/folder-picture.ts";

/** The time of what has to be read again at the next scan, whatever its real one is. */
export const unknownTime = -1;

export interface FolderEntries {
  /** Folders, whose names end in a slash here, and music files; sorted so that whole paths come out in order. */
  names: readonly BytePath[];
  /** Of those that have a song's name: why they can't even be opened. */
  noFiles: ReadonlyMap<BytePath, string>;
  playlists: readonly BytePath[];
  /** Tells one cover that lies beside the music from another; null where there is none. */
  picture: string | null;
}

/**
 * What matters in a folder. Names that begin with a dot are left out, the `._` files of macOS among them. A symbolic
 * link is followed when it leads out of the root; one that stays inside is left out, because what it leads to is
 * found in its own place. Blocks, and throws the system's error.
 */
export function folderEntries(folder: BytePath, realRoot: string, beat: () => void): FolderEntries {
  const names: BytePath[] = [];
  const noFiles = new Map<BytePath, string>();
  const playlists: BytePath[] = [];
  const pictures: string[] = [];
  const prefix = folderPrefix(folder);
  let areAllText = true;
  for (const dirent of direntsOf(folder)) {
    beat();
    const { name } = dirent;
    if (name.startsWith(".")) continue;
    if (isPlaylistName(name) && dirent.isFile()) playlists.push(prefix + name);
    else if (isFolderPictureName(name)) pictures.push(...pictureStamp(prefix + name, dirent));
    else {
      const kind = dirent.isSymbolicLink() ? linked(prefix + name, realRoot) : kindOf(dirent);
      if (kind === null || (kind !== "folder" && !isAudioName(name))) continue;
      names.push(kind === "folder" ? `${name}/` : name);
      if (kind !== "folder" && kind !== "file") noFiles.set(name, kind);
      areAllText &&= isText(name);
    }
  }
  return {
    names: areAllText ? names.sort() : names.sort((a, b) => (asText(a) < asText(b) ? -1 : 1)),
    noFiles,
    playlists,
    picture: pictures.sort().join(" ") || null,
  };
}

/** The store sorts paths as text. */
export function asText(path: BytePath): BytePath {
  return isText(path) ? path : bytesOf(textOf(path));
}

function direntsOf(folder: BytePath): Dirent[] {
  const path = systemPath(folder);
  try {
    return readdirSync(path, { withFileTypes: true, encoding: "latin1" });
  } catch (error) {
    // Some file systems tell no kinds: Node then asks for each, and takes a name in Latin-1 for UTF-8.
    if (["ENOTDIR", "EACCES"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
    const dirents = readdirSync(Buffer.from(folder, "latin1"), { withFileTypes: true, encoding: "buffer" });
    return dirents.map(
      (dirent) => Object.assign(dirent, { name: dirent.name.toString("latin1") }) as unknown as Dirent,
    );
  }
}

/** None where it is no file, or has gone since. */
function pictureStamp(path: BytePath, dirent: Dirent): string[] {
  const stats = dirent.isFile() && statSync(systemPath(path), { throwIfNoEntry: false });
  return stats ? [`${stats.size}@${Math.floor(stats.mtimeMs)}`] : [];
}

/** A sentence where it is neither a folder nor a file. */
function kindOf(what: Pick<Dirent, "isDirectory" | "isFile" | "isFIFO" | "isSocket">): string {
  if (what.isFile()) return "file";
  if (what.isDirectory()) return "folder";
  if (what.isFIFO()) return "This is no file but a pipe between programs: remove it.";
  if (what.isSocket()) return "This is no file but a socket of a program: remove it.";
  return "This is no file but a device: remove it.";
}

/** Null where it leads to what is found anyway. */
function linked(path: BytePath, realRoot: string): string | null {
  try {
    const target = realpathSync.native(systemPath(path));
    const isInside = target === realRoot || target.startsWith(realRoot === "/" ? "/" : `${realRoot}/`);
    return isInside ? null : kindOf(statSync(systemPath(path)));
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
export function stampOf(path: BytePath, noFile: string | null): EntryStamp | null {
  try {
    const stats = (noFile === null ? statSync : lstatSync)(systemPath(path), { throwIfNoEntry: false });
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
