import type { Candidate, CandidateQuery } from "../protocol/library.ts";
import type { Looks, Mood, Policy } from "../protocol/mood.ts";
import type { EpochMs, Id } from "../protocol/time.ts";
import type { Target } from "./target.ts";

/** What the picker goes by. */
export interface PickRequest {
  mood: Mood;
  /** The faces behind that mood: they go with the pick, as those of a minute later are not why it was picked. */
  looks: Looks;
  policy: Policy;
  target: Target;
  now: EpochMs;
  /** How long a track rests after it began, and how long its artists do. */
  restMs: number;
  artistRestMs: number;
  /** 0 always takes the best, 1 hardly minds. */
  adventure: number;
  allowExplicit: boolean;
  /** Null knows no limit. */
  highestArousal: number | null;
  shortestMs: number | null;
  longestMs: number | null;
  /** What a guest chose for now, heard first of all while there is any. Empty wishes nothing. */
  wishes: { languages: readonly string[]; artists: readonly string[] };
  /** The owner's, while there are enough and no guest chose others. Empty takes every language. */
  languages: readonly string[];
  /** Artists who come sooner than others. */
  favourites: readonly string[];
  /** The artists of the song that will have played just before. */
  lastArtists: readonly string[];
  /** The artists of all songs that are playing or queued: their rest has not begun yet. */
  comingArtists: readonly string[];
  /** Tracks that are playing or queued, in the order in which they are heard: the last one is just before. */
  notTracks: readonly Id[];
}

export interface PickTools {
  candidates: (query: CandidateQuery) => Promise<readonly Candidate[]>;
  /** 0 ≤ x < 1. */
  random: () => number;
  newId: () => Id;
}

/** The languages that count now; none where every language does. */
export function languagesOf({ wishes, languages }: PickRequest): readonly string[] {
  return wishes.languages.length > 0 ? wishes.languages : languages;
}
