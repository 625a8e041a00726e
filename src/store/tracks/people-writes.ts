import type { Database } from "better-sqlite3";
import type { Affect } from "../../protocol/mood.ts";
import { artistKey } from "../../protocol/name-keys.ts";
import type { EpochMs, Id } from "../../protocol/time.ts";
import { atomically } from "../atomically.ts";
import type { BlockTarget } from "../library-tables.ts";
import type { EvidenceWrites } from "./evidence-writes.ts";

/** What people say about tracks: where they stand, and which ones are not to be heard here. */
export function peopleWrites(database: Database, evidence: EvidenceWrites) {
  const seqOf = database.prepare<[Id], number>("SELECT seq FROM tracks WHERE id = ?").pluck();
  // Of two blocks the longer one counts, and null is the longest: max() of SQL is null where one of the two is.
  const blockTrack = database.prepare<{ track: Id; at: EpochMs; until: EpochMs | null }>(
    `UPDATE tracks SET blocked_at = ifnull(blocked_at, @at),
       blocked_until = iif(blocked_at IS NULL, @until, max(blocked_until, @until))
     WHERE id = @track`,
  );
  const unblockTrack = database.prepare<[Id]>(
    "UPDATE tracks SET blocked_at = NULL, blocked_until = NULL WHERE id = ?",
  );
  const blockArtist = database.prepare<{ key: string; artist: string; at: EpochMs; until: EpochMs | null }>(
    `INSERT INTO blocked_artists (key, name, blocked_at, blocked_until) VALUES (@key, @artist, @at, @until)
     ON CONFLICT (key) DO UPDATE SET blocked_until = max(blocked_until, excluded.blocked_until)`,
  );
  const unblockArtist = database.prepare<[string]>("DELETE FROM blocked_artists WHERE key = ?");
  const liftTracks = database.prepare<[EpochMs]>(
    "UPDATE tracks SET blocked_at = NULL, blocked_until = NULL WHERE blocked_at IS NOT NULL AND blocked_until <= ?",
  );
  const liftArtists = database.prepare<[EpochMs]>("DELETE FROM blocked_artists WHERE blocked_until <= ?");

  return {
    correct: atomically(
      database,
      (
        tracks: readonly Id[],
        point: Affect | null,
        by: "person" | "guest",
        still?: Affect | null,
      ): number => {
        let changed = 0;
        for (const id of tracks) {
          const seq = seqOf.get(id);
          if (seq === undefined) continue;
          if (still !== undefined && !isSame(evidence.wordOf(seq, by), still)) continue;
          changed += 1;
          if (point === null) evidence.remove(seq, by);
          else evidence.put(seq, { point, confidence: 1, from: by });
        }
        return changed;
      },
    ),
    block: (target: BlockTarget, blocked: boolean, until: EpochMs | null): void => {
      const at = Date.now();
      if ("artist" in target) {
        const key = artistKey(target.artist);
        if (blocked) blockArtist.run({ key, artist: target.artist, at, until });
        else unblockArtist.run(key);
      } else if (blocked) blockTrack.run({ track: target.track, at, until });
      else unblockTrack.run(target.track);
    },
    liftBlocks: atomically(
      database,
      (until: EpochMs): number => liftTracks.run(until).changes + liftArtists.run(until).changes,
    ),
  };
}

const isSame = (one: Affect | null, other: Affect | null): boolean =>
  one?.valence === other?.valence && one?.arousal === other?.arousal;
