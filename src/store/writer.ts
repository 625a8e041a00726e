import type { Database } from "better-sqlite3";
import type { ScannedFile, StoredBatch } from "../protocol/library.ts";
import { libraryWrites } from "./library-writes.ts";
import { ensurePlace } from "./place-table.ts";
import { playsWrites } from "./plays-writes.ts";
import { settingsWrites } from "./settings-table.ts";

/** Everything that the writing worker does. Each call is one transaction. */
export function writerCalls(database: Database) {
  const placeId = ensurePlace(database);
  const { put, ...library } = libraryWrites(database, placeId);
  const staged = new Map<number, ScannedFile[]>();

  return {
    ...settingsWrites(database),
    ...library,
    ...playsWrites(database, placeId),
    /** A part of a batch, kept until `putStaged`. */
    stage: (batch: number, files: readonly ScannedFile[]): void => {
      const parts = staged.get(batch) ?? [];
      parts.push(...files);
      staged.set(batch, parts);
    },
    /** The whole batch in one transaction. */
    putStaged: (batch: number): StoredBatch => {
      const files = staged.get(batch) ?? [];
      staged.delete(batch);
      return put(files);
    },
    /** Leaves everything in the one file, as short as it can be. */
    checkpoint: (): void => {
      database.pragma("optimize");
      database.pragma("wal_checkpoint(TRUNCATE)");
    },
  };
}
