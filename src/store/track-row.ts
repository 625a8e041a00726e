import type { ScannedFile } from "../protocol/library.ts";
import type { Track, TrackAffect } from "../protocol/music.ts";
import { effectiveAffect } from "./effective-affect.ts";

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
  return {
    id: row.id,
    uri: `local:${row.id}`,
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
    affect: affectOf(row),
    unplayable: row.unplayable,
  };
}

function affectOf({ valence, arousal, affect_confidence, affect_from }: TrackRow): TrackAffect | null {
  if (valence === null || arousal === null || affect_confidence === null || affect_from === null) return null;
  return { point: { valence, arousal }, confidence: affect_confidence, from: affect_from };
}

/** What a scanned file says of its track, as named parameters. */
export function trackValues({ contentHash, track }: ScannedFile) {
  const affect = effectiveAffect(track.affects);
  return {
    contentHash,
    title: track.title,
    titleOrder: orderKey(track.title),
    artists: JSON.stringify(track.artists),
    album: track.album,
    year: track.year,
    genres: JSON.stringify(track.genres),
    languages: JSON.stringify(track.languages),
    durationMs: track.durationMs,
    explicit: track.explicit === null ? null : Number(track.explicit),
    gainDb: track.gainDb,
    cover: track.cover,
    bpm: track.bpm,
    isrc: track.isrc,
    valence: affect?.point.valence ?? null,
    arousal: affect?.point.arousal ?? null,
    affectConfidence: affect?.confidence ?? null,
    affectFrom: affect?.from ?? null,
    unplayable: track.unplayable,
  };
}

/** Artists are compared by this: without case, and however their accents are encoded. */
export function artistKey(name: string): string {
  return name.normalize("NFC").toLowerCase();
}

/** Titles are listed by this, so that Élan stands beside Elan. */
function orderKey(title: string): string {
  return title
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase();
}
