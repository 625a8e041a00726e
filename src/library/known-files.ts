import type { FileStamp } from "../protocol/library.ts";

const pageSize = 500;

/** Goes through what the store knows of a root, in the order of the paths, with one page in memory. */
export class KnownFiles {
  readonly #page: (afterPath: string, limit: number) => Promise<readonly FileStamp[]>;
  #stamps: readonly FileStamp[] = [];
  #next = 0;
  #last = "";
  #ended = false;

  constructor(page: (afterPath: string, limit: number) => Promise<readonly FileStamp[]>) {
    this.#page = page;
  }

  /** The one file that is known at this path, if any, and every one that sorts before it (all of them for null). */
  async upTo(path: string | null): Promise<{ before: readonly string[]; same: FileStamp | null }> {
    const before: string[] = [];
    for (;;) {
      const stamp = await this.#peek();
      if (!stamp) return { before, same: null };
      const order = path === null ? -1 : comparePaths(stamp.path, path);
      if (order > 0) return { before, same: null };
      this.#next++;
      if (order === 0) return { before, same: stamp };
      before.push(stamp.path);
    }
  }

  async #peek(): Promise<FileStamp | null> {
    if (this.#next >= this.#stamps.length && !this.#ended) {
      this.#stamps = await this.#page(this.#last, pageSize);
      this.#next = 0;
      this.#ended = this.#stamps.length === 0;
      for (const { path } of this.#stamps) {
        if (comparePaths(path, this.#last) <= 0)
          throw new Error(
            `The store gave ${path} after ${this.#last}: pages must go by the bytes of the path.`,
          );
        this.#last = path;
      }
    }
    return this.#stamps[this.#next] ?? null;
  }
}

/** By the bytes of UTF-8, as SQLite compares; JavaScript's own order differs for some rare letters. */
export function comparePaths(a: string, b: string): number {
  return a === b ? 0 : Buffer.compare(Buffer.from(a), Buffer.from(b));
}
