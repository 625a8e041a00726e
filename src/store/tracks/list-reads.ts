import type { Database } from "better-sqlite3";
import type { Track } from "../../protocol/music.ts";
import type { Id } from "../../protocol/time.ts";
import type { CatalogueReads } from "../catalogue/catalogue-reads.ts";
import type { ListQuery, TrackList } from "../library-tables.ts";
import { nearly } from "../search/nearly.ts";
import { search } from "../search/search.ts";
import { searchExpression } from "../search/search-text.ts";
import { folderPrefix } from "./root-writes.ts";
import { type TrackRow, trackColumns, trackOf } from "./track-row.ts";

/** Nobody reads further; whoever wants fewer types on. */
const foundAtMost = 1000;
/** So few are put in order by themselves; of more, the index of titles soon meets enough. */
const fewTracks = 2000;

/** Tracks one by one, and in lists. */
export function listReads(database: Database, catalogue: CatalogueReads) {
  const { best, all } = search(database);
  const meant = nearly(database);
  const isRebuilt = database.prepare<[], 1>("SELECT 1 FROM search_rebuild").pluck();
  const track = database.prepare<[Id], TrackRow>(`SELECT ${trackColumns} FROM tracks t WHERE t.id = ?`);
  const bySeq = database.prepare<[number], TrackRow>(`SELECT ${trackColumns} FROM tracks t WHERE t.seq = ?`);
  const byTitle = database
    .prepare<[], number>(
      "SELECT seq FROM tracks INDEXED BY tracks_by_title WHERE present = 1 ORDER BY title_order, seq",
    )
    .pluck();
  const orderedByTitle = database
    .prepare<[string], number>(
      `SELECT t.seq FROM json_each(?) asked CROSS JOIN tracks t ON t.seq = asked.value ORDER BY t.title_order, t.seq`,
    )
    .pluck();
  const presentFile = `SELECT f.path FROM files f
    WHERE f.track_seq = t.seq AND f.missing_since IS NULL AND f.outside_since IS NULL ORDER BY f.rowid LIMIT 1`;
  const files = database
    .prepare<[Id], string>(
      "SELECT f.path FROM tracks t JOIN files f ON f.track_seq = t.seq WHERE t.id = ? ORDER BY f.rowid",
    )
    .pluck();
  const elsewhere = database
    .prepare<{ ids: string; prefix: string }, number>(
      `SELECT count(*) FROM json_each(@ids) asked CROSS JOIN tracks t ON t.id = asked.value WHERE EXISTS
         (SELECT 1 FROM files f WHERE f.track_seq = t.seq AND f.missing_since IS NULL AND f.outside_since IS NULL
            AND substr(f.path, 1, length(@prefix)) <> @prefix)`,
    )
    .pluck();
  const path = database
    .prepare<[Id], string | null>(`SELECT (${presentFile}) FROM tracks t WHERE t.id = ?`)
    .pluck();
  const pathOfSound = database
    .prepare<[string], string | null>(
      `SELECT (${presentFile}) FROM tracks t WHERE t.content_hash = ? AND t.present = 1 LIMIT 1`,
    )
    .pluck();
  const pageAfter = database.prepare<[number, number], TrackRow & { seq: number; path: string }>(
    `SELECT t.seq, (${presentFile}) AS path, ${trackColumns} FROM tracks t
     WHERE t.seq > ? AND t.present = 1 ORDER BY t.seq LIMIT ?`,
  );

  /** The beginning of the list, as far as it is asked for. */
  function listed({ search, filter = {}, order, orNearly = false, ...page }: ListQuery): {
    total: number;
    more: boolean;
    seqs: readonly number[];
    nearly?: true;
  } {
    const now = catalogue.now();
    const accepts = now.accepting(filter);
    const upTo = page.offset + page.limit;
    const words = search === null ? null : searchExpression(search);
    if (search === null || words === null) {
      const total = now.count(accepts);
      if (total === 0) return { total, more: false, seqs: [] };
      if (filter.near !== undefined)
        return { total, more: false, seqs: now.nearest(filter.near, upTo, accepts) };
      if (order === "newest") return { total, more: false, seqs: first(upTo, now.newest(), accepts) };
      const seqs =
        total <= fewTracks
          ? orderedByTitle.all(JSON.stringify(first(total, now.newest(), accepts))).slice(0, upTo)
          : first(upTo, byTitle.iterate(), accepts);
      return { total, more: false, seqs };
    }
    const most = filter.near === undefined ? foundAtMost + 1 : Number.POSITIVE_INFINITY;
    const asTyped = all(most, accepts, words);
    const others = asTyped.length === 0 && orNearly ? meant(search) : null;
    const found = others === null ? asTyped : all(most, accepts, others);
    const asked = found.length === 0 || others === null ? {} : { nearly: true as const };
    const known = { ...asked, total: Math.min(found.length, foundAtMost), more: found.length > foundAtMost };
    if (found.length === 0) return { ...known, seqs: [] };
    if (filter.near === undefined)
      return { ...known, seqs: best(search, Math.min(upTo, foundAtMost), accepts, others ?? words) };
    return { ...known, seqs: now.nearest(filter.near, Math.min(upTo, foundAtMost), () => true, found) };
  }

  return {
    track: (id: Id): Track | null => {
      const row = track.get(id);
      return row === undefined ? null : trackOf(row);
    },
    files: (ids: readonly Id[]): string[][] => ids.map((id) => files.all(id)),
    countElsewhere: (ids: readonly Id[], folder: string): number =>
      elsewhere.get({ ids: JSON.stringify(ids), prefix: folderPrefix(folder) }) ?? 0,
    path: (id: Id): string | null => path.get(id) ?? null,
    pathsOfSounds: (contentHashes: readonly string[]): (string | null)[] =>
      contentHashes.map((contentHash) => pathOfSound.get(contentHash) ?? null),
    list: database.transaction((asked: ListQuery): TrackList => {
      const query = { ...asked, limit: Math.max(0, asked.limit), offset: Math.max(0, asked.offset) };
      const { total, more, seqs, nearly } = listed(query);
      const rows = seqs.slice(query.offset).flatMap((seq) => bySeq.get(seq) ?? []);
      const partial = query.search !== null && isRebuilt.get() === 1;
      return { total, more, partial, ...(nearly && { nearly }), tracks: rows.map(trackOf) };
    }),
    page: (after: number, limit: number): { seq: number; track: Track; path: string }[] =>
      pageAfter
        .all(after, Math.max(0, limit))
        .map(({ seq, path, ...row }) => ({ seq, path, track: trackOf(row) })),
  };
}

function first(count: number, seqs: Iterable<number>, accepts: (seq: number) => boolean): number[] {
  const taken: number[] = [];
  for (const seq of seqs) {
    if (taken.length >= count) break;
    if (accepts(seq)) taken.push(seq);
  }
  return taken;
}
