import type { Database } from "better-sqlite3";
import type { Affect } from "../protocol/mood.ts";
import { artistKey } from "../protocol/name-keys.ts";
import type { Id } from "../protocol/time.ts";
import { atomically } from "./atomically.ts";
import type { EvidenceWrites } from "./evidence-writes.ts";
import type { BlockTarget } from "./library-tables.ts";

/** What people say about tracks: where they stand, and which ones are not to be heard here. */
export function peopleWrites(database: Database, evidence: EvidenceWrites) {
  const seqOf = database.prepare<[Id], number>("SELECT seq FROM tracks WHERE id = ?").pluck();
  const blockTrack = database.prepare<{ track: Id; at: number }>(
    "UPDATE tracks SET blocked_at = @at WHERE id = @track AND blocked_at IS NULL",
  );
  const unblockTrack = database.prepare<[Id]>("UPDATE tracks SET blocked_at = NULL WHERE id = ?");
  const blockArtist = database.prepare<[string, string, number]>(
    "INSERT INTO blocked_artists (key, name, blocked_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
  );
  const unblockArtist = database.prepare<[string]>("DELETE FROM blocked_artists WHERE key = ?");

  return {
    correct: atomically(database, (tracks: readonly Id[], point: Affect | null): number => {
      let known = 0;
      for (const id of tracks) {
        const seq = seqOf.get(id);
        if (seq === undefined) continue;
        known += 1;
        if (point === null) evidence.remove(seq, "person");
        else evidence.put(seq, { point, confidence: 1, from: "person" });
      }
      return known;
    }),
    block: (target: BlockTarget, blocked: boolean): void => {
      const at = Date.now();
      if ("artist" in target) {
        const key = artistKey(target.artist);
        if (blocked) blockArtist.run(key, target.artist, at);
        else unblockArtist.run(key);
      } else if (blocked) blockTrack.run({ track: target.track, at });
      else unblockTrack.run(target.track);
    },
  };
}
