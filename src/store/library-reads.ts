import type { Database } from "better-sqlite3";
import type { FileStamp } from "../protocol/library.ts";
import type { Track } from "../protocol/music.ts";
import { folderPrefix } from "./library-writes.ts";
import { searchExpression } from "./search-expression.ts";
import { type TrackRow, trackColumns, trackOf } from "./track-row.ts";

interface Page {
  limit: number;
  offset: number;
}

/** Tracks and files, as the daemon and its pages ask for them. */
export function libraryReads(database: Database) {
  const stamps = database.prepare<object, FileStamp>(
    `SELECT path, size, modified_at AS modifiedAt FROM files
     WHERE path > @after AND path >= @prefix AND path < @end AND present = 1 ORDER BY path LIMIT @limit`,
  );
  const track = database.prepare<[string], TrackRow>(`SELECT ${trackColumns} FROM tracks t WHERE t.id = ?`);
  const path = database
    .prepare<[string], string>(
      `SELECT f.path FROM tracks t JOIN files f ON f.track_seq = t.seq
       WHERE t.id = ? AND f.missing_since IS NULL AND f.outside_since IS NULL ORDER BY f.path LIMIT 1`,
    )
    .pluck();
  const present = database.prepare<[], number>("SELECT count(*) FROM tracks WHERE present = 1").pluck();
  const unplayable = database
    .prepare<[], number>("SELECT count(*) FROM tracks WHERE present = 1 AND unplayable IS NOT NULL")
    .pluck();
  const byTitle = database.prepare<Page, TrackRow>(
    `SELECT ${trackColumns} FROM tracks t WHERE t.present = 1 ORDER BY t.title_order, t.seq LIMIT @limit OFFSET @offset`,
  );
  const found = database
    .prepare<[string], number>("SELECT count(*) FROM tracks_search WHERE tracks_search MATCH ?")
    .pluck();
  // A word in the title says more than one in the artist's name, and that more than one in album or genre.
  const bestFound = database.prepare<Page & { words: string }, TrackRow>(
    `SELECT ${trackColumns} FROM (
       SELECT rowid AS seq, bm25(tracks_search, 8, 4, 2, 1) AS fit FROM tracks_search
       WHERE tracks_search MATCH @words ORDER BY fit, seq LIMIT @limit OFFSET @offset
     ) n CROSS JOIN tracks t ON t.seq = n.seq ORDER BY n.fit, n.seq`,
  );

  return {
    stamps: (root: string, after: string, limit: number): FileStamp[] => {
      const prefix = folderPrefix(root);
      // "0" is the character after "/": the range holds what begins with the prefix, by the index of paths.
      return stamps.all({ prefix, end: `${prefix.slice(0, -1)}0`, after, limit: Math.max(0, limit) });
    },
    track: (id: string): Track | null => {
      const row = track.get(id);
      return row === undefined ? null : trackOf(row);
    },
    path: (id: string): string | null => path.get(id) ?? null,
    list: database.transaction(
      (query: {
        search: string | null;
        limit: number;
        offset: number;
      }): { total: number; tracks: Track[] } => {
        const page = { limit: Math.max(0, query.limit), offset: Math.max(0, query.offset) };
        const words = searchExpression(query.search ?? "");
        if (words === null)
          return { total: present.get() ?? 0, tracks: byTitle.all(page).map((row) => trackOf(row)) };
        return {
          total: found.get(words) ?? 0,
          tracks: bestFound.all({ ...page, words }).map((row) => trackOf(row)),
        };
      },
    ),
    counts: database.transaction((): { tracks: number; unplayable: number } => ({
      tracks: present.get() ?? 0,
      unplayable: unplayable.get() ?? 0,
    })),
  };
}
