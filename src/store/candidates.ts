import type { Database } from "better-sqlite3";
import type { Candidate, CandidateQuery } from "../protocol/library.ts";
import type { Affect } from "../protocol/mood.ts";
import { artistKey, type TrackRow, trackColumns, trackOf } from "./track-row.ts";

/** The most rows that one query answers. */
const candidatesAtMost = 500;

/** The first circle that is looked into, and how each next one grows, until the whole circumplex is inside. */
const firstReach = 0.04;
const growth = 1.3;
const wholeReach = 2.83;

interface Nearby {
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

const distance =
  "((valence - @valence) * (valence - @valence) + (arousal - @arousal) * (arousal - @arousal))";

// Band and arousal give the square around the circle by the index; one pass over it costs about 0.3 µs a row.
const allowed = `
  FROM tracks INDEXED BY tracks_choosable
  WHERE present = 1 AND unplayable IS NULL AND valence IS NOT NULL
    AND band IN (SELECT value FROM json_each(@bands))
    AND arousal BETWEEN @arousal - @reach AND @arousal + @reach
    AND ${distance} <= @reach * @reach
    AND (last_played_at IS NULL OR last_played_at < @since)
    AND (@allowExplicit OR explicit IS NOT 1)
    AND seq NOT IN (
      SELECT track_seq FROM track_artists WHERE name IN (SELECT value FROM json_each(@artists))
      UNION ALL
      SELECT seq FROM tracks WHERE id IN (SELECT value FROM json_each(@tracks)))`;

/** The nearest tracks that the hard rules allow. */
export function candidateReads(database: Database) {
  const holds = database
    .prepare<Nearby, number>(`SELECT count(*) FROM (SELECT 1 ${allowed} LIMIT @limit)`)
    .pluck();
  const nearest = database.prepare<Nearby, CandidateRow>(`
    SELECT ${trackColumns}, t.last_played_at, t.play_count
    FROM (SELECT seq, last_played_at AS heard, ${distance} AS distance ${allowed}
      ORDER BY distance, heard, seq LIMIT @limit) n CROSS JOIN tracks t ON t.seq = n.seq
    ORDER BY n.distance, n.heard, n.seq`);

  return {
    candidates: database.transaction((query: CandidateQuery): Candidate[] => {
      const limit = Math.max(0, Math.min(query.limit, candidatesAtMost));
      const within = (reach: number): Nearby => ({
        ...query.target,
        reach,
        bands: JSON.stringify(bandsAround(query.target, reach)),
        since: query.notPlayedSince,
        allowExplicit: query.allowExplicit ? 1 : 0,
        artists: JSON.stringify(query.notArtists.map(artistKey)),
        tracks: JSON.stringify(query.notTracks),
        limit,
      });
      // Sorting costs most, so the circle that holds enough is looked for first: counting stops at the limit.
      let reach = firstReach;
      while (reach < wholeReach && (holds.get(within(reach)) ?? 0) < limit) reach *= growth;
      return nearest.all(within(Math.min(reach, wholeReach))).map(candidateOf);
    }),
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
