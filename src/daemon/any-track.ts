import type { CandidateQuery } from "../protocol/library.ts";

/** What every track answers that can be chosen at all: one that can be played, tells a mood and is not blocked. */
export const anyTrack: Omit<CandidateQuery, "target" | "limit"> = {
  notPlayedSince: Number.MAX_SAFE_INTEGER,
  notArtists: [],
  notTracks: [],
  allowExplicit: true,
  languages: null,
  onlyArtists: null,
  shortestMs: null,
  longestMs: null,
  highestArousal: null,
};
