import type { CandidateQuery } from "../protocol/library.ts";
import type { ArtistRegister } from "./artist-register.ts";
import type { LanguageRegister } from "./language-register.ts";
import { isBlocked, isExplicit, isPlayable, isPresent, never, type TrackColumns } from "./track-columns.ts";

export interface RuleTables {
  columns: TrackColumns;
  artists: ArtistRegister;
  languages: LanguageRegister;
}

/** Whether a track keeps the hard rules of a query; `notTracks` are told by `seq`. */
export function keepsRules(
  { columns, artists, languages }: RuleTables,
  query: CandidateQuery,
  notTracks: ReadonlySet<number>,
): (seq: number) => boolean {
  const wanted = isPresent | isPlayable;
  const asked = wanted | isBlocked | (query.allowExplicit ? 0 : isExplicit);
  const { notPlayedSince } = query;
  const highest = query.highestArousal ?? Number.POSITIVE_INFINITY;
  const shortest = query.shortestMs ?? 0;
  const longest = query.longestMs ?? Number.POSITIVE_INFINITY;
  const spoken = query.languages && languages.withOneOf(query.languages);
  const out = artists.numbersOf(query.notArtists);
  const only = query.onlyArtists && artists.numbersOf(query.onlyArtists);
  const { arousal, durationMs, heard, artistList, languageSet } = columns;

  return (seq) => {
    if (!columns.has(seq, asked, wanted)) return false;
    const last = heard[seq] as number;
    if (last !== never && last >= notPlayedSince) return false;
    if ((arousal[seq] as number) > highest) return false;
    const ms = durationMs[seq] as number;
    if (ms < shortest || ms > longest) return false;
    if (spoken !== null && spoken[languageSet[seq] as number] !== true) return false;
    const list = artistList[seq] as number;
    if (out.size > 0 && artists.isOneOf(list, out)) return false;
    if (only !== null && !artists.isOneOf(list, only)) return false;
    return !notTracks.has(seq) && !artists.isBlocked(list);
  };
}
