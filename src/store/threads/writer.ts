import type { Database } from "better-sqlite3";
import type { ScannedFile, StoredBatch } from "../../protocol/library.ts";
import { erasure } from "../people/eraser.ts";
import { personWrites } from "../people/person-writes.ts";
import { signInWrites } from "../people/sign-in-writes.ts";
import { ensurePlace } from "../place-table.ts";
import { playsWrites } from "../plays/plays-writes.ts";
import { searchIndex } from "../search/search-index.ts";
import { settingsWrites } from "../settings-table.ts";
import { StoreError } from "../store.ts";
import { backgroundWrites } from "../tracks/background-writes.ts";
import { evidenceWrites } from "../tracks/evidence-writes.ts";
import { fileWrites } from "../tracks/file-writes.ts";
import { peopleWrites } from "../tracks/people-writes.ts";
import { rootWrites } from "../tracks/root-writes.ts";
import { trackWrites } from "../tracks/track-writes.ts";

/** Everything that the writing worker does. Each call is one transaction. */
export function writerCalls(database: Database) {
  const placeId = ensurePlace(database);
  const evidence = evidenceWrites(database);
  const { put, settle, ...files } = fileWrites(database, trackWrites(database, placeId, evidence));
  const staged = new Map<number, ScannedFile[]>();

  return {
    ...searchIndex(database),
    ...settingsWrites(database),
    ...files,
    ...rootWrites(database, settle),
    ...peopleWrites(database, evidence),
    ...backgroundWrites(database, evidence),
    ...playsWrites(database, placeId),
    ...personWrites(database, placeId),
    ...signInWrites(database),
    ...erasure(database),
    /** A part of a batch, kept until `putStaged`. */
    stage: (batch: number, files: readonly ScannedFile[]): void => {
      const parts = staged.get(batch) ?? [];
      parts.push(...files);
      staged.set(batch, parts);
    },
    /** The whole batch in one transaction. */
    putStaged: (batch: number, count: number): StoredBatch => {
      const files = staged.get(batch) ?? [];
      staged.delete(batch);
      if (files.length !== count)
        throw new StoreError("unavailable", "A part of a batch of files was lost. Scan them again.");
      return put(files);
    },
    /** Leaves everything in the one file, as short as it can be. */
    checkpoint: (): void => {
      database.pragma("optimize");
      database.pragma("wal_checkpoint(TRUNCATE)");
    },
  };
}
