import { dirname } from "node:path";
import type { KnownFile, ScannedFile } from "../../protocol/library.ts";
import { isBelow, outermost } from "../outermost.ts";
import type { ThreadLoss } from "../threads/replaceable-thread.ts";
import { unknownTime } from "./folder-entries.ts";
import { KnownFiles } from "./known-files.ts";
import { type Batch, ReadQueue } from "./read-queue.ts";
import type { Reader } from "./reader.ts";
import type { Retries } from "./retries.ts";
import { rootSentence } from "./root-sentence.ts";
import { ScanProgress } from "./scan-progress.ts";
import type { RootReport, ScannerOptions, ScanReport } from "./scanner.ts";
import { surveyWarnings } from "./survey-warnings.ts";
import type { FoundFile } from "./walked.ts";
import type { Walker } from "./walker.ts";

const walkBatch = 500;
/** Files that have changed wait, up to so many, until the new ones are read. */
const maxChanged = 5_000;
/** Batches of a root that may be lost with their thread before the rest of it is left for the next scan. */
const maxLosses = 3;

export interface ScanOptions extends Pick<ScannerOptions, "store" | "log" | "onProgress" | "answers"> {
  walker: Walker;
  readers: readonly Reader[];
  retries: Retries;
  isStopped: () => boolean;
}

