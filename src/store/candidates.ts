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
  onlyArtists: string | null;
  languages: string | null;
  shortest: number | null;
  longest: number | null;
  highest: number;
  tracks: string;
  limit: number;
}

type CandidateRow = TrackRow & {
  last_played_at: number | null;
  play_count: number;
  artist_last_played_at: number | null;
};

const distance =
  "((valence - @valence) * (valence - @valence) + (arousal - @arousal) * (arousal - @arousal))";

const artistHeard = `(SELECT max(other.last_played_at) FROM track_artists own
  JOIN track_artists theirs ON theirs.name = own.name JOIN tracks other ON other.seq = theirs.track_seq
  WHERE own.track_seq = t.seq)`;

// Band and arousal give the square around the circle by the index; one pass over it costs about 0.3 µs a row.
const allowed = `
  FROM tracks INDEXED BY tracks_choosable
  WHERE present = 1 AND unplayable IS NULL AND valence IS NOT NULL
    AND band IN (SELECT value FROM json_each(@bands))
    AND arousal BETWEEN @arousal - @reach AND @arousal + @reach
    AND ${distance} <= @reach * @reach
    AND (last_played_at IS NULL OR last_played_at < @since)
    AND (@allowExplicit OR explicit IS NOT 1)
    AND arousal <= @highest
    AND (@shortest IS NULL OR duration_ms >= @shortest) AND (@longest IS NULL OR duration_ms <= @longest)
    AND (@languages IS NULL OR EXISTS (
      SELECT 1 FROM json_each(tracks.languages) l JOIN json_each(@languages) wanted
      ON lower(substr(l.value, 1, instr(l.value || '-', '-') - 1)) = wanted.value))
    AND (@onlyArtists IS NULL OR seq IN (
      SELECT track_seq FROM track_artists WHERE name IN (SELECT value FROM json_each(@onlyArtists))))
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
    SELECT ${trackColumns}, t.last_played_at, t.play_count, ${artistHeard} AS artist_last_played_at
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
        highest: query.highestArousal ?? 1,
        shortest: query.shortestMs,
        longest: query.longestMs,
        languages: query.languages && JSON.stringify(query.languages.map(firstPart)),
        onlyArtists: query.onlyArtists && JSON.stringify(query.onlyArtists.map(artistKey)),
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

function firstPart(language: string): string {
  return language.toLowerCase().split("-", 1)[0] ?? "";
}

function candidateOf(row: CandidateRow): Candidate {
  const track = trackOf(row);
  if (track.affect === null)
    throw new Error(`The index of tracks with an affect holds ${track.id}, which has none.`);
  return {
    track,
    affect: track.affect.point,
    lastPlayedAt: row.last_played_at,
    artistLastPlayedAt: row.artist_last_played_at,
    plays: row.play_count,
  };
}
