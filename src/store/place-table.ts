import type { Database } from "better-sqlite3";
import { uuidv7 } from "uuidv7";
import type { Place } from "../protocol/state.ts";

/** Which place it is; what it is called is a setting. */
export type PlaceId = Pick<Place, "id">;

/** Reads the one place. */
export function placeReads(database: Database) {
  const place = database.prepare<[], PlaceId>("SELECT id FROM place");
  return {
    place: (): PlaceId => {
      const row = place.get();
      if (row === undefined) throw new Error("The database has no place, though the writer makes one.");
      return row;
    },
  };
}

/** Makes the place where the database is new, and answers its id. */
export function ensurePlace(database: Database): string {
  database.prepare("INSERT INTO place (one, id) VALUES (1, ?) ON CONFLICT DO NOTHING").run(uuidv7());
  return placeReads(database).place().id;
}
