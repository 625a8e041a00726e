import type { Database } from "better-sqlite3";
import type { Play } from "../protocol/library.ts";

interface PlayRow {
  id: string;
  track_id: string | null;
  title: string;
  artists: string;
  started_at: number;
  ended_at: number | null;
  mood_valence: number;
  mood_arousal: number;
  mood_label: string;
  mood_basis: string;
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
    mood: {
      affect: { valence: row.mood_valence, arousal: row.mood_arousal },
      label: row.mood_label,
      basis: row.mood_basis,
    },
    end: row.end_how === null ? null : { how: row.end_how, by: row.end_by, heardMs: row.heard_ms ?? 0 },
  };
}
