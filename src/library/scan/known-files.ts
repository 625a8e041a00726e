import type { KnownFile } from "../../protocol/library.ts";

const pageSize = 1_000;

/** Goes through what the store knows of a root, in the order of the paths, with two pages in memory. */
export class KnownFiles {
  readonly #page: (afterPath: string, limit: number) => Promise<readonly KnownFile[]>;
  #files: readonly KnownFile[] = [];
  #next = 0;
  #last = "";
  #ended = false;
  /** Asked for while the one before is gone through. */
  #ahead: { after: string; page: Promise<readonly KnownFile[]> } | null = null;

  constructor(page: (afterPath: string, limit: number) => Promise<readonly KnownFile[]>) {
    this.#page = page;
  }

  /** The file that is known at this path, where it is the next one and here already, as most of a library is. */
  nextIf(path: string): KnownFile | null {
    const file = this.#files[this.#next];
    if (file?.path !== path) return null;
    this.#next++;
    return file;
  }

  /** The one file that is known at this path, if any, and every one that sorts before it (all of them for null). */
  async upTo(path: string | null): Promise<{ before: readonly KnownFile[]; same: KnownFile | null }> {
    const before: KnownFile[] = [];
    for (;;) {
      const file = await this.#peek();
      if (!file) return { before, same: null };
      const order = path === null ? -1 : comparePaths(file.path, path);
      if (order > 0) return { before, same: null };
      this.#next++;
      if (order === 0) return { before, same: file };
      before.push(file);
    }
  }

  /** Passes over all that lies in this folder; answers what sorts before it. */
  async past(folder: string): Promise<readonly KnownFile[]> {
    const inside = folder.endsWith("/") ? folder : `${folder}/`;
    const { before } = await this.upTo(inside);
    while (this.#files[this.#next]?.path.startsWith(inside)) this.#next++;
    if (this.#next >= this.#files.length && !this.#ended) {
      // Nothing sorts behind this last letter of all, so the next page begins behind the folder.
      const end = `${inside}\u{10ffff}`;
      if (comparePaths(end, this.#last) > 0) this.#last = end;
    }
    return before;
  }

  async #peek(): Promise<KnownFile | null> {
    if (this.#next >= this.#files.length && !this.#ended) {
      this.#files = await (this.#ahead?.after === this.#last ? this.#ahead.page : this.#ask());
      this.#next = 0;
      this.#ended = this.#files.length === 0;
      for (const { path } of this.#files) {
        if (comparePaths(path, this.#last) <= 0)
          throw new Error(
            `The store gave ${path} after ${this.#last}: pages must go by the bytes of the path.`,
          );
        this.#last = path;
      }
      if (this.#files.length === pageSize) this.#ahead = { after: this.#last, page: this.#ask() };
    }
    return this.#files[this.#next] ?? null;
  }

  #ask(): Promise<readonly KnownFile[]> {
    const page = this.#page(this.#last, pageSize);
    // Whoever waits for it hears of it; a walk that ended before need not.
    page.catch(() => undefined);
    return page;
  }
}

/** By the bytes of UTF-8, as SQLite compares; JavaScript's own order differs for some rare letters. */
export function comparePaths(a: string, b: string): number {
  return a === b ? 0 : Buffer.compare(Buffer.from(a), Buffer.from(b));
}
