import type { Health } from "../protocol/health.ts";
import type { ScannedFile, StoredBatch } from "../protocol/library.ts";
import type { Place } from "../protocol/state.ts";
import type { ReaderCalls, WriterCalls } from "./calls.ts";
import { candidatesWith, historyWith, queryWith } from "./plays-held.ts";
import { PlaysQueue } from "./plays-queue.ts";
import { type LibraryTables, type PlaysTable, type SettingsTable, type Store, StoreError } from "./store.ts";
import type { StoreThread } from "./thread.ts";

/** So much in one message to a worker that copying it takes the loop under 2 ms (`npm run bench -- store`). */
const filesPerMessage = 200;
const pathsPerMessage = 2000;

export interface SqliteStoreOptions {
  writer: StoreThread<WriterCalls>;
  reader: StoreThread<ReaderCalls>;
  log: { warn(details: object, message: string): void };
}

/** The store's front in the daemon: hands each call to the worker that answers it. */
export class SqliteStore implements Store {
  readonly settings: SettingsTable;
  readonly library: LibraryTables;
  readonly plays: PlaysTable;
  readonly #writer: StoreThread<WriterCalls>;
  readonly #reader: StoreThread<ReaderCalls>;
  readonly #queue: PlaysQueue;
  readonly #log: SqliteStoreOptions["log"];
  #lastBatch = 0;
  #closed: Promise<void> | null = null;

  constructor({ writer, reader, log }: SqliteStoreOptions) {
    this.#writer = writer;
    this.#reader = reader;
    this.#log = log;
    const queue = new PlaysQueue({ write: (entries) => writer.call("writePlays", entries), log });
    this.#queue = queue;
    this.settings = {
      all: () => reader.call("settings"),
      put: (values) => writer.call("putSettings", values),
      remove: (name) => writer.call("removeSetting", name),
    };
    this.library = {
      stamps: (root, afterPath, limit) => reader.call("stamps", root, afterPath, limit),
      put: (files) => this.#put(files),
      markMissing: (paths) => this.#markMissing(paths),
      keepOnly: (roots) => writer.call("keepOnly", roots),
      markUnplayable: (track, reason) => writer.call("markUnplayable", track, reason),
      candidates: async (query) =>
        candidatesWith(queue.held, await reader.call("candidates", queryWith(queue.held, query))),
      track: (id) => reader.call("track", id),
      path: (id) => reader.call("path", id),
      list: (query) => reader.call("list", query),
      counts: () => reader.call("counts"),
    };
    this.plays = {
      begin: (play) => queue.add({ type: "begun", play }),
      end: (pickId, end, at) => queue.add({ type: "ended", pickId, end, at }),
      recent: async (limit) => historyWith(queue.held, await reader.call("recentPlays", limit), limit),
      forgetMoods: (before) => writer.call("forgetMoods", before),
    };
  }

  place(): Promise<Place> {
    return this.#reader.call("place");
  }

  onHealth(listener: (health: Health) => void): () => void {
    return this.#queue.onHealth(listener);
  }

  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async #close(): Promise<void> {
    await this.#queue.stop();
    // The reader first, so that nothing holds the log when the writer empties it.
    await this.#reader.stop();
    try {
      await this.#writer.call("checkpoint");
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      // Nothing is lost: what is in the log is read from there.
      this.#log.warn({ err: error }, "The database was closed without a checkpoint.");
    } finally {
      await this.#writer.stop();
    }
  }

  /** Sent in parts, with the loop free in between; written in one transaction. */
  async #put(files: readonly ScannedFile[]): Promise<StoredBatch> {
    const batch = ++this.#lastBatch;
    // Waiting for each answer leaves the loop free in between.
    for (const part of partsOf(files, filesPerMessage)) await this.#writer.call("stage", batch, part);
    return this.#writer.call("putStaged", batch);
  }

  async #markMissing(paths: readonly string[]): Promise<number> {
    let marked = 0;
    for (const part of partsOf(paths, pathsPerMessage))
      marked += await this.#writer.call("markMissing", part);
    return marked;
  }
}

function* partsOf<Item>(items: readonly Item[], size: number): Generator<readonly Item[]> {
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size);
}
