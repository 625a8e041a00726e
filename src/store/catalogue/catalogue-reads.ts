import type { Database } from "better-sqlite3";
import type { Changes } from "../threads/changes.ts";
import { Catalogue, type CatalogueRow, catalogueColumns } from "./catalogue.ts";

/** So few rows at a time that a question which comes meanwhile waits for milliseconds. */
const rowsPerTurn = 2000;
const changesPerTurn = 500;

export type CatalogueReads = ReturnType<typeof catalogueReads>;

/** The catalogue of the database, read once and from then on by what writes tell. */
export function catalogueReads(database: Database) {
  // Tracks that are gone tell when their artists were heard.
  const some = database
    .prepare<[number], CatalogueRow>(
      `SELECT ${catalogueColumns} FROM tracks
       WHERE seq > ? AND (present = 1 OR last_played_at IS NOT NULL) ORDER BY seq LIMIT ${rowsPerTurn}`,
    )
    .raw();
  const one = database
    .prepare<[number], CatalogueRow>(`SELECT ${catalogueColumns} FROM tracks WHERE seq = ?`)
    .raw();
  const blocked = database.prepare<[], string>("SELECT name FROM blocked_artists").pluck();

  let catalogue = new Catalogue();
  const changed = new Set<number>();
  const listeners: ((seq: number | null) => void)[] = [];
  let blocksAreOld = true;
  let last = 0;
  let isWhole = false;

  /** Reads some more of the library; answers whether there is more. */
  function readMore(): boolean {
    const rows = some.all(last);
    for (const row of rows) catalogue.put(row);
    last = rows.at(-1)?.[0] ?? last;
    isWhole = rows.length < rowsPerTurn;
    return !isWhole;
  }

  function readAgain(seq: number): void {
    const row = one.get(seq);
    if (row === undefined) catalogue.remove(seq);
    else catalogue.put(row);
    changed.delete(seq);
  }

  return {
    /** Some of what the next question would have to read; answers whether there is more. */
    readAhead: (): boolean => {
      if (!isWhole) return readMore() || changed.size > 0;
      let left = changesPerTurn;
      for (const seq of changed) {
        if (left-- === 0) return true;
        readAgain(seq);
      }
      return false;
    },
    /** As it is after every write that was told. */
    now: (): Catalogue => {
      while (!isWhole) readMore();
      if (blocksAreOld) catalogue.artists.block(blocked.all());
      blocksAreOld = false;
      for (const seq of changed) readAgain(seq);
      catalogue.hearAnew();
      return catalogue;
    },
    /** What a write changed: it is read ahead of the next question, or by it. */
    changed: ({ tracks, blockedArtists }: Changes): void => {
      for (const seq of tracks) {
        changed.add(seq);
        for (const listener of listeners) listener(seq);
      }
      blocksAreOld ||= blockedArtists;
    },
    /** What was written last is not known: all is read anew. */
    startOver: (): void => {
      catalogue = new Catalogue();
      changed.clear();
      blocksAreOld = true;
      last = 0;
      isWhole = false;
      for (const listener of listeners) listener(null);
    },
    /** Tells which track has changed; null for any. */
    onChange: (listener: (seq: number | null) => void): void => {
      listeners.push(listener);
    },
  };
}
