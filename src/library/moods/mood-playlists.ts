import { basename, dirname, extname } from "node:path";
import { OpenFile } from "../tags/open-file.ts";
import { readM3u } from "./m3u.ts";
import type { MoodWords } from "./mood-words.ts";

const maxBytes = 4 * 1024 * 1024;
/** Of all playlists together: a file made to fill the memory can't. */
const maxPaths = 100_000;

interface Held {
  size: number;
  modifiedAt: number;
  /** Null where its name tells no mood; nothing else is then kept of it. */
  name: string | null;
  here: readonly string[];
  elsewhere: readonly string[];
}

export function isPlaylistName(name: string): boolean {
  return /\.m3u8?$/i.test(name);
}

/** The playlists that are named for a mood, and which files they name. Reads from the disk: for worker threads. */
export class MoodPlaylists {
  readonly #words: MoodWords;
  readonly #held = new Map<string, Held>();
  #paths = 0;
  /** By the folded path, the names of the playlists; null when it has to be made anew. */
  #index: { here: Map<string, string[]>; elsewhere: Map<string, { path: string; name: string }[]> } | null =
    null;

  constructor(words: MoodWords) {
    this.#words = words;
  }

  /** Reads a playlist that is new or has changed; answers whether that changes what files are said to be. */
  update(path: string): boolean {
    const before = this.#held.get(path);
    let file: OpenFile;
    try {
      file = new OpenFile(path);
    } catch {
      // Gone, or not for us to read: it says nothing.
      return this.forget(path);
    }
    try {
      const { size, modifiedAt } = file;
      if (before?.size === size && before.modifiedAt === modifiedAt) return false;
      this.forget(path);
      const read = file.isFile ? this.#read(file) : nothing;
      this.#held.set(path, { size, modifiedAt, ...read });
      this.#paths += read.here.length + read.elsewhere.length;
      this.#index = null;
      return (before !== undefined && before.name !== null) || read.name !== null;
    } catch {
      // The disk fails: whatever it said, it can't be read now.
      return before !== undefined && before.name !== null;
    } finally {
      file.close();
    }
  }

  /** Answers whether it said anything. */
  forget(path: string): boolean {
    const held = this.#held.get(path);
    if (!held) return false;
    this.#held.delete(path);
    this.#paths -= held.here.length + held.elsewhere.length;
    this.#index = null;
    return held.name !== null;
  }

  /** The paths of all that are held, of moods or not. */
  get paths(): readonly string[] {
    return [...this.#held.keys()];
  }

  /** The names of the mood playlists that hold this file, in order. */
  namesFor(path: string, root: string): readonly string[] {
    this.#index ??= this.#indexed();
    const { here, elsewhere } = this.#index;
    if (here.size === 0 && elsewhere.size === 0) return [];
    const folded = fold(path);
    const names = new Set(here.get(folded));
    // The way below the music folder is the same there, whatever lies above it.
    const below = folded.slice(root.length + (root.endsWith("/") ? 0 : 1));
    for (const entry of elsewhere.get(basename(folded)) ?? [])
      if (entry.path.endsWith(`/${below}`)) names.add(entry.name);
    return [...names].sort();
  }

  #read(file: OpenFile): Omit<Held, "size" | "modifiedAt"> {
    const bytes = Buffer.allocUnsafe(Math.min(maxBytes, file.size));
    const { title, here, elsewhere } = readM3u(bytes.subarray(0, file.copy(bytes, 0)), dirname(file.path));
    const named = [basename(file.path, extname(file.path)), ...(title === null ? [] : [title])];
    const name = named.find((each) => this.#words.affectsOf({ playlists: [each] }).length > 0) ?? null;
    if (name === null) return nothing;
    const room = Math.max(0, maxPaths - this.#paths);
    const kept = here.slice(0, room);
    return { name, here: kept, elsewhere: elsewhere.slice(0, room - kept.length) };
  }

  #indexed() {
    const here = new Map<string, string[]>();
    const elsewhere = new Map<string, { path: string; name: string }[]>();
    for (const { name, ...paths } of this.#held.values()) {
      if (name === null) continue;
      for (const path of paths.here) pushTo(here, fold(path), name);
      for (const path of paths.elsewhere) pushTo(elsewhere, basename(fold(path)), { path: fold(path), name });
    }
    return { here, elsewhere };
  }
}

const nothing = { name: null, here: [], elsewhere: [] };

function pushTo<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** A list from Windows or a Mac may write the same letters otherwise: without minding case, or with accents apart. */
function fold(path: string): string {
  return path.normalize("NFC").toLowerCase();
}
