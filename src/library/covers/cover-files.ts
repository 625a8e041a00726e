import { type FileHandle, mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { namesIn } from "../names-in.ts";
import { type CoverSize, coverSizes, coverVersion } from "./cover-sizes.ts";

/** A WebP file begins with `RIFF`, the length of the rest, and `WEBP`. */
const headBytes = 12;

/**
 * Thumbnails on the disk, named by the hash of the picture that they were made of, so that an album has one pair:
 * `v1/3f/3f….small.webp`. Pictures that nothing needs any more are removed by `prune`.
 */
export class CoverFiles {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Null where it was never made, can't be read, or has been cut short, as a power cut may leave it. */
  async read(hash: string, size: CoverSize): Promise<Buffer | null> {
    try {
      const bytes = await readFile(this.#path(hash, size));
      return isWhole(bytes, bytes.length) ? bytes : null;
    } catch {
      // It is made again, or that says why not.
      return null;
    }
  }

  /** Whether both are there and whole. */
  async has(hash: string): Promise<boolean> {
    for (const size of coverSizes) {
      const file = await opened(this.#path(hash, size));
      if (!file) return false;
      try {
        const head = Buffer.alloc(headBytes);
        await file.read(head, 0, headBytes, 0);
        if (!isWhole(head, (await file.stat()).size)) return false;
      } finally {
        await file.close();
      }
    }
    return true;
  }

  /**
   * Keeps pairs of thumbnails: all are written and flushed at once, so that a card has one commit for many, and get
   * their names only then. Rejects with the system's error; then none of them can be seen.
   */
  async put(covers: ReadonlyMap<string, Readonly<Record<CoverSize, Buffer>>>): Promise<void> {
    const paths = [...covers].flatMap(([hash, thumbnails]) =>
      coverSizes.map((size) => ({ path: this.#path(hash, size), bytes: thumbnails[size] })),
    );
    const unfinished = (path: string) => `${path}.${process.pid}.part`;
    // All of them, also after one has failed: what is still being written could not be removed.
    const written = await Promise.allSettled(
      paths.map(async ({ path, bytes }) => {
        await mkdir(join(path, ".."), { recursive: true, mode: 0o700 });
        await writeFlushed(unfinished(path), bytes);
      }),
    );
    try {
      for (const each of written) if (each.status === "rejected") throw each.reason;
      for (const { path } of paths) await rename(unfinished(path), path);
    } catch (error) {
      // What can't be removed now either, `prune` removes.
      for (const { path } of paths) await rm(unfinished(path), { force: true }).catch(() => undefined);
      throw error;
    }
  }

  /**
   * Removes what is none of `needed`, which gives hashes in their order, in pages after the last one; also what an
   * older version made. Answers how many files went.
   */
  async prune(needed: (after: string) => Promise<readonly string[]>): Promise<number> {
    const keep = new Ordered(needed);
    let removed = 0;
    for (const version of await namesIn(this.#folder)) {
      if (version === `v${coverVersion}`) continue;
      await rm(join(this.#folder, version), { recursive: true, force: true });
      removed++;
    }
    const current = join(this.#folder, `v${coverVersion}`);
    for (const shard of (await namesIn(current)).sort())
      for (const name of (await namesIn(join(current, shard))).sort()) {
        const [hash = ""] = name.split(".");
        if (!name.endsWith(".part") && (await keep.has(hash))) continue;
        await rm(join(current, shard, name), { force: true });
        removed++;
      }
    return removed;
  }

  #path(hash: string, size: CoverSize): string {
    return join(this.#folder, `v${coverVersion}`, hash.slice(0, 2), `${hash}.${size}.webp`);
  }
}

/** Asked for ever greater values, goes through pages of sorted ones beside them. */
class Ordered {
  readonly #next: (after: string) => Promise<readonly string[]>;
  #page: readonly string[] = [];
  #at = 0;
  #last = "";
  #ended = false;

  constructor(next: (after: string) => Promise<readonly string[]>) {
    this.#next = next;
  }

  async has(wanted: string): Promise<boolean> {
    for (;;) {
      if (this.#at >= this.#page.length && !this.#ended) {
        this.#page = await this.#next(this.#last);
        this.#at = 0;
        this.#last = this.#page.at(-1) ?? "";
        this.#ended = this.#page.length === 0;
      }
      const value = this.#page[this.#at];
      if (value === undefined || value > wanted) return false;
      if (value === wanted) return true;
      this.#at++;
    }
  }
}

async function writeFlushed(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, "w", 0o600);
  try {
    await file.writeFile(bytes);
    await file.datasync();
  } finally {
    await file.close();
  }
}

async function opened(path: string): Promise<FileHandle | null> {
  try {
    return await open(path, "r");
  } catch {
    // Not there, or not to be read: it is made again, or that says why not.
    return null;
  }
}

function isWhole(head: Buffer, size: number): boolean {
  return (
    head.length >= headBytes &&
    head.toString("latin1", 0, 4) === "RIFF" &&
    head.toString("latin1", 8, 12) === "WEBP" &&
    head.readUInt32LE(4) + 8 === size
  );
}
