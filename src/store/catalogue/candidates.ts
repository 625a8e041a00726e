import type { Database } from "better-sqlite3";
import type { AskedCandidates } from "./asked-candidates.ts";
import type { CatalogueReads } from "./catalogue-reads.ts";
import type { CandidatesAnswer } from "./sent-tracks.ts";
import { trackNumbers } from "./track-numbers.ts";

/** The most rows that one query answers. */
const candidatesAtMost = 500;
/** A track takes about a kilobyte in the daemon's memory, which keeps also what has changed or gone since. */
const sentAtMost = 6000;

/** The nearest tracks that the hard rules allow. */
export function candidateReads(database: Database, catalogue: CatalogueReads) {
  const numbersOf = trackNumbers(database, catalogue);
  // One string for all rows, of which the lists are JSON already: objects would take four times as long on their way to
  // the daemon's thread.
  const rows = database
    .prepare<[string], string>(
      `SELECT '[' || group_concat('[' || t.artists || ',' || t.genres || ',' || t.languages || ',' || substr(
         json_array(t.seq, t.id, t.title, t.album, t.year, t.duration_ms, t.explicit, t.gain_db, t.cover, t.bpm, t.isrc,
           t.valence, t.arousal, t.affect_confidence, t.affect_from, t.unplayable), 2)) || ']'
       FROM json_each(?) asked CROSS JOIN tracks t ON t.seq = asked.value`,
    )
    .pluck();

  /** What the daemon's thread has of tracks as they are now, and how many it was sent, with those that have changed since. */
  const sent = new Set<number>();
  let sentInAll = 0;
  catalogue.onChange((seq) => {
    if (seq === null) sent.clear();
    else sent.delete(seq);
  });
  let isFirst = true;

  function candidates(query: AskedCandidates): CandidatesAnswer {
    const limit = Math.max(0, Math.min(query.limit, candidatesAtMost));
    const now = catalogue.now();
    const notTracks = numbersOf(query.notTracks);
    const onlyTracks = query.onlyTracks === null ? null : numbersOf(query.onlyTracks);
    const found = now.candidates(query, { notTracks, onlyTracks }, limit);
    const startAnew = isFirst || sentInAll + found.length > sentAtMost;
    const missing = startAnew ? found : found.filter((seq) => !sent.has(seq));
    const answer: CandidatesAnswer = {
      startAnew,
      tracks: missing.length === 0 ? "[]" : (rows.get(JSON.stringify(missing)) ?? "[]"),
      seqs: Int32Array.from(found),
      heard: new Float64Array(found.length),
      artistHeard: new Float64Array(found.length),
      plays: new Uint32Array(found.length),
    };
    const { columns, artists } = now;
    for (const [at, seq] of found.entries()) {
      answer.heard[at] = columns.heard[seq] as number;
      answer.artistHeard[at] = artists.heard(columns.artistList[seq] as number);
      answer.plays[at] = columns.plays[seq] as number;
    }
    if (startAnew) {
      sent.clear();
      sentInAll = 0;
    }
    sentInAll += missing.length;
    for (const seq of missing) sent.add(seq);
    isFirst = false;
    return answer;
  }

  /** Each in its turn: `SentTracks` takes the answers in the same order. */
  return { candidates: (queries: readonly AskedCandidates[]) => queries.map(candidates) };
}
