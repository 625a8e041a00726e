import { isUtf8 } from "node:buffer";
import { lstatSync, readdirSync } from "node:fs";
import { isPlaylistName } from "../moods/mood-playlists.ts";
import { isAudioName } from "../tags/file-name.ts";
import { isFolderPictureName } from "../tags/folder-picture.ts";
import { isSystemFile, isSystemFolderName } from "./system-file.ts";

export interface StickFile {
  path: string;
  /** Below where the walk began, with slashes. */
  below: string;
  size: number;
  modifiedAt: Date;
}

export interface StickWalk {
  root: string;
  /** Told of what can't be read, in one sentence. */
  onFault: (below: string, reason: string) => void;
}

const mostFolders = 64;

/**
 * Music, cover pictures and playlists below a folder of somebody's stick. Links are never followed: a stick could name
 * any file of this machine by one. What is mounted below is another drive. Blocks, so this is for a process of its own.
 */
export function* stickFiles({ root, onFault }: StickWalk): Generator<StickFile> {
  const { dev } = lstatSync(root);

  function* enter(folder: string, below: string, depth: number): Generator<StickFile> {
    for (const dirent of entriesOf(folder, below)) {
      if (!isUtf8(dirent.name)) {
        onFault(`${below}${dirent.name}`, "Its name is no valid UTF-8: rename it.");
        continue;
      }
      const name = dirent.name.toString();
      if (name.startsWith(".") || isSystemFolderName(name) || isSystemFile(name)) continue;
      const [path, place] = [`${folder}/${name}`, `${below}${name}`];
      if (dirent.isDirectory()) {
        if (depth >= mostFolders) onFault(place, "It lies too deep in folders.");
        else if (lstatSync(path, { throwIfNoEntry: false })?.dev === dev)
          yield* enter(path, `${place}/`, depth + 1);
      } else if (dirent.isFile() && isWanted(name)) {
        const stats = lstatSync(path, { throwIfNoEntry: false });
        if (stats) yield { path, below: place, size: stats.size, modifiedAt: stats.mtime };
      }
    }
  }

  function entriesOf(folder: string, below: string) {
    try {
      return readdirSync(folder, { withFileTypes: true, encoding: "buffer" }).sort((a, b) =>
        Buffer.compare(a.name, b.name),
      );
    } catch (error) {
      if (folder === root) throw error;
      onFault(below, `The folder can't be read (${(error as NodeJS.ErrnoException).code}).`);
      return [];
    }
  }

  yield* enter(root, "", 0);
}

function isWanted(name: string): boolean {
  return isAudioName(name) || isFolderPictureName(name) || isPlaylistName(name);
}
