import type { MoodMap } from "./library.ts";
import type { Affect, MoodLabel, Policy } from "./mood.ts";

/** A mean, and where the true one lies with 95 % confidence. */
export interface Difference {
  mean: number;
  low: number;
  high: number;
}

/**
 * What can honestly be said of a policy: the room went where it was meant to, or the other way, beyond what it does
 * by itself; no such thing was seen; too few songs to tell; or this is what the others are measured by.
 */
export type EffectVerdict = "improved" | "worsened" | "no-effect-seen" | "too-few" | "yardstick";

/** How the room's affect differed between a song's beginning and the time it played, over the songs of one policy. */
export interface PolicyEffect {
  policy: Policy;
  songs: number;
  /** As it was seen, whatever the reason; null for fewer than two sittings. */
  plain: { valence: Difference; arousal: Difference } | null;
  /**
   * Beyond what the room did, from the same moods, while songs played that asked nothing of it. Null where there are
   * too few of either kind to compare, and for the yardstick itself.
   */
  valence: Difference | null;
  arousal: Difference | null;
  /** The same, along what the policy intends: more pleasant, quieter, livelier, nearer to the glide's end. */
  intended: Difference | null;
  verdict: EffectVerdict;
}

/** What the library has for one mood: tracks within reach of the mood's own point. */
export interface MoodFill {
  label: MoodLabel;
  tracks: number;
  minutes: number;
  fillsAnHour: boolean;
  /** A whole day in this mood, with every song resting for as long as the owner wants. */
  fillsADay: boolean;
  /** Songs of the library's usual length to add until it does; 0 where it does. */
  missing: number;
  missingForADay: number;
  /** The same in minutes of music. */
  missingMinutes: number;
  missingMinutesForADay: number;
  /** Where they should stand: in the middle of what is empty there. */
  around: Affect;
  /** Genres of the library that most of the songs nearest to that place have, at most three; none where nothing is missing. */
  genres: readonly string[];
}

/** Where the music stands, and what it is not enough for. */
export interface LibraryMap extends MoodMap {
  moods: readonly MoodFill[];
  /** Middles of squares, anywhere on the map, from where no hour could be filled. */
  thin: readonly Affect[];
}

/** What the expression model was measured at, on faces that chose nothing of it. Shares from 0 to 1. */
export interface ModelReport {
  version: string;
  trainedOn: string;
  minConfidence: number;
  files: readonly {
    precision: "int8" | "fp32";
    bytes: number;
    faces: number;
    accuracy: number;
    macroRecall: number;
    /** Per expression: of those that show it, how many were told; of those that were told, how many were right. */
    recall: Readonly<Record<string, number>>;
    right: Readonly<Record<string, number>>;
    /** How many are read at all, and how many of these rightly. */
    kept: number;
    accuracyOfKept: number;
    ece: number;
  }[];
  pictures: readonly string[];
  /** Sentences of the model's card. */
  mustNot: readonly string[];
  cannot: readonly string[];
}
