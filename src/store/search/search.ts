import type { Database } from "better-sqlite3";
import { folded } from "./folding.ts";

type Accepts = (seq: number) => boolean;

/**
 * Full-text search that costs as much as is shown of it. FTS5 can order by bm25 only after it has looked up every
 * match, which takes 20 ms of CPU for one letter in 100,000 tracks. Here matches come in tiers, and within a tier in
 * the order in which the library was read: an artist's albums one after the other.
 */
export function search(database: Database) {
  const beginning = database
    .prepare<{ from: string; to: string }, number>(
      `SELECT seq FROM tracks INDEXED BY tracks_by_title
       WHERE present = 1 AND title_order >= @from AND title_order < @to ORDER BY title_order, seq`,
    )
    .pluck();
  const matching = database
    .prepare<[string], number>("SELECT rowid FROM tracks_search WHERE tracks_search MATCH ?")
    .pluck();

  return {
    /** The best of what a person may mean, by `seq`: first titles that begin so, then words of titles, of artists. */
    best: (text: string, limit: number, accepts: Accepts, words: string): number[] => {
      const typed = folded(text.trim());
      const found = new Set<number>();
      const take = (tier: Iterable<number>): void => {
        for (const seq of tier) {
          if (found.size >= limit) return;
          if (accepts(seq)) found.add(seq);
        }
      };
      take(beginning.iterate({ from: typed, to: `${typed}\u{10ffff}` }));
      for (const expression of [`{title} : (${words})`, `{artists} : (${words})`, words])
        if (found.size < limit) take(matching.iterate(expression));
      return [...found];
    },
    /** Whatever may be meant, in no particular order. */
    all: (limit: number, accepts: Accepts, words: string): number[] => {
      const found: number[] = [];
      for (const seq of matching.iterate(words)) {
        if (found.length >= limit) break;
        if (accepts(seq)) found.push(seq);
      }
      return found;
    },
  };
}
