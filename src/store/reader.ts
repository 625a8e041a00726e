import type { Database } from "better-sqlite3";
import { candidateReads } from "./candidates.ts";
import { libraryReads } from "./library-reads.ts";
import { placeReads } from "./place-table.ts";
import { playsReads } from "./plays-reads.ts";
import { settingsReads } from "./settings-table.ts";

/** Everything that the reading worker answers. */
export function readerCalls(database: Database) {
  return {
    ...placeReads(database),
    ...settingsReads(database),
    ...libraryReads(database),
    ...candidateReads(database),
    ...playsReads(database),
  };
}
