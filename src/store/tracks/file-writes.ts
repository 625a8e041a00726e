import type { Database } from "better-sqlite3";
import type { ScannedFile, StoredBatch } from "../../protocol/library.ts";
import { atomically } from "../atomically.ts";
import { copies } from "./copies.ts";
import type { TrackWrites } from "./track-writes.ts";

/** Files become tracks, and come and go. */
export function fileWrites(database: Database, tracks: TrackWrites) {
  const { besides, settle } = copies(database, tracks);
  const fileAt = database.prepare<[string], { seq: number; hash: string }>(
    "SELECT track_seq AS seq, content_hash AS hash FROM files WHERE path = ?",
  );
  const trackWith = database
    .prepare<[string], number>(
      "SELECT seq FROM tracks WHERE content_hash = ? ORDER BY present DESC, seq LIMIT 1",
    )
    .pluck();
  const presentBesides = database
    .prepare<[number, string], 1>(
      "SELECT 1 FROM files WHERE track_seq = ? AND missing_since IS NULL AND outside_since IS NULL AND path <> ? LIMIT 1",
    )
    .pluck();
  const putFile = database.prepare<object>(
    `INSERT INTO files (path, track_seq, root, size, modified_at, read_with, content_hash, said)
     VALUES (@path, @seq, @root, @size, @modifiedAt, @readWith, @contentHash, @said)
     ON CONFLICT (path) DO UPDATE SET track_seq = excluded.track_seq, root = excluded.root, size = excluded.size,
       modified_at = excluded.modified_at, read_with = excluded.read_with, content_hash = excluded.content_hash, said = excluded.said,
       missing_since = NULL, outside_since = NULL`,
  );
  const dropMissing = database.prepare<[number, string]>(
    "DELETE FROM files WHERE track_seq = ? AND path <> ? AND missing_since IS NOT NULL",
  );
  const dropOthers = database.prepare<[number, string]>(
    "DELETE FROM files WHERE track_seq = ? AND path <> ?",
  );
  const miss = database
    .prepare<[number, string], number>(
      "UPDATE files SET missing_since = ? WHERE path = ? AND missing_since IS NULL RETURNING track_seq",
    )
    .pluck();
  const find = database
    .prepare<[string], number>(
      "UPDATE files SET missing_since = NULL WHERE path = ? AND missing_since IS NOT NULL RETURNING track_seq",
    )
    .pluck();
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
    if (before === undefined || presentBesides.get(before.seq, file.path) !== undefined) return null;
    return { seq: before.seq, as: "changed" };
  }

  function putOne(file: ScannedFile): keyof StoredBatch {
    const { path, root, size, modifiedAt, readWith, contentHash, track } = file;
    const before = fileAt.get(path);
    const known = knownTrack(file, before);
    const seq = known === null ? tracks.add(contentHash, track) : known.seq;
    if (known !== null && before?.seq === seq && before.hash !== contentHash) {
      // Its other files are missing and hold the old recording: one that comes back is a song of its own.
      dropOthers.run(seq, path);
      tracks.sounds(seq, contentHash);
    }
    // It has moved from there; what comes back is read again anyway.
    if (known !== null && before?.seq !== seq) dropMissing.run(seq, path);
    const isCopy = known !== null && besides(seq, path);
    const said = isCopy ? JSON.stringify(track) : null;
    putFile.run({ path, root, size, modifiedAt, readWith, contentHash, seq, said });
    if (isCopy) settle(seq);
    else if (known !== null) tracks.change(seq, track, null);
    if (before !== undefined && before.seq !== seq) settle(before.seq);
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
        settle(seq);
      }
      return marked;
    }),
    markPresent: atomically(database, (paths: readonly string[]): number => {
      const back = paths.flatMap((path) => find.get(path) ?? []);
      for (const seq of back) settle(seq);
      return back.length;
    }),
    markUnplayable: (id: string, reason: string): void => {
      markUnplayable.run(reason, id);
    },
    settle,
  };
}
