import { basename, resolve } from "node:path";
import { KnownFiles } from "./known-files.ts";
import type { Reader } from "./reader.ts";
import type { RootReport, ScannerOptions, ScanReport } from "./scanner.ts";
import type { FoundFile } from "./walk.ts";

/** Files in one message and one transaction: about 50 ms of reading, and 20 kB. */
const batchSize = 32;
const walkBatch = 500;

/** One scan from its start to its report. */
export class Scan {
  readonly #options: ScannerOptions;
  readonly #reader: Reader;
  readonly #isStopped: () => boolean;
  readonly #counts = { found: 0, read: 0, added: 0, changed: 0, moved: 0, missing: 0, unplayable: 0 };
  #done = 0;

  constructor(options: ScannerOptions, reader: Reader, isStopped: () => boolean) {
    this.#options = options;
    this.#reader = reader;
    this.#isStopped = isStopped;
  }

  async run(roots: readonly string[]): Promise<ScanReport> {
    const startedAt = performance.now();
    const reports: RootReport[] = [];
    const work: { root: string; files: readonly FoundFile[] }[] = [];
    for (const root of outermost(roots)) {
      const { report, files } = await this.#compare(root);
      reports.push(report);
      work.push({ root, files });
    }
    // Only after all walks: a file that moved from one root to another is first gone, then there again.
    for (const { root, files } of work) await this.#readAll(root, files);
    return { roots: reports, ...this.#counts, tookMs: Math.round(performance.now() - startedAt) };
  }

  /** Walks a root beside what the store knows of it; what is gone is marked, what is to be read comes back. */
  async #compare(root: string): Promise<{ report: RootReport; files: readonly FoundFile[] }> {
    const begun = await this.#reader.walk(root);
    if ("lost" in begun) return this.#leaveOut(root, sentenceOf(root, begun.lost));
    if (begun.failed !== null) return this.#leaveOut(root, sentenceOf(root, begun.failed));
    const known = this.#known(root);
    const files: FoundFile[] = [];
    const gone: string[] = [];
    let found = 0;
    for (;;) {
      const step = await this.#reader.next(walkBatch);
      if ("lost" in step) return this.#leaveOut(root, sentenceOf(root, step.lost));
      for (const sentence of step.skippedFolders) this.#options.log.warn({ root }, sentence);
      for (const file of step.found) {
        const { before, same } = await known.upTo(file.path);
        gone.push(...before);
        if (same && same.size === file.size && same.modifiedAt === file.modifiedAt) this.#done++;
        else files.push(file);
      }
      found += step.found.length;
      this.#counts.found += step.found.length;
      this.#tell();
      if (step.done) break;
    }
    gone.push(...(await known.upTo(null)).before);
    if (found === 0 && gone.length > 0) return this.#leaveOut(root, sentenceOf(root, "empty"));
    for (let from = 0; from < gone.length; from += walkBatch)
      this.#counts.missing += await this.#options.store.markMissing(gone.slice(from, from + walkBatch));
    return { report: { root, state: "read", detail: null }, files };
  }

  async #leaveOut(
    root: string,
    detail: string,
  ): Promise<{ report: RootReport; files: readonly FoundFile[] }> {
    // Stopped by us: that says nothing about the folder.
    if (!this.#isStopped()) {
      this.#options.log.warn({ root }, detail);
      const { before } = await this.#known(root).upTo(null);
      for (let from = 0; from < before.length; from += walkBatch)
        this.#counts.missing += await this.#options.store.markMissing(before.slice(from, from + walkBatch));
    }
    return { report: { root, state: "missing", detail }, files: [] };
  }

  async #readAll(root: string, files: readonly FoundFile[]): Promise<void> {
    for (let from = 0; from < files.length; from += batchSize) {
      const batch = files.slice(from, from + batchSize);
      const rows = await this.#reader.read(root, batch);
      if ("lost" in rows) {
        if (!this.#isStopped())
          this.#options.log.warn({ root, files: batch.length }, `Skipped: ${rows.detail}`);
        if (rows.lost === "stopped") return;
        continue;
      }
      const stored =
        rows.length > 0 ? await this.#options.store.put(rows) : { added: 0, changed: 0, moved: 0 };
      const there = new Set(rows.map(({ path }) => path));
      const vanished = batch.map(({ path }) => path).filter((path) => !there.has(path));
      if (vanished.length > 0) this.#counts.missing += await this.#options.store.markMissing(vanished);
      this.#counts.read += rows.length;
      this.#counts.unplayable += rows.filter(({ track }) => track.unplayable !== null).length;
      this.#counts.added += stored.added;
      this.#counts.changed += stored.changed;
      this.#counts.moved += stored.moved;
      this.#done += batch.length;
      this.#tell();
    }
  }

  #known(root: string): KnownFiles {
    return new KnownFiles((afterPath, limit) => this.#options.store.stamps(root, afterPath, limit));
  }

  #tell(): void {
    this.#options.onProgress({ done: this.#done, of: this.#counts.found, leftMs: null });
  }
}

/** Each folder once, and none that lies in another: a file belongs to one root. */
function outermost(roots: readonly string[]): readonly string[] {
  const unique = [...new Set(roots.map((root) => resolve(root)))];
  return unique.filter(
    (root) => !unique.some((other) => other !== root && root.startsWith(other === "/" ? "/" : `${other}/`)),
  );
}

function sentenceOf(root: string, what: string): string {
  const until = "Its songs are left out until it is back.";
  switch (what) {
    case "ENOENT":
      return `The music folder ${root} is not there: plug in and mount its drive, or name another folder. ${until}`;
    case "ENOTDIR":
      return `${root} is not a folder: name the folder that ${basename(root)} lies in.`;
    case "EACCES":
      return `The music folder ${root} may not be read: give the user that runs Mien the right to. ${until}`;
    case "empty":
      return `The music folder ${root} has become empty: mount its drive. ${until}`;
    case "stuck":
      return `The music folder ${root} does not answer: check its drive or network share. ${until}`;
    default:
      return `The music folder ${root} can't be read (${what}): check its drive. ${until}`;
  }
}
