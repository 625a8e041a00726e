import { Type } from "typebox";
import type { Affect, Looks, MoodBasis, MoodLabel, Policy } from "./mood.ts";
import type { Actor, ToldActor } from "./people.ts";
import type { EpochMs, Id } from "./time.ts";

/** Where a track stands on the circumplex, and who says so. */
export interface TrackAffect {
  point: Affect;
  /** 0 to 1. */
  confidence: number;
  from: AffectSource;
  /** What the tag, the playlist, the folder or the genre says itself, as “mellow”: at most 40 characters of one tidy line. */
  word?: string;
}

/**
 * Who says where a track stands: the owner, guests who found it in the wrong mood, the file's tag, a playlist or a
 * folder named for a mood, its genre, its sound. The first that says something holds; of genre and sound the surer one.
 */
export type AffectSource = "person" | "guest" | "tag" | "playlist" | "folder" | "genre" | "sound";

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
  /**
   * In a language, or by an artist, that a guest chose for now, that the owner likes in general, or that whoever's turn
   * it was likes; of those also the song itself. Of people only where they want it told.
   */
  | {
      kind: "preferred";
      what: "language" | "artist" | "song";
      value: string;
      by: "guest" | "owner" | "person";
    }
  /** Whose turn it was, by their visit: who that is the state's `people` say, as far as they want it told. */
  | { kind: "turn"; of: Id }
  /** A rule that this song does not keep. */
  | { kind: "widened"; rule: "mood" | "rest" | "artist" | "artist-rest" | "length" | "quiet" }
  /** It is not what was wished for; `unmet` says why, where nothing of that could be played at all. */
  | { kind: "widened"; rule: "language" | "favourites"; unmet?: UnmetWish }
  /** A page is told no more than what kind of actor that was. */
  | { kind: "asked"; by: Actor | ToldActor };

/** Why nothing of what was wished for was played. */
export interface UnmetWish {
  /** The languages or artists: at most three, and none where there are more. */
  wanted: readonly string[];
  /** How many songs there are of it that are not blocked; null where there are more than were looked at. */
  songs: number | null;
  /**
   * What is true of every one of these songs. `none`: there is no song of it, or none that could ever be played here.
   * `coming`: it plays or waits. `rest`: heard too lately. `artist-rest`: its artist was heard too lately, or comes soon.
   * `mood`: none suits. `several`: no one thing holds for all of them.
   */
  because: "none" | "explicit" | "length" | "quiet" | "mood" | "coming" | "rest" | "artist-rest" | "several";
  /** With `rest` and `artist-rest`: all of them, or their artists, were heard within this time; null where one still comes. */
  withinMs: number | null;
}

/** A chosen song. */
export interface Pick {
  id: Id;
  item: PlayItem;
  pickedAt: EpochMs;
  reasons: readonly PickReason[];
  /** How the random generator came to it; null when a person asked for it. */
  draw: { pickerVersion: string; probability: number; candidates: number; score: number } | null;
  /** Chosen by itself, taken away by a slip, and brought back: it waits like a wish, and is none. */
  broughtBack?: true;
}

/** One of the songs that people may choose from. */
export interface SixPick extends Pick {
  /**
   * It suits the mood and has rested: "these suit". False is "also there": its `widened` reasons say what gave way.
   * Those that suit come first.
   */
  suits: boolean;
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
