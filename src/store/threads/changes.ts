import type { Database } from "better-sqlite3";

/** What a write changed of that which the reader keeps in memory. */
export interface Changes {
  /** By `seq`; also tracks that are gone. */
  tracks: Int32Array;
  blockedArtists: boolean;
}

const columnsTold =
  "title, artists, album, year, genres, languages, duration_ms, explicit, gain_db, cover, bpm, isrc, valence, arousal, " +
  "affect_confidence, affect_from, unplayable, present, blocked_at, last_played_at, play_count";

/**
 * Notes what this connection changes, whichever statement does it: triggers can't be forgotten. What a rollback took
 * back is told all the same, and read again for nothing.
 */
export function watchChanges(database: Database): { take(): Changes | null } {
  const tracks = new Set<number>();
  let blockedArtists = false;
  database.function("mien_track_changed", (seq: number) => void tracks.add(seq));
  database.function("mien_blocked_artists_changed", () => {
    blockedArtists = true;
  });
  database.exec(`
    CREATE TEMP TRIGGER track_added AFTER INSERT ON main.tracks
      BEGIN SELECT mien_track_changed(new.seq); END;
    CREATE TEMP TRIGGER track_changed AFTER UPDATE OF ${columnsTold} ON main.tracks
      BEGIN SELECT mien_track_changed(new.seq); END;
    CREATE TEMP TRIGGER track_gone AFTER DELETE ON main.tracks
      BEGIN SELECT mien_track_changed(old.seq); END;
    CREATE TEMP TRIGGER artist_blocked AFTER INSERT ON main.blocked_artists
      BEGIN SELECT mien_blocked_artists_changed(); END;
    CREATE TEMP TRIGGER artist_unblocked AFTER DELETE ON main.blocked_artists
      BEGIN SELECT mien_blocked_artists_changed(); END;`);
  return {
    take: () => {
      if (tracks.size === 0 && !blockedArtists) return null;
      const changes = { tracks: Int32Array.from(tracks), blockedArtists };
      tracks.clear();
      blockedArtists = false;
      return changes;
    },
  };
}
