import type { ReaderCalls, WriterCalls } from "./calls.ts";
import { LastingThread } from "./lasting-thread.ts";
import { PlaysQueue } from "./plays-queue.ts";
import { SqliteStore } from "./sqlite-store.ts";
import type { Store } from "./store.ts";
import { StoreHealth } from "./store-health.ts";

export interface StoreOptions {
  /** The database's path; its folder is made where it isn't there. */
  file: string;
  log: { warn(details: object, message: string): void };
  /** How many pages of 4 KiB the database may grow to, where a disk is to be left room; as far as it goes by default. */
  maxPages?: number;
}

/**
 * Opens the database, or makes it, and brings it to this version. Rejects with `StoreError`: `cannot-open`,
 * `newer-version` or `corrupt`.
 */
export async function openStore({ file, log, maxPages }: StoreOptions): Promise<Store> {
  const start = { file, maxPages: maxPages ?? null };
  const health = new StoreHealth();
  const reader = new LastingThread<ReaderCalls>({
    start: { ...start, role: "reader" },
    repeats: true,
    onChanges: () => undefined,
    // A write that was told while it started was told to the dead one.
    onReplaced: () => reader.tell("startOver"),
    onHealth: (state) => health.set("reader", state),
    log,
  });
  const writer = new LastingThread<WriterCalls>({
    start: { ...start, role: "writer" },
    repeats: false,
    onChanges: (changes) => reader.tell("changed", changes),
    onReplaced: () => reader.tell("startOver"),
    onHealth: (state) => health.set("writer", state),
    log,
  });
  await writer.start();
  try {
    // Only now: it is the writer that makes the tables.
    await reader.start();
  } catch (error) {
    await writer.stop();
    throw error;
  }
  const queue = new PlaysQueue({ write: (entries) => writer.call("writePlays", entries), log });
  queue.onHealth((state) => health.set("plays", state));
  return new SqliteStore({ writer, reader, queue, health, log });
}
