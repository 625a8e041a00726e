import type { Database } from "better-sqlite3";
import { atomically } from "../atomically.ts";
import { folded } from "./folding.ts";
import { searchText } from "./search-text.ts";

/** So many that the disk has few commits to flush, and so few that a write which comes meanwhile waits for a blink. */
const tracksPerTurn = 1000;

interface Row {
  seq: number;
  title: string;
  titleOrder: string;
  present: 0 | 1;
}

/** Empties an index that can't be read any more. The next writer fills it in its spare turns. */
export function startSearchAnew(database: Database): void {
  const table = database.prepare<[], string>("SELECT sql FROM sqlite_schema WHERE name = 'tracks_search'");
  const make = table.pluck().get();
  if (make === undefined) throw new Error("The database has no index for the search.");
  const startAnew = atomically(database, () =>
    database.exec(`DROP TABLE tracks_search; ${make};
      INSERT INTO search_rebuild (one, after_seq) VALUES (1, 0) ON CONFLICT (one) DO UPDATE SET after_seq = 0`),
  );
  startAnew();
}

/**
 * Keeps the search in step with the tracks, whichever statement changes them. Triggers of this connection alone, so
 * that any other program can still open the database and change it: nobody else has the functions that they call.
 */
export function searchIndex(database: Database) {
  database.function("mien_search_text", { deterministic: true }, (text) => searchText(text as string | null));
  database.function("mien_search_names", { deterministic: true }, (names) =>
    searchText((JSON.parse(names as string) as string[]).join(" ")),
  );
  const texts = (row: string) =>
    `${row}seq, mien_search_text(${row}title), mien_search_names(${row}artists), mien_search_text(${row}album),
     mien_search_names(${row}genres), mien_search_text(${row}also)`;
  const into = "INTO tracks_search (rowid, title, artists, album, genres, also)";
  database.exec(`
    CREATE TEMP TRIGGER track_searchable AFTER INSERT ON main.tracks WHEN new.present = 1
      BEGIN INSERT ${into} VALUES (${texts("new.")}); END;
    CREATE TEMP TRIGGER track_searchable_otherwise
    AFTER UPDATE OF title, artists, album, genres, also, present ON main.tracks
    WHEN (old.title, old.artists, old.album, old.genres, old.also, old.present)
      IS NOT (new.title, new.artists, new.album, new.genres, new.also, new.present)
    BEGIN
      DELETE FROM tracks_search WHERE rowid = old.seq;
      INSERT ${into} SELECT ${texts("new.")} WHERE new.present = 1;
    END;`);

  const after = database.prepare<[], number>("SELECT after_seq FROM search_rebuild").pluck();
  const some = database.prepare<[number], Row>(
    `SELECT seq, title, title_order AS titleOrder, present FROM tracks WHERE seq > ? ORDER BY seq LIMIT ${tracksPerTurn}`,
  );
  const put = database.prepare<[number]>(
    `INSERT OR REPLACE ${into} SELECT ${texts("")} FROM tracks WHERE seq = ?`,
  );
  const order = database.prepare<[string, number]>("UPDATE tracks SET title_order = ? WHERE seq = ?");
  const goOn = database.prepare<[number]>("UPDATE search_rebuild SET after_seq = ?");
  const end = database.prepare("DELETE FROM search_rebuild");
  let isWhole = false;

  const rebuildSome = atomically(database, (): boolean => {
    const from = after.get();
    if (from === undefined) return false;
    const rows = some.all(from);
    for (const { seq, title, titleOrder, present } of rows) {
      if (present === 1) put.run(seq);
      const key = folded(title);
      if (key !== titleOrder) order.run(key, seq);
    }
    if (rows.length < tracksPerTurn) end.run();
    else goOn.run(rows.at(-1)?.seq ?? from);
    return rows.length === tracksPerTurn;
  });

  return {
    /** Puts some more of what an earlier version left into the index; answers whether there is more. */
    rebuildSome: (): boolean => {
      if (!isWhole) isWhole = !rebuildSome();
      return !isWhole;
    },
  };
}
