import type { Candidate, CandidateQuery } from "../protocol/library.ts";
import type { Looks, Mood, Policy } from "../protocol/mood.ts";
import type { EpochMs, Id } from "../protocol/time.ts";
import type { Target } from "./target.ts";

/** Somebody who is here, and whose turn it is to have a song chosen for them. */
export interface Turn {
  /** Goes with the pick, and never who it is. */
  visit: Id;
  /** Whether the reasons may say what they like. */
  tells: boolean;
  /** What they like in general; empty where they have not said. */
  languages: readonly string[];
  artists: readonly string[];
  songs: readonly Id[];
}

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
  /** Null where nobody is here by name. What they like stands in for what the owner likes, and gives way to a guest's wishes. */
  turn: Turn | null;
  /** Songs that somebody here never wants to hear: they come only where nothing else is left at all. */
  unwanted: readonly Id[];
  /** The owner's, while there are enough and no guest chose others. Empty takes every language. */
  languages: readonly string[];
  /** Artists who come sooner than others. */
  favourites: readonly string[];
  /** The artists of the songs that will be heard just before it and, where a guest waits for one, just after it. */
  lastArtists: readonly string[];
  /** The artists of all songs that are playing, queued or waited for: their rest has not begun yet. */
  comingArtists: readonly string[];
  /** Tracks that guests wait for, then those that are playing or queued in the order in which they are heard: the last one is just before. */
  notTracks: readonly Id[];
}

export interface PickTools {
  candidates: (query: CandidateQuery) => Promise<readonly Candidate[]>;
  /** 0 ≤ x < 1. */
  random: () => number;
  newId: () => Id;
}

/** The languages that count now, and who says so; none where every language does. */
export function spokenFor({ wishes, turn, languages }: PickRequest): {
  languages: readonly string[];
  by: "guest" | "person" | "owner";
} {
  if (wishes.languages.length > 0) return { languages: wishes.languages, by: "guest" };
  if (turn !== null && turn.languages.length > 0) return { languages: turn.languages, by: "person" };
  return { languages, by: "owner" };
}

export function languagesOf(request: PickRequest): readonly string[] {
  return spokenFor(request).languages;
}

/** What comes sooner than others: of whoever's turn it is, where they have said, or else of the owner. */
export function likedIn({ turn, favourites }: PickRequest): {
  artists: readonly string[];
  songs: readonly Id[];
  by: "person" | "owner";
} {
  if (turn === null || turn.artists.length + turn.songs.length === 0)
    return { artists: favourites, songs: [], by: "owner" };
  return { artists: turn.artists, songs: turn.songs, by: "person" };
}
