import type { Database } from "better-sqlite3";
import type { PlayBegun } from "../../protocol/library.ts";
import type { Affect } from "../../protocol/mood.ts";
import type { TrackEnd } from "../../protocol/music.ts";
import type { EpochMs, Id } from "../../protocol/time.ts";
import { atomically } from "../atomically.ts";
import { playDetails, playHeading, reasonsJson, slateJson } from "./plays-rows.ts";

/** What can be written of a play: that it began, or how it ended. */
export type PlayEntry =
  | { type: "begun"; play: PlayBegun }
  | { type: "ended"; pickId: Id; end: TrackEnd; at: EpochMs; during: Affect | null };

export function playsWrites(database: Database, placeId: string) {
  const begin = database
    .prepare<object, number>(
      `INSERT INTO plays (id, place_id, kind, track_id, title, artists, album, isrc, picked_at, started_at, reasons,
         picker_version, probability, candidates, score, mood_valence, mood_arousal, mood_label, mood_confidence,
         mood_basis, policy, target_valence, target_arousal)
       VALUES (@id, @placeId, @kind, (SELECT id FROM tracks WHERE id = @trackId), @title, @artists, @album, @isrc,
         @pickedAt, @startedAt, @reasons, @pickerVersion, @probability, @candidates, @score, @valence, @arousal, @label,
         @confidence, @basis, @policy, @targetValence, @targetArousal)
       ON CONFLICT (id) DO NOTHING RETURNING seq`,
    )
    .pluck();
  const addSlate = database.prepare<object>(
    `INSERT INTO slates (play_seq, picker_version, target_valence, target_arousal, candidates)
     VALUES (@seq, @pickerVersion, @valence, @arousal, @candidates)`,
  );
  // max(): a clock that was set back must not make a track look rested.
  const countPlay = database.prepare<object>(
    `UPDATE tracks SET play_count = play_count + 1, last_played_at = max(ifnull(last_played_at, @startedAt), @startedAt)
     WHERE id = @trackId`,
  );
  // A song that the daemon was stopped in goes on at the next start, and ends only then.
  const end = database.prepare<object>(
    `UPDATE plays SET ended_at = @at, end_how = @how, end_by = @by, end_person_id = @person, heard_ms = @heardMs,
       during_valence = iif(mood_label IS NULL, NULL, @duringValence),
       during_arousal = iif(mood_label IS NULL, NULL, @duringArousal)
     WHERE id = @pickId AND (end_how IS NULL OR (end_how = 'stopped' AND end_by = 'system'))`,
  );
  const dropSlates = database.prepare<[number]>(
    `DELETE FROM slates WHERE play_seq IN (SELECT seq FROM plays WHERE started_at < ? AND mood_label IS NOT NULL)`,
  );
  const dropMoods = database.prepare<[number]>(
    `UPDATE plays SET mood_valence = NULL, mood_arousal = NULL, mood_label = NULL, mood_confidence = NULL,
       mood_basis = NULL, policy = NULL, target_valence = NULL, target_arousal = NULL, during_valence = NULL,
       during_arousal = NULL, reasons = '[]' WHERE started_at < ? AND mood_label IS NOT NULL`,
  );

  const person = database.prepare<[Id]>("SELECT 1 FROM people WHERE id = ?");
  const isKnown = (id: Id): boolean => person.get(id) !== undefined;

  function beginOne({ pick, startedAt, mood, slate, policy, target }: PlayBegun): void {
    const { trackId, title, artists } = playHeading(pick.item);
    const started = Math.round(startedAt);
    const seq = begin.get({
      id: pick.id,
      placeId,
      trackId,
      title,
      artists: JSON.stringify(artists),
      pickedAt: Math.round(pick.pickedAt),
      startedAt: started,
      // Without a mood there is none to forget later, and reasons tell of one.
      reasons: mood === null ? "[]" : reasonsJson(pick.reasons, isKnown),
      pickerVersion: pick.draw?.pickerVersion ?? null,
      probability: pick.draw?.probability ?? null,
      candidates: pick.draw?.candidates ?? null,
      score: pick.draw?.score ?? null,
      valence: mood?.affect.valence ?? null,
      arousal: mood?.affect.arousal ?? null,
      label: mood?.label ?? null,
      confidence: mood?.confidence ?? null,
      basis: mood?.basis ?? null,
      ...playDetails(pick.item),
      policy,
      targetValence: target?.valence ?? null,
      targetArousal: target?.arousal ?? null,
    });
    if (seq === undefined) return;
    countPlay.run({ trackId, startedAt: started });
    if (slate === null) return;
    const { pickerVersion, candidates } = slate;
    addSlate.run({ seq, pickerVersion, ...slate.target, candidates: slateJson(candidates) });
  }

  return {
    writePlays: atomically(database, (entries: readonly PlayEntry[]): void => {
      for (const entry of entries) {
        if (entry.type === "begun") beginOne(entry.play);
        else {
          const { how, by, heardMs } = entry.end;
          const person = by?.kind === "person" ? by.id : null;
          end.run({
            pickId: entry.pickId,
            at: Math.round(entry.at),
            how,
            by: by?.kind ?? null,
            person,
            heardMs,
            duringValence: entry.during?.valence ?? null,
            duringArousal: entry.during?.arousal ?? null,
          });
        }
      }
    }),
    forgetMoods: atomically(database, (before: EpochMs): number => {
      dropSlates.run(before);
      return dropMoods.run(before).changes;
    }),
  };
}
