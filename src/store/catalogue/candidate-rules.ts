import type { TodaysRules } from "../../protocol/library.ts";
import type { ArtistRegister } from "./artist-register.ts";
import type { AskedCandidates } from "./asked-candidates.ts";
import type { LanguageRegister } from "./language-register.ts";
import {
  isBlocked,
  isExplicit,
  isPlaced,
  isPlayable,
  isPresent,
  never,
  type TrackColumns,
} from "./track-columns.ts";

export interface RuleTables {
  columns: TrackColumns;
  artists: ArtistRegister;
  languages: LanguageRegister;
}

/** Whether a track keeps the hard rules of a query, of which `notTracks` are given by their `seq`. */
export function keepsRules(
  { columns, artists, languages }: RuleTables,
  query: AskedCandidates,
  notTracks: ReadonlySet<number>,
): (seq: number) => boolean {
  const wanted = isPresent | isPlayable;
  const asked = wanted | isBlocked | (query.allowExplicit ? 0 : isExplicit);
  const { notPlayedSince, artistsNotPlayedSince = Number.POSITIVE_INFINITY } = query;
  const highest = query.highestArousal ?? Number.POSITIVE_INFINITY;
  const shortest = query.shortestMs ?? 0;
  const longest = query.longestMs ?? Number.POSITIVE_INFINITY;
  const spoken = query.languages && languages.withOneOf(query.languages);
  const out = artists.listsWith(query.notArtists);
  const only = query.onlyArtists && artists.listsWith(query.onlyArtists);
  const { blocked } = artists;
  const { arousal, durationMs, heard, artistList, languageSet } = columns;

  // What rules out most comes first: each column that is looked into is another place in memory.
  return (seq) => {
    if (!columns.has(seq, asked, wanted)) return false;
    const list = artistList[seq] as number;
    if (blocked[list] === 1 || out[list] === 1 || (only !== null && only[list] !== 1)) return false;
    if (spoken !== null && spoken[languageSet[seq] as number] !== true) return false;
    const last = heard[seq] as number;
    if (last !== never && last >= notPlayedSince) return false;
    if ((arousal[seq] as number) > highest) return false;
    const ms = durationMs[seq] as number;
    if (ms < shortest || ms > longest || notTracks.has(seq)) return false;
    return artists.heard(list) < artistsNotPlayedSince;
  };
}

/** Whether a track that could be played may come at some time of the rest of the day; without rules every one may. */
export function keepsTodaysRules(columns: TrackColumns, rules: TodaysRules | null): (seq: number) => boolean {
  if (rules === null) return () => true;
  const shortest = rules.shortestMs ?? 0;
  const longest = rules.longestMs ?? Number.POSITIVE_INFINITY;
  const hours = rules.hours.map(({ allowExplicit, highestArousal }) => ({
    forbidden: allowExplicit ? 0 : isExplicit,
    highest: highestArousal ?? Number.POSITIVE_INFINITY,
  }));
  const { arousal, durationMs } = columns;
  return (seq) => {
    // Nothing is chosen that stands nowhere on the map.
    if (!columns.has(seq, isPlaced)) return false;
    const ms = durationMs[seq] as number;
    if (ms < shortest || ms > longest) return false;
    const lively = arousal[seq] as number;
    return hours.some(({ forbidden, highest }) => lively <= highest && columns.has(seq, forbidden, 0));
  };
}
