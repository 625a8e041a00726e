import type { Database } from "better-sqlite3";
import { runs } from "./search-text.ts";

/** A shorter word is near to too many others. */
const SHORTEST = 4;
/** From so many letters on two of them may be wrong. */
const LONG = 8;
/** Whoever mistypes more of them may as well type on. */
const MISTYPED_AT_MOST = 2;
/** Of words that are as near as each other. */
const MOST = 4;

/**
 * What somebody may have meant whose words find nothing: for each word that no song has, those that differ from it by a
 * letter, or two of a long word. It must begin with the same two letters, or these swapped: the index gives those in a few
 * milliseconds, and mistakes are seldom made there.
 */
export function nearly(database: Database) {
  // Of this connection alone: the index's own list of words, by another name.
  database.exec("CREATE VIRTUAL TABLE temp.search_terms USING fts5vocab ('main', 'tracks_search', 'row')");
  const isThere = database
    .prepare<[string, string], 1>("SELECT 1 FROM search_terms WHERE term >= ? AND term < ? LIMIT 1")
    .pluck();
  const beginning = database
    .prepare<[string, string, number], string>(
      "SELECT term FROM search_terms WHERE term >= ? AND term < ? AND length(term) >= ?",
    )
    .pluck();
  const begins = (word: string): [string, string] => [word, `${word}\u{10ffff}`];

  function nearest(word: string): readonly string[] {
    const [first = "", second = "", ...rest] = word;
    const far = rest.length + 2 >= LONG ? 2 : 1;
    const terms = [...new Set([first + second, second + first])].flatMap((two) =>
      beginning.all(...begins(two), word.length - far),
    );
    const near = terms
      .map((term) => ({ term, away: awayFromBeginning(word, term, far) }))
      .filter(({ away }) => away <= far);
    const least = Math.min(...near.map(({ away }) => away));
    const longer = (term: string): number => Math.abs(term.length - word.length);
    return near
      .filter(({ away }) => away === least)
      .map(({ term }) => term)
      .toSorted((one, other) => longer(one) - longer(other))
      .slice(0, MOST);
  }

  /** As an FTS5 expression; null where nothing is near, or every word is there as it was typed. */
  return (text: string): string | null => {
    let mistyped = 0;
    const parts: string[] = [];
    for (const { word, isUnspaced } of runs(text)) {
      if (isUnspaced) return null;
      if (isThere.get(...begins(word)) === 1) parts.push(`"${word}"*`);
      else {
        const terms = [...word].length < SHORTEST || ++mistyped > MISTYPED_AT_MOST ? [] : nearest(word);
        if (terms.length === 0) return null;
        parts.push(`(${terms.map((term) => `"${term}"`).join(" OR ")})`);
      }
    }
    return mistyped > 0 ? parts.join(" AND ") : null;
  };
}

/** So long a word is looked at: titles have no longer ones that are typed. */
const LONGEST = 64;
const rows = [0, 1, 2].map(() => new Uint8Array(LONGEST + 4));

/**
 * How many letters are wrong, missing, too many or swapped with their neighbour, where what is typed may be the beginning
 * of the word only; more than `far` is told as `far + 1`. A thousand words are compared for one that was mistyped: so only
 * what lies within `far` of the diagonal is reckoned, in rows that are made once.
 */
export function awayFromBeginning(typed: string, word: string, far: number): number {
  const tooFar = far + 1;
  const length = Math.min(typed.length, LONGEST);
  if (word.length < length - far) return tooFar;
  const width = Math.min(word.length, length + far);
  let [before, row, next] = rows as [Uint8Array, Uint8Array, Uint8Array];
  for (let at = 0; at <= width; at++) row[at] = Math.min(at, tooFar);
  for (let letter = 1; letter <= length; letter++) {
    const [from, to] = [Math.max(1, letter - far), Math.min(width, letter + far)];
    const code = typed.charCodeAt(letter - 1);
    const codeBefore = typed.charCodeAt(letter - 2);
    next[from - 1] = from === 1 ? Math.min(letter, tooFar) : tooFar;
    let least = next[from - 1] as number;
    for (let at = from; at <= to; at++) {
      const other = word.charCodeAt(at - 1);
      let away = (row[at - 1] as number) + (code === other ? 0 : 1);
      // Outside of what is reckoned stands what is too far.
      if (at < letter + far) away = Math.min(away, (row[at] as number) + 1);
      away = Math.min(away, (next[at - 1] as number) + 1);
      if (letter > 1 && at > 1 && code === word.charCodeAt(at - 2) && codeBefore === other)
        away = Math.min(away, (before[at - 2] as number) + 1);
      next[at] = Math.min(away, tooFar);
      least = Math.min(least, away);
    }
    if (least > far) return tooFar;
    [before, row, next] = [row, next, before];
  }
  let away = tooFar;
  for (let at = Math.max(0, length - far); at <= Math.min(width, length + far); at++)
    away = Math.min(away, row[at] as number);
  return away;
}
