import type { Database } from "better-sqlite3";
import { uuidv7 } from "uuidv7";
import type { ScannedFile } from "../../protocol/library.ts";
import { effectiveAffect } from "./effective-affect.ts";
import type { EvidenceWrites } from "./evidence-writes.ts";
import { affectValues, type TrackRow, tagsOf, tagValues, trackColumns } from "./track-row.ts";

const columns =
  "title, title_order, artists, album, year, genres, languages, duration_ms, explicit, gain_db, cover, bpm, isrc, unplayable";
const values =
  "@title, @titleOrder, @artists, @album, @year, @genres, @languages, @durationMs, @explicit, @gainDb, @cover, @bpm, " +
  "@isrc, @unplayable";

export type FileWords = ScannedFile["track"];
export type TrackWrites = ReturnType<typeof trackWrites>;

/** Rows of tracks, as their files tell them. */
export function trackWrites(database: Database, placeId: string, evidence: EvidenceWrites) {
  const insert = database
    .prepare<object, number>(
      `INSERT INTO tracks
         (id, place_id, present, content_hash, ${columns}, valence, arousal, affect_confidence, affect_from)
       VALUES (@id, @placeId, 1, @contentHash, ${values}, @valence, @arousal, @confidence, @from) RETURNING seq`,
    )
    .pluck();
  // A changed file may have another picture too.
  const update = database.prepare<object>(
    `UPDATE tracks SET present = 1, cover_version = '', also = @also, (${columns}) = (${values}) WHERE seq = @seq`,
  );
  const row = database.prepare<[number], TrackRow>(`SELECT ${trackColumns} FROM tracks t WHERE t.seq = ?`);
  const rehash = database.prepare<[string, number]>("UPDATE tracks SET content_hash = ? WHERE seq = ?");
  const forgetSound = database.prepare<[number]>("DELETE FROM track_sounds WHERE track_seq = ?");
  const unlisten = database.prepare<[number]>("UPDATE tracks SET sound_version = '' WHERE seq = ?");

  return {
    add: (contentHash: string, { affects, ...tags }: FileWords): number => {
      const where = affectValues(effectiveAffect(affects));
      const seq = insert.get({ id: uuidv7(), placeId, contentHash, ...tagValues(tags), ...where });
      if (seq === undefined) throw new Error("INSERT … RETURNING gave no row.");
      evidence.addFirst(seq, affects);
      return seq;
    },
    /** `also`: by which other names its copies go. */
    change: (seq: number, { affects, ...tags }: FileWords, also: string | null): void => {
      update.run({ seq, also, ...tagValues(tags) });
      evidence.replaceFiles(seq, affects);
    },
    /** The same track, but another recording of it: what the old one sounded like says nothing any more. */
    sounds: (seq: number, contentHash: string): void => {
      rehash.run(contentHash, seq);
      forgetSound.run(seq);
      unlisten.run(seq);
      evidence.remove(seq, "sound");
    },
    /** What the one file of a track said when it was put. */
    words: (seq: number): FileWords => {
      const found = row.get(seq);
      if (found === undefined) throw new Error(`A file belongs to track ${seq}, which is not there.`);
      return { ...tagsOf(found), affects: evidence.ofFiles(seq) };
    },
  };
}
