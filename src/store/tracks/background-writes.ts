import type { Database } from "better-sqlite3";
import type { SoundEstimate } from "../../protocol/library.ts";
import type { Id } from "../../protocol/time.ts";
import { atomically } from "../atomically.ts";
import type { EvidenceWrites } from "./evidence-writes.ts";

/** What is worked out of tracks in the background. */
export function backgroundWrites(database: Database, evidence: EvidenceWrites) {
  const listen = database
    .prepare<[string, Id], number>("UPDATE tracks SET sound_version = ? WHERE id = ? RETURNING seq")
    .pluck();
  const keepSound = database.prepare<object>(
    `INSERT INTO track_sounds (track_seq, version, features, failed) VALUES (@seq, @version, @features, @failed)
     ON CONFLICT (track_seq) DO UPDATE SET
       version = excluded.version, features = excluded.features, failed = excluded.failed`,
  );
  const keepCover = database.prepare<[string, string | null, Id]>(
    "UPDATE tracks SET cover_version = ?, cover_hash = ? WHERE id = ?",
  );

  return {
    putSound: atomically(
      database,
      (track: Id, estimate: SoundEstimate | { version: string; failed: string }): void => {
        const { version } = estimate;
        const seq = listen.get(version, track);
        if (seq === undefined) return;
        if ("failed" in estimate) {
          keepSound.run({ seq, version, features: null, failed: estimate.failed });
          evidence.remove(seq, "sound");
          return;
        }
        const { features, point, confidence } = estimate;
        keepSound.run({ seq, version, features: JSON.stringify(features), failed: null });
        evidence.put(seq, { point, confidence, from: "sound" });
      },
    ),
    putCovers: atomically(
      database,
      (covers: readonly { track: Id; hash: string | null }[], version: string): void => {
        for (const { track, hash } of covers) keepCover.run(version, hash, track);
      },
    ),
  };
}
