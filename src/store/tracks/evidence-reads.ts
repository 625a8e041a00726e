import type { Database } from "better-sqlite3";
import type { AffectSource, TrackAffect } from "../../protocol/music.ts";

interface EvidenceRow {
  source: AffectSource;
  valence: number;
  arousal: number;
  confidence: number;
  word: string | null;
}

/** What each source says of a track by its `seq`. */
export function evidenceReads(database: Database) {
  const said = database.prepare<[number], EvidenceRow>(
    "SELECT source, valence, arousal, confidence, word FROM track_affects WHERE track_seq = ?",
  );
  return {
    evidenceOf: (seq: number): TrackAffect[] =>
      said.all(seq).map(({ source, valence, arousal, confidence, word }) => ({
        point: { valence, arousal },
        confidence,
        from: source,
        ...(word !== null && { word }),
      })),
  };
}
