import type { Database } from "better-sqlite3";
import type { Play } from "../protocol/library.ts";

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

export function playsReads(database: Database) {
  const recent = database.prepare<[number], PlayRow>("SELECT * FROM plays ORDER BY seq DESC LIMIT ?");
  return { recentPlays: (limit: number): Play[] => recent.all(Math.max(0, limit)).map(playOf) };
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

function moodOf({ mood_valence, mood_arousal, mood_label, mood_basis }: PlayRow): Play["mood"] {
  if (mood_valence === null || mood_arousal === null || mood_label === null || mood_basis === null)
    return null;
  return { affect: { valence: mood_valence, arousal: mood_arousal }, label: mood_label, basis: mood_basis };
}
