import { Type } from "typebox";
import type { Affect, Looks, MoodBasis, MoodLabel, Policy } from "./mood.ts";
import type { Actor } from "./people.ts";
import type { EpochMs, Id } from "./time.ts";

/** Where a track stands on the circumplex, and who says so. */
export interface TrackAffect {
  point: Affect;
  /** 0 to 1. */
  confidence: number;
  from: AffectSource;
}

/**
 * Who says where a track stands: somebody here, the file's tag, a playlist or a folder named for a mood, its genre,
 * its sound. The first that says something holds; of genre and sound the surer one.
 */
export type AffectSource = "person" | "tag" | "playlist" | "folder" | "genre" | "sound";

/** BCP 47, as a file or a person says it. Only its first part is compared. */
export const LanguageTag = Type.String({ pattern: "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$" });

/** A piece of music. Not a path: files come and go, the track and its history stay. */
export interface Track {
  id: Id;
  uri: `local:${Id}`;
  title: string;
  artists: readonly string[];
  album: string | null;
  year: number | null;
  genres: readonly string[];
  /** BCP 47 tags where the file says them. */
  languages: readonly string[];
  durationMs: number;
  explicit: boolean | null;
  /** ReplayGain or R128, to be added to the signal. */
  gainDb: number | null;
  cover: "embedded" | "folder" | null;
  bpm: number | null;
  /** International Standard Recording Code, for the plays report. */
  isrc: string | null;
  affect: TrackAffect | null;
  /** Why it can't be played, in words for the owner; null when it can. */
  unplayable: string | null;
}

export type PlayItem =
  | { kind: "track"; track: Track }
  | { kind: "context"; uri: string; title: string }
  | { kind: "announcement"; title: string };

/** Why this song, as facts that a page puts into words. */
export type PickReason =
  /** It lies this far (0 to 2.83) from the target on the circumplex. */
  | { kind: "suits"; target: Affect; distance: number }
  /** The room's mood when the song was picked, where it came from, how the faces looked, and what was to be done. */
  | { kind: "mood"; label: MoodLabel; basis: MoodBasis; looks: Looks; policy: Policy }
  | { kind: "rested"; lastPlayedAt: EpochMs | null }
  /** Somebody chose this language or this artist, or likes this song. */
  | { kind: "preferred"; what: "language" | "artist"; value: string }
  /** Nothing was left by the rules, so one was loosened. */
  | {
      kind: "widened";
      rule: "mood" | "rest" | "artist" | "artist-rest" | "language" | "favourites" | "length" | "quiet";
    }
  | { kind: "asked"; by: Actor };

/** A chosen song. */
export interface Pick {
  id: Id;
  item: PlayItem;
  pickedAt: EpochMs;
  reasons: readonly PickReason[];
  /** How the random generator came to it; null when a person asked for it. */
  draw: { pickerVersion: string; probability: number; candidates: number; score: number } | null;
}

export interface TrackEnd {
  how: "finished" | "skipped" | "replaced" | "stopped" | "unplayable" | "output-lost";
  by: Actor | null;
  heardMs: number;
}

/**
 * What the player should do and what it does are two things. Never-silent mends the difference, and leaves
 * pause and closing time alone.
 */
export interface PlayerState {
  intended: "playing" | "paused" | "closed";
  /** The output's own name, such as `auto`, `null` or an ALSA device. */
  output: string;
  /** 0 to 1, as a person sees it. */
  volume: number;
  actual:
    | { state: "idle"; because: "closed" | "paused" | "nothing-playable" | "starting" }
    | { state: "loading"; pick: Pick }
    | { state: "recovering"; pick: Pick; positionMs: number }
    /** At the time `at` it was at `positionMs`; a page counts on by itself while it is playing. */
    | { state: "playing" | "paused"; pick: Pick; positionMs: number; at: EpochMs };
}
