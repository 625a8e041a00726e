import type { ScannedFile } from "../../protocol/library.ts";
import type { Track, TrackAffect } from "../../protocol/music.ts";
import { folded } from "../search/folding.ts";

/** The columns that make a Track, for `SELECT`; their table goes by the name `t`. */
export const trackColumns = `t.id, t.title, t.artists, t.album, t.year, t.genres, t.languages, t.duration_ms, t.explicit,
  t.gain_db, t.cover, t.bpm, t.isrc, t.valence, t.arousal, t.affect_confidence, t.affect_from, t.unplayable`;

export interface TrackRow {
  id: string;
  title: string;
  artists: string;
  album: string | null;
  year: number | null;
  genres: string;
  languages: string;
  duration_ms: number;
  explicit: 0 | 1 | null;
  gain_db: number | null;
  cover: Track["cover"];
  bpm: number | null;
  isrc: string | null;
  valence: number | null;
  arousal: number | null;
  affect_confidence: number | null;
  affect_from: TrackAffect["from"] | null;
  unplayable: string | null;
}

export function trackOf(row: TrackRow): Track {
  return { id: row.id, uri: `local:${row.id}`, ...tagsOf(row), affect: affectOf(row) };
}

/** What a track's row says without its id and its place on the circumplex. */
export function tagsOf(row: TrackRow): Omit<Track, "id" | "uri" | "affect"> {
  return {
    title: row.title,
    artists: JSON.parse(row.artists),
    album: row.album,
    year: row.year,
    genres: JSON.parse(row.genres),
    languages: JSON.parse(row.languages),
    durationMs: row.duration_ms,
    explicit: row.explicit === null ? null : row.explicit === 1,
    gainDb: row.gain_db,
    cover: row.cover,
    bpm: row.bpm,
    isrc: row.isrc,
    unplayable: row.unplayable,
  };
}

function affectOf({ valence, arousal, affect_confidence, affect_from }: TrackRow): TrackAffect | null {
  if (valence === null || arousal === null || affect_confidence === null || affect_from === null) return null;
  return { point: { valence, arousal }, confidence: affect_confidence, from: affect_from };
}

/** What a file says of its track, as named parameters. */
export function tagValues(tags: Omit<ScannedFile["track"], "affects">) {
  return {
    title: tags.title,
    titleOrder: folded(tags.title),
    artists: JSON.stringify(tags.artists),
    album: tags.album,
    year: tags.year,
    genres: JSON.stringify(tags.genres),
    languages: JSON.stringify(tags.languages),
    durationMs: tags.durationMs,
    explicit: tags.explicit === null ? null : Number(tags.explicit),
    gainDb: tags.gainDb,
    cover: tags.cover,
    bpm: tags.bpm,
    isrc: tags.isrc,
    unplayable: tags.unplayable,
  };
}

/** Where a track stands, as named parameters. */
export function affectValues(affect: TrackAffect | null) {
  return {
    valence: affect?.point.valence ?? null,
    arousal: affect?.point.arousal ?? null,
    confidence: affect?.confidence ?? null,
    from: affect?.from ?? null,
  };
}
