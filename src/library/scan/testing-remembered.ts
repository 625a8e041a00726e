import type { KnownFile, ScannedFile, StoredBatch } from "../../protocol/library.ts";
import { comparePaths } from "./known-files.ts";
import type { ScanSource } from "./scanner.ts";

/** The store's part in a scan, in memory: for tests. */
export class RememberedFiles implements ScanSource {
  readonly rows = new Map<string, ScannedFile>();
  readonly missing = new Set<string>();

  stamps(root: string, afterPath: string, limit: number): Promise<readonly KnownFile[]> {
    const known = [...this.rows.values()]
      .filter(({ path }) => path.startsWith(`${root}/`))
      .filter(({ path }) => comparePaths(path, afterPath) > 0)
      .sort((a, b) => comparePaths(a.path, b.path))
      .map(({ path, size, modifiedAt, readWith }) => {
        return { path, size, modifiedAt, readWith, isMissing: this.missing.has(path) };
      });
    return Promise.resolve(known.slice(0, limit));
  }

  put(files: readonly ScannedFile[]): Promise<StoredBatch> {
    const batch = { added: 0, changed: 0, moved: 0 };
    for (const file of files) {
      const twin = [...this.rows.values()].some(({ contentHash }) => contentHash === file.contentHash);
      batch[this.rows.has(file.path) ? "changed" : twin ? "moved" : "added"]++;
      this.rows.set(file.path, file);
      this.missing.delete(file.path);
    }
    return Promise.resolve(batch);
  }

  markMissing(paths: readonly string[]): Promise<number> {
    const present = paths.filter((path) => this.rows.has(path) && !this.missing.has(path));
    for (const path of present) this.missing.add(path);
    return Promise.resolve(present.length);
  }

  markPresent(paths: readonly string[]): Promise<number> {
    return Promise.resolve(paths.filter((path) => this.missing.delete(path)).length);
  }
}
