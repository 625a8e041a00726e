import type { FileStamp, ScannedFile, StoredBatch } from "../protocol/library.ts";
import type { Progress } from "../protocol/state.ts";
import { Reader, type ReaderOptions } from "./reader.ts";
import { Scan } from "./scan.ts";

/** What the scanner needs of the store. */
export interface ScanSource {
  /** Files known and not missing, by the bytes of their paths. */
  stamps(root: string, afterPath: string, limit: number): Promise<readonly FileStamp[]>;
  put(files: readonly ScannedFile[]): Promise<StoredBatch>;
  markMissing(paths: readonly string[]): Promise<number>;
}

export interface RootReport {
  root: string;
  state: "read" | "missing";
  /** One sentence that names the culprit and the cure; null when all is well. */
  detail: string | null;
}

/** What a scan found. Counts are of files. */
export interface ScanReport {
  roots: readonly RootReport[];
  found: number;
  /** Opened, because they were new or had changed. */
  read: number;
  added: number;
  changed: number;
  moved: number;
  missing: number;
  /** Of those read. */
  unplayable: number;
  tookMs: number;
}

export interface ScannerOptions extends ReaderOptions {
  store: ScanSource;
  log: { info(o: object, m: string): void; warn(o: object, m: string): void };
  onProgress: (progress: Progress) => void;
}

/**
 * Brings the store in step with folders of music. Files are opened in a thread of their own; what the daemon's
 * thread does is compare stamps and pass rows on, in batches. Rejects only when the store does.
 */
export class Scanner {
  readonly #options: ScannerOptions;
  readonly #reader: Reader;
  #running: Promise<ScanReport> | null = null;
  #queued: { roots: readonly string[]; report: Promise<ScanReport> } | null = null;
  #stopped = false;

  constructor(options: ScannerOptions) {
    this.#options = options;
    this.#reader = new Reader(options);
  }

  /**
   * Reads what is new or changed by path, size and time below these folders. While one scan runs, any number of
   * further calls make one more, with the folders of the last call.
   */
  scan(roots: readonly string[]): Promise<ScanReport> {
    if (this.#queued) {
      this.#queued.roots = roots;
      return this.#queued.report;
    }
    if (!this.#running) return this.#start(roots);
    const next = () => {
      const waiting = this.#queued?.roots ?? roots;
      this.#queued = null;
      return this.#start(waiting);
    };
    this.#queued = { roots, report: this.#running.then(next, next) };
    return this.#queued.report;
  }

  /** Ends the thread at once. A scan under way resolves with what it had done; nothing is marked missing by it. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#reader.stop();
  }

  #start(roots: readonly string[]): Promise<ScanReport> {
    this.#running = this.#scanThenRest(roots);
    return this.#running;
  }

  async #scanThenRest(roots: readonly string[]): Promise<ScanReport> {
    try {
      return await new Scan(this.#options, this.#reader, () => this.#stopped).run(roots);
    } finally {
      await this.#reader.rest();
      this.#running = null;
    }
  }
}
