import type { Database } from "better-sqlite3";
import type { Candidate, CandidateQuery } from "../protocol/library.ts";
import type { Affect } from "../protocol/mood.ts";
import { artistKey, type TrackRow, trackColumns, trackOf } from "./track-row.ts";

/** The most rows that one query answers. */
export const candidatesAtMost = 500;

/**
 * Half the sides of the squares that are looked through, one after the other, until the circle inside holds
 * enough. The last holds the whole circumplex. Measured with `npm run bench -- store`.
 */
const reaches = [0.08, 0.2, 0.5, 2.83];

interface Near {
  valence: number;
  arousal: number;
  reach: number;
  bands: string;
  since: number;
  allowExplicit: 0 | 1;
  artists: string;
  tracks: string;
  limit: number;
}

type CandidateRow = TrackRow & { last_played_at: number | null; play_count: number };

/** The nearest tracks that the hard rules allow. */
export function candidateReads(database: Database) {
  // The inner query reads nothing but the index; only the rows that it is left with are fetched.
  const near = database.prepare<Near, CandidateRow>(`
    SELECT ${trackColumns}, t.last_played_at, t.play_count
    FROM (
      SELECT seq, last_played_at AS heard,
        (valence - @valence) * (valence - @valence) + (arousal - @arousal) * (arousal - @arousal) AS distance
      FROM tracks INDEXED BY tracks_choosable
      WHERE present = 1 AND unplayable IS NULL AND valence IS NOT NULL
        AND band IN (SELECT value FROM json_each(@bands))
        AND arousal BETWEEN @arousal - @reach AND @arousal + @reach
        AND distance <= @reach * @reach
        AND (last_played_at IS NULL OR last_played_at < @since)
        AND (@allowExplicit OR explicit IS NOT 1)
        AND seq NOT IN (
          SELECT track_seq FROM track_artists WHERE name IN (SELECT value FROM json_each(@artists))
          UNION ALL
          SELECT seq FROM tracks WHERE id IN (SELECT value FROM json_each(@tracks)))
      ORDER BY distance, heard, seq
      LIMIT @limit
    ) n CROSS JOIN tracks t ON t.seq = n.seq
    ORDER BY n.distance, n.heard, n.seq`);

  return {
    candidates: (query: CandidateQuery): Candidate[] => {
      const limit = Math.max(0, Math.min(query.limit, candidatesAtMost));
      const rules = {
        ...query.target,
        since: query.notPlayedSince,
        allowExplicit: query.allowExplicit ? 1 : 0,
        artists: JSON.stringify(query.notArtists.map(artistKey)),
        tracks: JSON.stringify(query.notTracks),
        limit,
      } as const;
      let rows: CandidateRow[] = [];
      for (const reach of reaches) {
        rows = near.all({ ...rules, reach, bands: JSON.stringify(bandsAround(query.target, reach)) });
        if (rows.length >= limit) break;
      }
      return rows.map(candidateOf);
    },
  };
}

/** The values of the column `band` that hold every valence within this reach. */
function bandsAround({ valence }: Affect, reach: number): number[] {
  const first = Math.floor((Math.max(-1, valence - reach) + 1) * 16);
  const last = Math.floor((Math.min(1, valence + reach) + 1) * 16);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function candidateOf(row: CandidateRow): Candidate {
  const track = trackOf(row);
  if (track.affect === null)
    throw new Error(`The index of tracks with an affect holds ${track.id}, which has none.`);
  return { track, affect: track.affect.point, lastPlayedAt: row.last_played_at, plays: row.play_count };
}
