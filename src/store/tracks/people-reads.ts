import type { Database } from "better-sqlite3";
import type { Affect } from "../../protocol/mood.ts";
import type { TrackAffect } from "../../protocol/music.ts";
import type { EpochMs, Id } from "../../protocol/time.ts";
import type { Blocks } from "../library-tables.ts";
import { effectiveAffect } from "./effective-affect.ts";
import { evidenceReads } from "./evidence-reads.ts";

interface Named {
  id: Id;
  title: string;
  artists: string;
}

/** Where tracks stand by whose word, and which ones are not to be heard here. */
export function peopleReads(database: Database) {
  const { evidenceOf } = evidenceReads(database);
  const seqOf = database.prepare<[Id], number>("SELECT seq FROM tracks WHERE id = ?").pluck();
  const correctedAfter = database.prepare<[number, number], Named & Affect & { seq: number }>(
    `SELECT t.seq, t.id, t.title, t.artists, a.valence, a.arousal
     FROM track_affects a INDEXED BY track_affects_by_people CROSS JOIN tracks t ON t.seq = a.track_seq
     WHERE a.source = 'person' AND a.track_seq > ? ORDER BY a.track_seq LIMIT ?`,
  );
  const blockedTracks = database.prepare<[], Named & { until: EpochMs | null }>(
    `SELECT id, title, artists, blocked_until AS until FROM tracks
     WHERE blocked_at IS NOT NULL ORDER BY title_order, seq`,
  );
  const blockedArtists = database.prepare<[], { name: string; until: EpochMs | null }>(
    "SELECT name, blocked_until AS until FROM blocked_artists ORDER BY key",
  );

  return {
    corrections: (after: number, limit: number) =>
      correctedAfter.all(after, Math.max(0, limit)).map(({ seq, id, title, artists, valence, arousal }) => ({
        seq,
        track: id,
        title,
        artists: JSON.parse(artists) as readonly string[],
        point: { valence, arousal },
      })),
    evidence: database.transaction((track: Id): TrackAffect[] => {
      const seq = seqOf.get(track);
      const all = seq === undefined ? [] : evidenceOf(seq);
      const best = effectiveAffect(all);
      return best === null ? [] : [best, ...all.filter((each) => each !== best)];
    }),
    blocks: database.transaction(
      (): Blocks => ({
        tracks: blockedTracks
          .all()
          .map(({ artists, ...track }) => ({ ...track, artists: JSON.parse(artists) as readonly string[] })),
        artists: blockedArtists.all(),
      }),
    ),
  };
}
