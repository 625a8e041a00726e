import { DatabaseCare } from "./care/database-care.ts";
import type { Recovery } from "./care/recovery.ts";
import { PlaysQueue } from "./plays/plays-queue.ts";
import { SqliteStore } from "./sqlite-store.ts";
import type { Store } from "./store.ts";
import { StoreHealth } from "./store-health.ts";
import type { ReaderCalls, WriterCalls } from "./threads/calls.ts";
import { LastingThread } from "./threads/lasting-thread.ts";

export interface StoreOptions {
  /** The database's path; its folder is made where it isn't there. */
  file: string;
  log: { warn(details: object, message: string): void };
  /** How many pages of 4 KiB the database may grow to, where a disk is to be left room; as far as it goes by default. */
  maxPages?: number;
  /**
   * Folders that may have backups. A damaged database is set aside and the newest whole one takes its place, or an empty
   * one where there is none. Without this a damaged database is left alone and can't be opened.
   */
  backups?: readonly string[];
  /** What became of a backup that was to be restored before this. */
  restored?: Recovery | null;
}

/**
 * Opens the database, or makes it, and brings it to this version. Rejects with `StoreError`: `cannot-open`,
 * `newer-version` or `corrupt`.
 */
export async function openStore({ file, log, maxPages, backups, restored }: StoreOptions): Promise<Store> {
  const start = { file, maxPages: maxPages ?? null };
  const health = new StoreHealth();
  const care = new DatabaseCare({
    file,
    backups: backups ?? null,
    restored: restored ?? null,
    onHealth: (state) => health.set("care", state),
    log,
  });
  const reader = new LastingThread<ReaderCalls>({
    start: { ...start, role: "reader" },
    repeats: true,
    onChanges: () => undefined,
    // A write that was told while it started was told to the dead one.
    onReplaced: () => reader.tell("startOver"),
    onHealth: (state) => health.set("reader", state),
    onDamage: (why) => care.met(why),
    log,
  });
  const writer = new LastingThread<WriterCalls>({
    start: { ...start, role: "writer" },
    repeats: false,
    onChanges: (changes) => reader.tell("changed", changes),
    onReplaced: () => reader.tell("startOver"),
    onHealth: (state) => health.set("writer", state),
    onDamage: (why) => care.met(why),
    log,
  });
  // The writer first: it makes the tables.
  const threads = [writer, reader];
  await care.beforeOpening();
  try {
    await startInTurn(threads);
  } catch (error) {
    await Promise.all(threads.map((thread) => thread.pause()));
    if (!(await care.atOpening(error))) {
      await Promise.all(threads.map((thread) => thread.stop()));
      throw error;
    }
    for (const thread of threads) await thread.resume();
  }
  care.opened(threads);
  const queue = new PlaysQueue({ write: (entries) => writer.call("writePlays", entries), log });
  queue.onHealth((state) => health.set("plays", state));
  return new SqliteStore({ writer, reader, queue, health, care, log });
}

async function startInTurn(threads: readonly { start(): Promise<void> }[]): Promise<void> {
  for (const thread of threads) await thread.start();
}
