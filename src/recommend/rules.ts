import type { Candidate, CandidateQuery } from "../protocol/library.ts";

/**
 * Whether a track keeps the hard rules of the query that it came from. They hold in SQL already; here they are
 * checked again, so that a wrong query shows as a missing song and never as a forbidden one.
 */
export function keepsRules({ track, affect, lastPlayedAt }: Candidate, query: CandidateQuery): boolean {
  return (
    track.unplayable === null &&
    (query.allowExplicit || track.explicit !== true) &&
    (lastPlayedAt === null || lastPlayedAt <= query.notPlayedSince) &&
    !query.notTracks.includes(track.id) &&
    !isByOneOf(track.artists, query.notArtists) &&
    Number.isFinite(affect.valence) &&
    Number.isFinite(affect.arousal)
  );
}

/** Compared without case, and without regard to how the letters are encoded. */
export function isByOneOf(artists: readonly string[], others: readonly string[]): boolean {
  if (artists.length === 0 || others.length === 0) return false;
  const names = new Set(others.map(folded));
  return artists.some((artist) => names.has(folded(artist)));
}

const folded = (name: string): string => name.normalize("NFKC").trim().toLowerCase();
