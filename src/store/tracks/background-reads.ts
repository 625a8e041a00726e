import type { Database } from "better-sqlite3";
import type { SoundEstimate } from "../../protocol/library.ts";
import type { Affect } from "../../protocol/mood.ts";
import type { Track } from "../../protocol/music.ts";
import type { Id } from "../../protocol/time.ts";

interface SoundRow extends Affect {
  version: string;
  features: string | null;
  failed: string | null;
  confidence: number;
}

const playable = "t.present = 1 AND t.unplayable IS NULL";
const file = `(SELECT path FROM files f
  WHERE f.track_seq = t.seq AND f.missing_since IS NULL AND f.outside_since IS NULL ORDER BY f.rowid LIMIT 1)`;

/** The songs of a folder, by the index of paths: "0" comes next after "/". */
const counted = `@without IS NULL OR t.seq NOT IN
  (SELECT track_seq FROM files WHERE path > @without || '/' AND path < @without || '0')`;

/** What is worked out of tracks in the background, and what still is to be. */
export function backgroundReads(database: Database) {
  // An index finds what is below and what is above a version; what differs from it would be looked for row by row.
  const silent = (side: "<" | ">") =>
    database.prepare<object, { track: Id; path: string; durationMs: number }>(
      `SELECT t.id AS track, ${file} AS path, t.duration_ms AS durationMs FROM tracks t INDEXED BY tracks_by_sound
       WHERE ${playable} AND t.sound_turn = @turn AND t.sound_version ${side} @version
         AND (${counted}) LIMIT @limit`,
    );
  const silentOnes = [silent("<"), silent(">")];
  const listened = database
    .prepare<object, number>(
      `SELECT count(*) FROM tracks t INDEXED BY tracks_by_sound
       WHERE ${playable} AND t.sound_turn IN (0, 1, 2) AND t.sound_version = @version AND (${counted})`,
    )
    .pluck();
  const audible = database
    .prepare<object, number>(
      `SELECT count(*) FROM tracks t INDEXED BY tracks_by_sound WHERE ${playable} AND (${counted})`,
    )
    .pluck();
  const sound = database.prepare<[Id], SoundRow>(
    `SELECT s.version, s.features, s.failed, a.valence, a.arousal, a.confidence
     FROM tracks t JOIN track_sounds s ON s.track_seq = t.seq
     LEFT JOIN track_affects a ON a.track_seq = t.seq AND a.source = 'sound' WHERE t.id = ?`,
  );

  const pictured = `FROM tracks t INDEXED BY tracks_by_cover WHERE ${playable} AND t.cover IS NOT NULL`;
  const uncovered = (side: "<" | ">") =>
    database.prepare<object, { track: Id; path: string; cover: NonNullable<Track["cover"]> }>(
      `SELECT t.id AS track, ${file} AS path, t.cover ${pictured} AND t.cover_version ${side} @version LIMIT @limit`,
    );
  const uncoveredOnes = [uncovered("<"), uncovered(">")];
  const covered = database
    .prepare<[string], number>(`SELECT count(*) ${pictured} AND t.cover_version = ?`)
    .pluck();
  const pictures = database.prepare<[], number>(`SELECT count(*) ${pictured}`).pluck();
  const hashes = database
    .prepare<[string, number], string>(
      "SELECT DISTINCT cover_hash FROM tracks WHERE cover_hash > ? ORDER BY cover_hash LIMIT ?",
    )
    .pluck();
  const coverHash = database
    .prepare<[Id], string | null>("SELECT cover_hash FROM tracks WHERE id = ?")
    .pluck();

  return {
    awaitingSound: ({
      version,
      limit,
      without,
    }: {
      version: string;
      limit: number;
      without: string | null;
    }) => {
      const found: { track: Id; path: string; durationMs: number }[] = [];
      for (const turn of [0, 1, 2])
        for (const some of silentOnes)
          found.push(...some.all({ turn, version, without, limit: Math.max(0, limit - found.length) }));
      return found;
    },
    sound: (track: Id): SoundEstimate | { version: string; failed: string } | null => {
      const row = sound.get(track);
      if (row === undefined) return null;
      const { version, features, failed, valence, arousal, confidence } = row;
      if (features === null) return { version, failed: failed ?? "" };
      return { version, point: { valence, arousal }, confidence, features: JSON.parse(features) };
    },
    soundCounts: database.transaction(
      (asked: { version: string; without: string | null }): { done: number; of: number } => ({
        done: listened.get(asked) ?? 0,
        of: audible.get({ without: asked.without }) ?? 0,
      }),
    ),
    awaitingCovers: (limit: number, version: string) => {
      const found: { track: Id; path: string; cover: NonNullable<Track["cover"]> }[] = [];
      for (const some of uncoveredOnes)
        found.push(...some.all({ version, limit: Math.max(0, limit - found.length) }));
      return found;
    },
    coverHash: (track: Id): string | null => coverHash.get(track) ?? null,
    coverHashes: (after: string, limit: number): string[] => hashes.all(after, Math.max(0, limit)),
    coverCounts: database.transaction((version: string): { done: number; of: number } => ({
      done: covered.get(version) ?? 0,
      of: pictures.get() ?? 0,
    })),
  };
}
