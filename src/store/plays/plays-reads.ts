import type { Database } from "better-sqlite3";
import type { HourOfPlays, Play, PlayEffect, PlayReportRow, PlayTold } from "../../protocol/library.ts";
import type { MoodBasis, Policy } from "../../protocol/mood.ts";
import type { EpochMs, Id } from "../../protocol/time.ts";

interface PlayRow {
  id: string;
  track_id: string | null;
  title: string;
  artists: string;
  started_at: number;
  ended_at: number | null;
  mood_valence: number | null;
  mood_arousal: number | null;
  mood_label: string | null;
  mood_basis: string | null;
  end_how: NonNullable<Play["end"]>["how"] | null;
  end_by: NonNullable<Play["end"]>["by"];
  heard_ms: number | null;
}

interface ToldRow extends PlayRow {
  kind: string;
  reasons: string;
  picker_version: string | null;
}

interface EffectRow {
  seq: number;
  policy: Policy;
  mood_valence: number;
  mood_arousal: number;
  mood_basis: MoodBasis;
  during_valence: number;
  during_arousal: number;
  target_valence: number;
  target_arousal: number;
  started_at: number;
  heard_ms: number;
}

type ReportRow = Omit<PlayReportRow, "artists"> & { artists: string };

/** So many in one message that taking it apart holds the daemon's loop for under a millisecond. */
const effectsPerPage = 500;
const hourMs = 3_600_000;

/** `before` is where the next page begins; null where there is none. */
export interface EffectsPage {
  effects: PlayEffect[];
  before: number | null;
}

export function playsReads(database: Database) {
  const recent = database.prepare<[number], PlayRow>("SELECT * FROM plays ORDER BY seq DESC LIMIT ?");
  const effects = database.prepare<[number], EffectRow>(
    `SELECT seq, policy, mood_valence, mood_arousal, mood_basis, during_valence, during_arousal, target_valence,
       target_arousal, started_at, heard_ms
     FROM plays INDEXED BY plays_with_effect
     WHERE policy IS NOT NULL AND during_valence IS NOT NULL AND mood_label IS NOT NULL AND target_valence IS NOT NULL
       AND seq < ? ORDER BY seq DESC LIMIT ${effectsPerPage}`,
  );
  // A page begins at the last one's time, by the index, and leaves out what is known of that very moment.
  const reported = database.prepare<object, ReportRow>(
    `SELECT id, title, artists, album, isrc, started_at AS startedAt, heard_ms AS heardMs
     FROM plays INDEXED BY plays_by_start
     WHERE started_at >= ifnull((SELECT started_at FROM plays WHERE id = @after), @from) AND started_at < @to
       AND kind = 'track'
       AND (@after IS NULL OR (started_at, seq) > (SELECT started_at, seq FROM plays WHERE id = @after))
     ORDER BY started_at, seq LIMIT @limit`,
  );
  const told = database.prepare<[number, number], ToldRow>(
    "SELECT * FROM plays INDEXED BY plays_by_start WHERE started_at < ? ORDER BY started_at DESC, seq DESC LIMIT ?",
  );
  const hours = database.prepare<[number, number], HourOfPlays>(
    `SELECT started_at / ${hourMs} * ${hourMs} AS at, count(*) AS plays, sum(kind = 'track' AND picker_version IS NULL) AS asked,
       sum(end_how IS 'skipped') AS skipped
     FROM plays INDEXED BY plays_by_start WHERE started_at >= ? AND started_at < ? GROUP BY 1 ORDER BY 1`,
  );
  return {
    toldPlays: (before: EpochMs, limit: number): PlayTold[] =>
      told.all(before, Math.max(0, limit)).map((row) => ({
        ...playOf(row),
        reasons: JSON.parse(row.reasons),
        // A demo piece that stood in was asked for by nobody.
        asked: row.kind === "track" && row.picker_version === null,
      })),
    playsByHour: (from: EpochMs, to: EpochMs): HourOfPlays[] => hours.all(from, to),
    recentPlays: (limit: number): Play[] => recent.all(Math.max(0, limit)).map(playOf),
    effectsPage: (since: EpochMs, before: number): EffectsPage => {
      const rows = effects.all(before);
      // Older ones began before: a clock that was set by less than it takes to play a page of songs changes nothing of it.
      const recent = rows.filter(({ started_at }) => started_at >= since);
      const ends = rows.length < effectsPerPage || recent.length === 0;
      return { effects: recent.map(effectOf), before: ends ? null : (rows.at(-1)?.seq ?? null) };
    },
    report: (query: { from: EpochMs; to: EpochMs; after: Id | null; limit: number }): PlayReportRow[] =>
      reported
        .all({ ...query, limit: Math.max(0, query.limit) })
        .map((row) => ({ ...row, artists: JSON.parse(row.artists) })),
  };
}

function playOf(row: PlayRow): Play {
  return {
    id: row.id,
    trackId: row.track_id,
    title: row.title,
    artists: JSON.parse(row.artists),
    startedAt: row.started_at,
    endedAt: row.ended_at,
    mood: moodOf(row),
    end: row.end_how === null ? null : { how: row.end_how, by: row.end_by, heardMs: row.heard_ms ?? 0 },
  };
}

function effectOf(row: EffectRow): PlayEffect {
  return {
    policy: row.policy,
    before: { valence: row.mood_valence, arousal: row.mood_arousal },
    basis: row.mood_basis,
    during: { valence: row.during_valence, arousal: row.during_arousal },
    target: { valence: row.target_valence, arousal: row.target_arousal },
    startedAt: row.started_at,
    heardMs: row.heard_ms,
  };
}

function moodOf({ mood_valence, mood_arousal, mood_label, mood_basis }: PlayRow): Play["mood"] {
  if (mood_valence === null || mood_arousal === null || mood_label === null || mood_basis === null)
    return null;
  return { affect: { valence: mood_valence, arousal: mood_arousal }, label: mood_label, basis: mood_basis };
}
