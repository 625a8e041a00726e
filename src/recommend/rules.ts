import type { Candidate, CandidateQuery } from "../protocol/library.ts";

/**
 * Tells whether a track keeps the hard rules of a query. They hold in SQL already; here they are checked again, so
 * that a wrong query shows as a missing song and never as a forbidden one.
 */
export function rulesOf(query: CandidateQuery): (candidate: Candidate) => boolean {
  const out = new Set(query.notTracks);
  const byOut = byOneOf(query.notArtists);
  return ({ track, affect, lastPlayedAt }) =>
    track.unplayable === null &&
    (query.allowExplicit || track.explicit !== true) &&
    (lastPlayedAt === null || lastPlayedAt <= query.notPlayedSince) &&
    !out.has(track.id) &&
    !byOut(track.artists) &&
    Number.isFinite(affect.valence) &&
    Number.isFinite(affect.arousal);
}

/** Tells whether one of these artists is among those; compared without case and however the letters are encoded. */
export function byOneOf(artists: readonly string[]): (others: readonly string[]) => boolean {
  const names = new Set(artists.map(folded));
  return (others) => names.size > 0 && others.some((other) => names.has(folded(other)));
}

const folded = (name: string): string => name.normalize("NFKC").trim().toLowerCase();
