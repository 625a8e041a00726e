import { labelPoints } from "../../protocol/circumplex.ts";
import type { MoodLabel } from "../../protocol/mood.ts";
import type { AffectSource } from "../../protocol/music.ts";

/** Bits of `flags`. */
export const isPresent = 1;
export const isPlayable = 2;
export const isExplicit = 4;
export const isBlocked = 8;
export const isPlaced = 16;

export const never = Number.NEGATIVE_INFINITY;

const sources: readonly (AffectSource | "none")[] = [
  "none",
  "person",
  "tag",
  "playlist",
  "folder",
  "genre",
  "sound",
  "guest",
];

export function sourceNumber(source: AffectSource | "none" | null): number {
  return sources.indexOf(source ?? "none");
}

const moods = Object.keys(labelPoints) as MoodLabel[];

export function moodNumber(mood: MoodLabel): number {
  return moods.indexOf(mood);
}

/** What hard rules ask of tracks, by `seq`: 47 bytes a track, so that a query over all of them is a walk through memory. */
export class TrackColumns {
  flags = new Uint8Array(0);
  source = new Uint8Array(0);
  /** Means nothing where the track is not placed; so does `arousal`. */
  valence = new Float64Array(0);
  arousal = new Float64Array(0);
  /** What its place is called: reckoned once, as a name takes longer than all other rules together. */
  mood = new Uint8Array(0);
  durationMs = new Float64Array(0);
  /** When it was last heard; -Infinity for never. */
  heard = new Float64Array(0);
  plays = new Uint32Array(0);
  /** A number of the register of artists. */
  artistList = new Uint32Array(0);
  /** A number of the register of languages. */
  languageSet = new Uint32Array(0);
  /** One more than the highest `seq`. */
  end = 0;

  get size(): number {
    return this.flags.length;
  }

  /** By an eighth more than asked, so that a library that grows file by file is not copied as often. */
  grow(least: number): void {
    const size = Math.max(1024, Math.ceil(least * 1.125));
    this.flags = copied(this.flags, new Uint8Array(size));
    this.source = copied(this.source, new Uint8Array(size));
    this.valence = copied(this.valence, new Float64Array(size));
    this.arousal = copied(this.arousal, new Float64Array(size));
    this.mood = copied(this.mood, new Uint8Array(size));
    this.durationMs = copied(this.durationMs, new Float64Array(size));
    this.heard = copied(this.heard, new Float64Array(size).fill(never));
    this.plays = copied(this.plays, new Uint32Array(size));
    this.artistList = copied(this.artistList, new Uint32Array(size));
    this.languageSet = copied(this.languageSet, new Uint32Array(size));
  }

  has(seq: number, asked: number, wanted = asked): boolean {
    return ((this.flags[seq] as number) & asked) === wanted;
  }
}

function copied<Column extends Uint8Array | Uint32Array | Float64Array>(from: Column, to: Column): Column {
  to.set(from);
  return to;
}
