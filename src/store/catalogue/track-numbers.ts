import type { Database } from "better-sqlite3";
import type { Id } from "../../protocol/time.ts";
import { idsOf, type JoinedIds } from "./asked-candidates.ts";
import type { CatalogueReads } from "./catalogue-reads.ts";

/** Of single songs: the likes and dislikes of five people at their longest; some 150 bytes each. */
const idsAtMost = 10_000;
/** Of whole lists: one pick asks with the same two again and again. */
const listsAtMost = 4;

/**
 * Answers the `seq` of tracks by their ids. Whoever is here by name has the same thousand songs named in every question
 * of every pick, and the database took longer to look them up than all the rest of the pick took (`npm run bench --
 * picks`, somebody's turn).
 */
export function trackNumbers(database: Database, catalogue: Pick<CatalogueReads, "onChange">) {
  const seqOf = database.prepare<[Id], number>("SELECT seq FROM tracks WHERE id = ?").pluck();
  const seqs = new Map<Id, number>();
  const ids = new Map<number, Id>();
  const lists = new Map<JoinedIds, ReadonlySet<number>>();

  function forgetAll(): void {
    seqs.clear();
    ids.clear();
  }

  function lookUp(id: Id): number | undefined {
    const seq = seqOf.get(id);
    if (seq === undefined) return undefined;
    if (seqs.size >= idsAtMost) forgetAll();
    seqs.set(id, seq);
    ids.set(seq, id);
    return seq;
  }

  catalogue.onChange((seq) => {
    lists.clear();
    if (seq === null) return forgetAll();
    // When the newest track goes, SQLite gives its number to the next that comes.
    const id = ids.get(seq);
    ids.delete(seq);
    if (id !== undefined) seqs.delete(id);
  });

  /** Those that are unknown are left out. */
  return (asked: JoinedIds): ReadonlySet<number> => {
    const known = lists.get(asked);
    if (known !== undefined) return known;
    const found = new Set<number>();
    for (const id of idsOf(asked)) {
      const seq = seqs.get(id) ?? lookUp(id);
      if (seq !== undefined) found.add(seq);
    }
    if (lists.size >= listsAtMost) lists.clear();
    lists.set(asked, found);
    return found;
  };
}