/** One scan from its start to its report. */
export class Scan {
  readonly #options: ScanOptions;
  readonly #queue: ReadQueue;
  readonly #progress: ScanProgress;
  readonly #counts = {
    found: 0,
    read: 0,
    added: 0,
    changed: 0,
    moved: 0,
    missing: 0,
    back: 0,
    unplayable: 0,
  };
  readonly #roots = new Map<string, Omit<RootReport, "found">>();
  readonly #found = new Map<string, number>();
  /** By root; its songs that are known stay, because the walk has found them. */
  readonly #losses = new Map<string, number>();
  readonly #unsettled = new Set<string>();
  /** A file that took another's path is read after those that are new: one of them may be the other, moved. */
  #changed: { root: string; file: FoundFile }[] = [];

  constructor(options: ScanOptions) {
    this.#options = options;
    this.#progress = new ScanProgress(options.onProgress);
    this.#queue = new ReadQueue({
      readers: options.readers,
      wants: ({ root }) => !this.#roots.has(root) && (this.#losses.get(root) ?? 0) < maxLosses,
      keep: (rows, batch) => this.#keep(rows, batch),
      onLoss: (loss, batch) => this.#lose(loss, batch),
    });
  }

  async run(roots: readonly string[], folders: readonly string[] | null): Promise<ScanReport> {
    const startedAt = performance.now();
    const outer = outermost(roots);
    try {
      await this.#options.walker.ask({ do: "keep", roots: outer });
      for (const { root, folder } of (await this.#surveyFolders(outer, folders)) ??
        (await this.#surveyAll(outer)))
        await this.#compare(root, folder);
      await this.#readChanged();
    } finally {
      // Also after a failure, which then comes from here: nothing may be kept after this has ended.
      await this.#queue.finish();
    }
    this.#progress.tell({ atOnce: true });
    return {
      roots: outer.map((root) => ({
        ...(this.#roots.get(root) ?? { root, state: "read", detail: null }),
        found: this.#found.get(root) ?? 0,
      })),
      ...this.#counts,
      unsettled: [...this.#unsettled],
      tookMs: Math.round(performance.now() - startedAt),
    };
  }

  async #surveyAll(roots: readonly string[]): Promise<readonly Place[]> {
    const { answers = async () => true } = this.#options;
    const answered = await Promise.all(roots.map(answers));
    const places: Place[] = [];
    // It would hold a thread for as long as it hangs, and after two of those no other root is looked into.
    for (const [index, root] of roots.entries())
      if (!answered[index]) this.#leaveOut(root, "held", "It has not answered.");
      else if (await this.#survey(root)) places.push({ root, folder: null });
    return places;
  }

  /** Null where single folders are not enough. */
  async #surveyFolders(
    roots: readonly string[],
    folders: readonly string[] | null,
  ): Promise<readonly Place[] | null> {
    if (folders === null) return null;
    const places: Place[] = [];
    for (const folder of [...folders].sort()) {
      const root = roots.find((each) => folder === each || isBelow(folder, each));
      if (root === undefined) continue;
      const answer = await this.#options.walker.ask({ do: "survey", root, folder });
      if ("lost" in answer) return null;
      // The folder has gone: its parent's own change tells so.
      if ("failed" in answer.reply && answer.reply.failed === "ENOENT" && folder !== root) continue;
      if ("failed" in answer.reply || answer.reply.playlistsChanged) return null;
      this.#progress.expect(answer.reply.files);
      places.push({ root, folder });
    }
    return places;
  }

  async #survey(root: string): Promise<boolean> {
    const { walker, log } = this.#options;
    const answer = await walker.ask({ do: "survey", root, folder: null });
    if ("lost" in answer) return this.#leaveOut(root, answer.lost, answer.detail);
    const survey = answer.reply;
    if ("failed" in survey) return this.#leaveOut(root, survey.failed);
    for (const { details, sentence } of surveyWarnings(survey)) log.warn({ root, ...details }, sentence);
    this.#progress.expect(survey.files);
    this.#progress.tell();
    return true;
  }

  /** Walks a root beside what the store knows of it: what is gone or back is marked, what is to be read is queued. */
  async #compare(root: string, folder: string | null): Promise<void> {
    const { walker, store } = this.#options;
    const known = new KnownFiles((after, limit) => store.stamps(folder ?? root, after, limit));
    const gone: string[] = [];
    const back: string[] = [];
    const miss = (files: readonly KnownFile[]) => {
      for (const file of files) if (!file.isMissing) gone.push(file.path);
    };
    const foundBefore = this.#counts.found;
    const begun = await walker.ask({ do: "walk", root, folder });
    if ("lost" in begun) return void this.#leaveOut(root, begun.lost, begun.detail);
    const next = () => walker.ask({ do: "next", limit: walkBatch });
    for (let walked = next(), done = false; !done; ) {
      const answer = await walked;
      if ("lost" in answer) return void this.#leaveOut(root, answer.lost, answer.detail);
      done = answer.reply.done;
      // Walked while these are compared.
      if (!done) walked = next();
      for (const step of answer.reply.steps) {
        if ("kept" in step) {
          miss(await known.past(step.kept));
          continue;
        }
        const { path } = step.found;
        const next = known.nextIf(path);
        const { before, same } = next === null ? await known.upTo(path) : { before: [], same: next };
        miss(before);
        if (this.#isUnchanged(step.found, same)) {
          if (same?.isMissing) back.push(path);
        } else await this.#queueOrLeave(root, step.found, same);
      }
      this.#progress.tell();
    }
    miss((await known.upTo(null)).before);
    this.#found.set(root, (this.#found.get(root) ?? 0) + this.#counts.found - foundBefore);
    const there = await walker.ask({ do: "isThere", root });
    if ("lost" in there || !there.reply) return void this.#leaveOut(root, "ENOENT");
    const isEmpty = folder === null && this.#counts.found === foundBefore && gone.length > 0;
    if (isEmpty) return void this.#leaveOut(root, "empty");
    await inParts(back, async (paths) => (this.#counts.back += await store.markPresent(paths)));
    await inParts(gone, async (paths) => (this.#counts.missing += await store.markMissing(paths)));
  }

  /** Of a file that was found: whether nothing is to be done but, if it was missing, to say that it is back. */
  #isUnchanged(file: FoundFile, known: KnownFile | null): boolean {
    this.#counts.found++;
    if (!file.isSettled || known === null || !this.#isSame(file, known)) return false;
    this.#progress.add(1);
    return true;
  }

  async #queueOrLeave(root: string, file: FoundFile, known: KnownFile | null): Promise<void> {
    if (!file.isSettled) {
      this.#unsettled.add(dirname(file.path));
      this.#progress.add(1);
    } else if (known === null) await this.#queue.add(root, file);
    else {
      this.#changed.push({ root, file });
      if (this.#changed.length >= maxChanged) await this.#readChanged();
    }
  }

  #isSame(file: FoundFile, known: KnownFile): boolean {
    if (file.size !== known.size || file.readWith !== known.readWith) return false;
    if (known.modifiedAt === unknownTime) return !this.#options.retries.isDue(file.path);
    return file.modifiedAt === known.modifiedAt;
  }

  async #readChanged(): Promise<void> {
    for (const { root, file } of this.#changed.splice(0)) await this.#queue.add(root, file);
  }

  async #keep(rows: readonly ScannedFile[], { root, files }: Batch): Promise<void> {
    const { store, retries } = this.#options;
    if (rows.length > 0) {
      const stored = await store.put(rows);
      this.#counts.added += stored.added;
      this.#counts.changed += stored.changed;
      this.#counts.moved += stored.moved;
    }
    for (const { path, modifiedAt } of rows) if (modifiedAt !== unknownTime) retries.succeeded(path);
    const there = new Set(rows.map(({ path }) => path));
    const vanished = files.map(({ path }) => path).filter((path) => !there.has(path));
    // Unless the whole drive has gone, which says nothing about its files.
    if (vanished.length > 0 && !this.#roots.has(root))
      this.#counts.missing += await store.markMissing(vanished);
    this.#counts.read += rows.length;
    this.#counts.unplayable += rows.filter(({ track }) => track.unplayable !== null).length;
    this.#progress.add(files.length);
    this.#progress.tell();
  }

  #lose({ lost, detail }: ThreadLoss, { root, files }: Batch): void {
    if (this.#options.isStopped()) return;
    this.#options.log.warn({ root, files: files.length }, `Left for the next scan: ${detail}`);
    // A disk that has to spin up, or is about to fail: each further file would wait for it, too.
    this.#losses.set(root, lost === "held" ? maxLosses : (this.#losses.get(root) ?? 0) + 1);
  }

  /** Its files stay as they are known: whoever knows that the whole root has gone leaves all of it out. */
  #leaveOut(root: string, what: string, why?: string): false {
    // Stopped by us: that says nothing about the folder.
    const detail = this.#options.isStopped() ? null : rootSentence(root, what);
    if (detail !== null && !this.#roots.has(root)) this.#options.log.warn({ root, why }, detail);
    this.#roots.set(root, { root, state: "missing", detail });
    return false;
  }
}

interface Place {
  root: string;
  folder: string | null;
}

async function inParts(
  paths: readonly string[],
  work: (part: readonly string[]) => Promise<unknown>,
): Promise<void> {
  const most = 500;
  for (let from = 0; from < paths.length; from += most) await work(paths.slice(from, from + most));
}
