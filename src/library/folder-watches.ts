import { type FSWatcher, watch } from "node:fs";
import { isPlaylistName } from "./moods/mood-playlists.ts";
import { isAudioName } from "./tags/file-name.ts";
import { isFolderPictureName } from "./tags/folder-picture.ts";

/**
 * Watches on single folders, one inotify watch each: Node's own recursive watching takes one for each file on Linux,
 * and so do the packages that are built on it. Setting one may block, so this is for worker threads.
 */
export class FolderWatches {
  readonly #onChange: (folder: string) => void;
  readonly #watchers = new Map<string, FSWatcher>();
  /** The system gave no more; asked again at the next survey. */
  #exhausted = false;

  constructor(onChange: (folder: string) => void) {
    this.#onChange = onChange;
  }

  get count(): number {
    return this.#watchers.size;
  }

  tryAgain(): void {
    this.#exhausted = false;
  }

  /** Answers whether changes in the folder will be told from now on. */
  add(folder: string): boolean {
    this.remove(folder);
    if (this.#exhausted) return false;
    try {
      const watcher = watch(folder, (event, name) => {
        if (name === null || matters(event, name)) this.#onChange(folder);
      });
      // The folder went away: its parent tells.
      watcher.on("error", () => this.remove(folder));
      this.#watchers.set(folder, watcher);
      return true;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      this.#exhausted = code === "ENOSPC" || code === "EMFILE";
      return false;
    }
  }

  remove(folder: string): void {
    this.#watchers.get(folder)?.close();
    this.#watchers.delete(folder);
  }
}

/** What comes, goes or is renamed may be a folder; what is merely written to is not. */
function matters(event: string, name: string): boolean {
  if (name.startsWith(".")) return false;
  return event === "rename" || isAudioName(name) || isPlaylistName(name) || isFolderPictureName(name);
}
