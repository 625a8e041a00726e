import type { ReaderCalls, WriterCalls } from "./calls.ts";
import { SqliteStore } from "./sqlite-store.ts";
import type { Store } from "./store.ts";
import { StoreThread } from "./thread.ts";

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
  const writer = new StoreThread<WriterCalls>({ ...start, role: "writer" });
  await writer.start();
  // Only now: it is the writer that makes the tables.
  const reader = new StoreThread<ReaderCalls>({ ...start, role: "reader" });
  try {
    await reader.start();
  } catch (error) {
    await writer.stop();
    throw error;
  }
  return new SqliteStore({ writer, reader, log });
}
