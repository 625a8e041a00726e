import type { ScannedFile } from "../../protocol/library.ts";
import { Channel } from "../channel.ts";
import type { ThreadLoss } from "../threads/replaceable-thread.ts";
import type { Reader } from "./reader.ts";
import type { FoundFile } from "./walked.ts";

/** Files in one message and one transaction: a few milliseconds of the daemon's thread at most. */
const batchSize = 64;

export interface Batch {
  root: string;
  files: readonly FoundFile[];
}

export interface ReadQueueOptions {
  readers: readonly Reader[];
  /** Whether a batch is still to be read when its turn comes. */
  wants: (batch: Batch) => boolean;
  /** Keeps what was read. What it rejects with ends the reading. */
  keep: (rows: readonly ScannedFile[], batch: Batch) => Promise<void>;
  onLoss: (loss: ThreadLoss, batch: Batch) => void;
}

/** Has files read in batches, each reader one batch after the other, while what was read before is being kept. */
export class ReadQueue {
  readonly #options: ReadQueueOptions;
  readonly #batches: Channel<Batch>;
  readonly #work: Promise<unknown>;
  readonly #waiting: FoundFile[] = [];
  #root = "";
  #failure: { error: unknown } | null = null;

  constructor(options: ReadQueueOptions) {
    this.#options = options;
    this.#batches = new Channel(2 * options.readers.length);
    this.#work = Promise.all(options.readers.map((reader) => this.#readAll(reader)));
  }

  /** Resolves when there is room for more; rejects when reading has failed. */
  async add(root: string, file: FoundFile): Promise<void> {
    if (root !== this.#root || this.#waiting.length >= batchSize) await this.#send();
    this.#root = root;
    this.#waiting.push(file);
  }

  /** Resolves when everything has been read and kept. */
  async finish(): Promise<void> {
    await this.#send();
    this.#batches.close();
    await this.#work;
    this.#throwFailure();
  }

  async #send(): Promise<void> {
    this.#throwFailure();
    const files = this.#waiting.splice(0);
    if (files.length > 0) await this.#batches.give({ root: this.#root, files });
    this.#throwFailure();
  }

  #throwFailure(): void {
    if (this.#failure) throw this.#failure.error;
  }

  async #readAll(reader: Reader): Promise<void> {
    let kept: Promise<void> = Promise.resolve();
    for (let batch = await this.#batches.take(); batch; batch = await this.#batches.take()) {
      if (!this.#options.wants(batch)) continue;
      const rows = await reader.read(batch.root, batch.files);
      await kept;
      if ("lost" in rows) this.#options.onLoss(rows, batch);
      else kept = this.#keep(rows, batch);
    }
    await kept;
  }

  async #keep(rows: readonly ScannedFile[], batch: Batch): Promise<void> {
    if (this.#failure) return;
    try {
      await this.#options.keep(rows, batch);
    } catch (error) {
      this.#failure = { error };
      this.#batches.close({ drop: true });
    }
  }
}
