import type { Database } from "better-sqlite3";
import { uuidv7 } from "uuidv7";
import type { Place } from "../protocol/state.ts";

/** Reads the one place. */
export function placeReads(database: Database) {
  const place = database.prepare<[], Place>("SELECT id, name FROM place");
  return {
    place: (): Place => {
      const row = place.get();
      if (row === undefined) throw new Error("The database has no place, though the writer makes one.");
      return row;
    },
  };
}

/** What people call the place. */
export function placeWrites(database: Database) {
  const name = database.prepare<[string]>("UPDATE place SET name = ?");
  return { namePlace: (text: string): void => void name.run(text) };
}

/** Makes the place where the database is new, and answers its id. */
export function ensurePlace(database: Database): string {
  database
    .prepare("INSERT INTO place (one, id, name) VALUES (1, ?, 'Mien') ON CONFLICT DO NOTHING")
    .run(uuidv7());
  return placeReads(database).place().id;
}
