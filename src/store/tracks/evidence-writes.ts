import type { Database } from "better-sqlite3";
import type { Affect } from "../../protocol/mood.ts";
import type { TrackAffect } from "../../protocol/music.ts";
import { effectiveAffect } from "./effective-affect.ts";
import { evidenceReads } from "./evidence-reads.ts";
import { affectValues } from "./track-row.ts";

export type EvidenceWrites = ReturnType<typeof evidenceWrites>;

/** Who says where a track stands. Each write leaves the track where the evidence as a whole puts it. */
export function evidenceWrites(database: Database) {
  const { evidenceOf } = evidenceReads(database);
  const say = database.prepare<object>(
    `INSERT INTO track_affects (track_seq, source, valence, arousal, confidence, word)
     VALUES (@seq, @from, @valence, @arousal, @confidence, @word)
     ON CONFLICT (track_seq, source) DO UPDATE SET
       valence = excluded.valence, arousal = excluded.arousal, confidence = excluded.confidence, word = excluded.word`,
  );
  const takeBack = database.prepare<[number, string]>(
    "DELETE FROM track_affects WHERE track_seq = ? AND source = ?",
  );
  const place = database.prepare<object>(
    `UPDATE tracks SET (valence, arousal, affect_confidence, affect_from) = (@valence, @arousal, @confidence, @from)
     WHERE seq = @seq
       AND (valence, arousal, affect_confidence, affect_from) IS NOT (@valence, @arousal, @confidence, @from)`,
  );

  const addOne = (seq: number, affect: TrackAffect): void => {
    say.run({ seq, ...affectValues(affect), word: affect.word ?? null });
  };
  const settle = (seq: number): void => {
    place.run({ seq, ...affectValues(effectiveAffect(evidenceOf(seq))) });
  };

  return {
    /** Of a track that was just added with its place. */
    addFirst: (seq: number, affects: readonly TrackAffect[]): void => {
      for (const affect of affects) addOne(seq, affect);
    },
    put: (seq: number, affect: TrackAffect): void => {
      addOne(seq, affect);
      settle(seq);
    },
    remove: (seq: number, source: TrackAffect["from"]): void => {
      takeBack.run(seq, source);
      settle(seq);
    },
    /** What its files say takes the place of what they said; a person's word and the sound stay. */
    replaceFiles: (seq: number, affects: readonly TrackAffect[]): void => {
      for (const { from } of evidenceOf(seq))
        if (isOfFiles(from) && !affects.some((affect) => affect.from === from)) takeBack.run(seq, from);
      for (const affect of affects) addOne(seq, affect);
      settle(seq);
    },
    /** Where this source puts the track; null where it says nothing. */
    wordOf: (seq: number, source: TrackAffect["from"]): Affect | null =>
      evidenceOf(seq).find(({ from }) => from === source)?.point ?? null,
    /** What the track's files say. */
    ofFiles: (seq: number): TrackAffect[] => evidenceOf(seq).filter(({ from }) => isOfFiles(from)),
  };
}

function isOfFiles(source: TrackAffect["from"]): boolean {
  return source !== "person" && source !== "guest" && source !== "sound";
}
