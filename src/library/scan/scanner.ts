import { availableParallelism } from "node:os";
import type { KnownFile, ScannedFile, StoredBatch } from "../../protocol/library.ts";
import { Reader } from "./reader.ts";
import { Retries } from "./retries.ts";
import { Scan } from "./scan.ts";
import { Walker } from "./walker.ts";

/** What the scanner needs of the store. */
export interface ScanSource {
  /** Files known below a root, missing ones too, by the bytes of their paths. */
  stamps(root: string, afterPath: string, limit: number): Promise<readonly KnownFile[]>;
  put(files: readonly ScannedFile[]): Promise<StoredBatch>;
  markMissing(paths: readonly string[]): Promise<number>;
  /** Files that were missing and are back as they were. */
  markPresent(paths: readonly string[]): Promise<number>;
}

export interface RootReport {
  root: string;
  state: "read" | "missing";
  /** One sentence that names the culprit and the cure; null when all is well. */
  detail: string | null;
  /** Files in it with a song's name. */
  found: number;
}

/** What a scan found. Counts are of files. */
export interface ScanReport {
  roots: readonly RootReport[];
  /** With a song's name. */
  found: number;
  /** Opened, because they were new or had changed. */
  read: number;
  added: number;
  changed: number;
  moved: number;
  missing: number;
  /** Missing before, and there again. */
  back: number;
  /** Of those read. */
  unplayable: number;
  /** Folders with files that may still be being written: to be looked at again in a moment. */
  unsettled: readonly string[];
  tookMs: number;
}

export interface ScannerOptions {
  store: ScanSource;
  log: { warn(o: object, m: string): void };
  onProgress: (progress: { done: number; of: number }) => void;
  /** Whether a root says anything; one that does not is left out. All are looked into where nobody can tell. */
  answers?: (root: string) => Promise<boolean>;
  /** Told of folders in which something has changed (null: of more than can be told); left out, nothing is watched. */
  onChanged?: (folders: readonly string[] | null) => void;
  /** How long one file may take. */
  patienceMs?: number;
  /** A file that was written to in this time is left for later: it may be half a copy. */
  settleMs?: number;
}

const defaultSettleMs = 3_000;
/**
 * Each takes 20 MB. On two cores a second one reads hardly more, because the other core has the store and the walk;
 * more than two would wait for the disk, or take what seeing and playing need.
 */
const maxReaders = 2;

interface Wish {
  roots: readonly string[];
  /** Null for all of them. */
  folders: readonly string[] | null;
}

/**
 * Brings the store in step with folders of music. Folders are walked in one thread and files opened in others; what
 * the daemon's thread does is compare stamps and pass rows on, in batches. Rejects only when the store does.
 */
export class Scanner {
  readonly #options: ScannerOptions;
  readonly #walker: Walker;
  readonly #readers: readonly Reader[];
  readonly #retries = new Retries();
  #running: Promise<ScanReport> | null = null;
  #queued: { wish: Wish; report: Promise<ScanReport> } | null = null;
  #stopped = false;

  constructor(options: ScannerOptions) {
    this.#options = options;
    const { onChanged, settleMs = defaultSettleMs } = options;
    this.#walker = new Walker({ onChanged, settleMs });
    const reading = {
      ...(options.patienceMs !== undefined && { patienceMs: options.patienceMs }),
      onStuck: (path: string) => this.#retries.failed(path),
    };
    const count = Math.max(1, Math.min(maxReaders, availableParallelism() - 1));
    this.#readers = Array.from({ length: count }, () => new Reader(reading));
  }

  /**
   * Reads what is new or changed by path, size and time below these roots, or in some folders of theirs. While one
   * scan runs, any number of further calls make one more, with the roots of the last call and the folders of all.
   */
  scan(roots: readonly string[], folders: readonly string[] | null = null): Promise<ScanReport> {
    const wish = { roots, folders };
    if (this.#queued) {
      this.#queued.wish = both(this.#queued.wish, wish);
      return this.#queued.report;
    }
    if (!this.#running) return this.#start(wish);
    const next = () => {
      const waiting = this.#queued?.wish ?? wish;
      this.#queued = null;
      return this.#start(waiting);
    };
    this.#queued = { wish, report: this.#running.then(next, next) };
    return this.#queued.report;
  }

  /** Ends the threads at once. A scan under way resolves with what it had done; nothing is marked missing by it. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all([this.#walker.stop(), ...this.#readers.map((reader) => reader.stop())]);
  }

  #start(wish: Wish): Promise<ScanReport> {
    this.#running = this.#scanThenRest(wish);
    return this.#running;
  }

  async #scanThenRest({ roots, folders }: Wish): Promise<ScanReport> {
    try {
      const parts = { walker: this.#walker, readers: this.#readers, retries: this.#retries };
      const scan = new Scan({ ...this.#options, ...parts, isStopped: () => this.#stopped });
      return await scan.run(roots, folders);
    } finally {
      await Promise.all([this.#walker.rest(), ...this.#readers.map((reader) => reader.rest())]);
      this.#running = null;
    }
  }
}

function both(one: Wish, other: Wish): Wish {
  const folders = one.folders && other.folders ? [...new Set([...one.folders, ...other.folders])] : null;
  return { roots: other.roots, folders };
}
