import type { Database } from "better-sqlite3";
import type { EpochMs } from "../../protocol/time.ts";
import { atomically } from "../atomically.ts";

/** A stick with 50,000 songs that is pulled out takes this many in one transaction, so that others get their turn. */
const filesPerTurn = 1000;

interface FileRow {
  path: string;
  track_seq: number;
  missing: 0 | 1;
  outside: 0 | 1;
}

/** Folders that come and go, and files that are gone for good. `settle` is told of every track that it touches. */
export function rootWrites(database: Database, settle: (seq: number) => void) {
  const filesAfter = database.prepare<[string], FileRow>(
    `SELECT path, track_seq, missing_since IS NOT NULL AS missing, outside_since IS NOT NULL AS outside
     FROM files WHERE path > ? ORDER BY path LIMIT ${filesPerTurn}`,
  );
  const setOutside = database.prepare<[number | null, string]>(
    "UPDATE files SET outside_since = ? WHERE path = ?",
  );
  const forget = (column: "missing_since" | "outside_since") =>
    database
      .prepare<[number], number>(
        `DELETE FROM files WHERE path IN (SELECT path FROM files WHERE ${column} < ? LIMIT ${filesPerTurn})
         RETURNING track_seq`,
      )
      .pluck();
  const forgetMissing = forget("missing_since");
  const forgetOutside = forget("outside_since");
  const forgetFile = database
    .prepare<[string], number>("DELETE FROM files WHERE path = ? RETURNING track_seq")
    .pluck();
  const dropTrack = database.prepare<[number]>(
    `DELETE FROM tracks WHERE seq = ? AND blocked_at IS NULL
       AND NOT EXISTS (SELECT 1 FROM files WHERE track_seq = tracks.seq)
       AND NOT EXISTS (SELECT 1 FROM plays WHERE track_id = tracks.id)
       AND NOT EXISTS (SELECT 1 FROM tastes WHERE track_id = tracks.id)
       AND NOT EXISTS (SELECT 1 FROM track_affects WHERE track_seq = tracks.seq AND source IN ('person', 'guest'))`,
  );

  /** Their files are forgotten; answers how many those were. */
  function fileless(tracks: readonly number[]): number {
    for (const seq of new Set(tracks)) {
      settle(seq);
      dropTrack.run(seq);
    }
    return tracks.length;
  }

  return {
    /** Goes on behind a path; answers how many went missing, and where to go on, null at the end. */
    keepOnlySome: atomically(
      database,
      (roots: readonly string[], after: string): { wentMissing: number; last: string | null } => {
        const folders = roots.map(folderPrefix);
        const files = filesAfter.all(after);
        let wentMissing = 0;
        for (const { path, track_seq, missing, outside } of files) {
          const leaves = !folders.some((folder) => path.startsWith(folder));
          if (leaves === (outside === 1)) continue;
          setOutside.run(leaves ? Date.now() : null, path);
          if (leaves && missing === 0) wentMissing += 1;
          settle(track_seq);
        }
        return { wentMissing, last: files.length < filesPerTurn ? null : (files.at(-1)?.path ?? null) };
      },
    ),
    /** Answers how many were forgotten; 0 where none is left that old. */
    forgetMissingSome: atomically(database, (before: EpochMs): number =>
      fileless([...forgetMissing.all(before), ...forgetOutside.all(before)]),
    ),
    /** Whether they are missing or not. */
    forget: atomically(database, (paths: readonly string[]): number =>
      fileless(paths.flatMap((path) => forgetFile.all(path))),
    ),
  };
}

/** What the path of everything below this folder begins with. */
export function folderPrefix(folder: string): string {
  return folder.endsWith("/") ? folder : `${folder}/`;
}
