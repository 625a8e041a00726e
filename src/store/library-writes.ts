import type { Database } from "better-sqlite3";
import { uuidv7 } from "uuidv7";
import type { ScannedFile, StoredBatch } from "../protocol/library.ts";
import { atomically } from "./atomically.ts";
import { artistKey, trackValues } from "./track-row.ts";

const columns =
  "content_hash, title, title_order, artists, album, year, genres, languages, duration_ms, explicit, gain_db, cover, " +
  "bpm, isrc, valence, arousal, affect_confidence, affect_from, unplayable";
const values =
  "@contentHash, @title, @titleOrder, @artists, @album, @year, @genres, @languages, @durationMs, @explicit, @gainDb, " +
  "@cover, @bpm, @isrc, @valence, @arousal, @affectConfidence, @affectFrom, @unplayable";

/** Files become tracks. */
export function libraryWrites(database: Database, placeId: string) {
  const fileAt = database.prepare<[string], { seq: number; hash: string }>(
    "SELECT track_seq AS seq, content_hash AS hash FROM files WHERE path = ?",
  );
  const trackWith = database
    .prepare<[string], number>(
      "SELECT seq FROM tracks WHERE content_hash = ? ORDER BY present DESC, seq LIMIT 1",
    )
    .pluck();
  const otherFile = database
    .prepare<[number, string], 1>(
      "SELECT 1 FROM files WHERE track_seq = ? AND missing_since IS NULL AND outside_since IS NULL AND path <> ? LIMIT 1",
    )
    .pluck();
  const addTrack = database
    .prepare<object, number>(
      `INSERT INTO tracks (id, place_id, present, ${columns}) VALUES (@id, @placeId, 1, ${values}) RETURNING seq`,
    )
    .pluck();
  const changeTrack = database.prepare<object>(
    `UPDATE tracks SET present = 1, (${columns}) = (${values}) WHERE seq = @seq`,
  );
  const dropArtists = database.prepare<[number]>("DELETE FROM track_artists WHERE track_seq = ?");
  const addArtist = database.prepare<[string, number]>(
    "INSERT INTO track_artists (name, track_seq) VALUES (?, ?) ON CONFLICT DO NOTHING",
  );
  const putFile = database.prepare<object>(
    `INSERT INTO files (path, track_seq, root, size, modified_at, content_hash)
     VALUES (@path, @seq, @root, @size, @modifiedAt, @contentHash)
     ON CONFLICT (path) DO UPDATE SET track_seq = excluded.track_seq, root = excluded.root, size = excluded.size,
       modified_at = excluded.modified_at, content_hash = excluded.content_hash,
       missing_since = NULL, outside_since = NULL`,
  );
  const present =
    "EXISTS (SELECT 1 FROM files f WHERE f.track_seq = tracks.seq AND f.missing_since IS NULL AND f.outside_since IS NULL)";
  const recount = database.prepare<[number]>(
    `UPDATE tracks SET present = ${present} WHERE seq = ? AND present <> ${present}`,
  );
  const recountAll = database.prepare<[]>(
    `UPDATE tracks SET present = ${present} WHERE present <> ${present}`,
  );
  const miss = database
    .prepare<[number, string], number>(
      "UPDATE files SET missing_since = ? WHERE path = ? AND missing_since IS NULL RETURNING track_seq",
    )
    .pluck();
  const inside = (roots: string): string =>
    `EXISTS (SELECT 1 FROM json_each(${roots}) r WHERE substr(files.path, 1, length(r.value)) = r.value)`;
  const leave = database.prepare<{ now: number; roots: string }>(
    `UPDATE files SET outside_since = @now WHERE outside_since IS NULL AND NOT ${inside("@roots")}`,
  );
  const leaving = database
    .prepare<{ roots: string }, number>(
      `SELECT count(*) FROM files WHERE present = 1 AND NOT ${inside("@roots")}`,
    )
    .pluck();
  const comeBack = database.prepare<{ roots: string }>(
    `UPDATE files SET outside_since = NULL WHERE outside_since IS NOT NULL AND ${inside("@roots")}`,
  );
  const markUnplayable = database.prepare<[string, string]>("UPDATE tracks SET unplayable = ? WHERE id = ?");

  /** The track that this file is, and whether its path or its sound is new. Null: none that is known. */
  function knownTrack(
    file: ScannedFile,
    before: { seq: number; hash: string } | undefined,
  ): { seq: number; as: "changed" | "moved" } | null {
    if (before?.hash === file.contentHash) return { seq: before.seq, as: "changed" };
    // Broken files are often alike (empty, or the same error page), and are no copies of one song for that.
    const same = file.track.unplayable === null ? trackWith.get(file.contentHash) : undefined;
    if (same !== undefined) return { seq: same, as: before === undefined ? "moved" : "changed" };
    if (before === undefined || otherFile.get(before.seq, file.path) !== undefined) return null;
    return { seq: before.seq, as: "changed" };
  }

  function putOne(file: ScannedFile): keyof StoredBatch {
    const before = fileAt.get(file.path);
    const known = knownTrack(file, before);
    const track = trackValues(file);
    let seq: number;
    if (known === null) {
      const added = addTrack.get({ ...track, id: uuidv7(), placeId });
      if (added === undefined) throw new Error("INSERT … RETURNING gave no row.");
      seq = added;
    } else {
      seq = known.seq;
      changeTrack.run({ ...track, seq });
      dropArtists.run(seq);
    }
    for (const artist of file.track.artists) addArtist.run(artistKey(artist), seq);
    const { path, root, size, modifiedAt, contentHash } = file;
    putFile.run({ path, root, size, modifiedAt, contentHash, seq });
    if (before !== undefined && before.seq !== seq) recount.run(before.seq);
    return known?.as ?? "added";
  }

  return {
    put: atomically(database, (files: readonly ScannedFile[]): StoredBatch => {
      const batch: StoredBatch = { added: 0, changed: 0, moved: 0 };
      for (const file of files) batch[putOne(file)] += 1;
      return batch;
    }),
    markMissing: atomically(database, (paths: readonly string[]): number => {
      let marked = 0;
      const now = Date.now();
      for (const path of paths) {
        const seq = miss.get(now, path);
        if (seq === undefined) continue;
        marked += 1;
        recount.run(seq);
      }
      return marked;
    }),
    keepOnly: atomically(database, (roots: readonly string[]): number => {
      const folders = JSON.stringify(roots.map(folderPrefix));
      const wentMissing = leaving.get({ roots: folders }) ?? 0;
      const left = leave.run({ now: Date.now(), roots: folders }).changes;
      const back = comeBack.run({ roots: folders }).changes;
      if (left + back > 0) recountAll.run();
      return wentMissing;
    }),
    markUnplayable: (id: string, reason: string): void => {
      markUnplayable.run(reason, id);
    },
  };
}

/** What the path of everything below this folder begins with. */
export function folderPrefix(folder: string): string {
  return folder.endsWith("/") ? folder : `${folder}/`;
}
