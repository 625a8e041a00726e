import type { Candidate, CandidateQuery } from "../protocol/library.ts";
import { artistKey, languageKey } from "../protocol/name-keys.ts";
import type { Id } from "../protocol/time.ts";

/**
 * Tells whether a track keeps the hard rules of a query. The store keeps them already; here they are checked again, so
 * that a wrong query shows as a missing song and never as a forbidden one. Who is blocked is known to the store alone.
 */
export function rulesOf(query: CandidateQuery): (candidate: Candidate) => boolean {
  const out = setOf(query.notTracks);
  const byOut = byOneOf(query.notArtists);
  const { languages, onlyArtists, onlyTracks, artistsNotPlayedSince = Number.POSITIVE_INFINITY } = query;
  const spoken = languages === null ? null : inOneOf(languages);
  const byWished = onlyArtists === null ? null : byOneOf(onlyArtists);
  const only = onlyTracks === undefined ? null : setOf(onlyTracks);
  return ({ track, affect, lastPlayedAt, artistLastPlayedAt }) =>
    track.unplayable === null &&
    (query.allowExplicit || track.explicit !== true) &&
    (lastPlayedAt === null || lastPlayedAt <= query.notPlayedSince) &&
    (artistLastPlayedAt === null || artistLastPlayedAt <= artistsNotPlayedSince) &&
    !out.has(track.id) &&
    !byOut(track.artists) &&
    (spoken === null || spoken(track.languages)) &&
    (byWished === null || byWished(track.artists)) &&
    (only === null || only.has(track.id)) &&
    track.durationMs >= (query.shortestMs ?? 0) &&
    track.durationMs <= (query.longestMs ?? Number.POSITIVE_INFINITY) &&
    affect.arousal <= (query.highestArousal ?? 1) &&
    Number.isFinite(affect.valence) &&
    Number.isFinite(affect.arousal);
}

const sets = new WeakMap<readonly Id[], ReadonlySet<Id>>();

/** Made once for each list: the questions of a pick name the same thousands of songs. */
function setOf(ids: readonly Id[]): ReadonlySet<Id> {
  const made = sets.get(ids) ?? new Set(ids);
  sets.set(ids, made);
  return made;
}

/** Tells whether one of these artists is among those; compared without case and however the letters are encoded. */
export function byOneOf(artists: readonly string[]): (others: readonly string[]) => boolean {
  const names = new Set(artists.map(artistKey));
  return (others) => names.size > 0 && others.some((other) => names.has(artistKey(other)));
}

/** Tells whether one of these languages is among those; `en` and `en-GB` are the same. */
export function inOneOf(languages: readonly string[]): (others: readonly string[]) => boolean {
  const wanted = new Set(languages.map(languageKey));
  return (others) => others.some((other) => wanted.has(languageKey(other)));
}
