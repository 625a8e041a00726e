import type { Database } from "better-sqlite3";
import { candidateReads } from "../catalogue/candidates.ts";
import { catalogueReads } from "../catalogue/catalogue-reads.ts";
import { choiceReads } from "../catalogue/choice-reads.ts";
import { personReads } from "../people/person-reads.ts";
import { placeReads } from "../place-table.ts";
import { playsReads } from "../plays/plays-reads.ts";
import { settingsReads } from "../settings-table.ts";
import { backgroundReads } from "../tracks/background-reads.ts";
import { fileReads } from "../tracks/file-reads.ts";
import { listReads } from "../tracks/list-reads.ts";
import { peopleReads } from "../tracks/people-reads.ts";

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
