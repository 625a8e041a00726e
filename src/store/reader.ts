import type { Database } from "better-sqlite3";
import { backgroundReads } from "./background-reads.ts";
import { candidateReads } from "./candidates.ts";
import { catalogueReads } from "./catalogue-reads.ts";
import { choiceReads } from "./choice-reads.ts";
import { fileReads } from "./file-reads.ts";
import { listReads } from "./list-reads.ts";
import { personReads } from "./people/person-reads.ts";
import { peopleReads } from "./people-reads.ts";
import { placeReads } from "./place-table.ts";
import { playsReads } from "./plays-reads.ts";
import { settingsReads } from "./settings-table.ts";

/** Everything that the reading worker answers. */
export function readerCalls(database: Database) {
  const catalogue = catalogueReads(database);
  return {
    ...placeReads(database),
    ...settingsReads(database),
    ...fileReads(database),
    ...listReads(database, catalogue),
    ...candidateReads(database, catalogue),
    ...choiceReads(catalogue),
    ...peopleReads(database),
    ...backgroundReads(database),
    ...playsReads(database),
    ...personReads(database),
    /** What a write changed, told before any question that has to see it. */
    changed: catalogue.changed,
    startOver: catalogue.startOver,
    readAhead: catalogue.readAhead,
  };
}
