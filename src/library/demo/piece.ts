import type { MoodLabel } from "../../protocol/mood.ts";
import type { Drum } from "./drums.ts";
import type { Chord, Key } from "./harmony.ts";
import type { Density } from "./melody.ts";
import type { Room } from "./reverb.ts";

export type VoiceName =
  | "piano"
  | "marimba"
  | "vibraphone"
  | "bell"
  | "electricPiano"
  | "plucked"
  | "flute"
  | "pad"
  | "strings"
  | "staccato"
  | "brass"
  | "synthPluck"
  | "cello"
  | "bass"
  | "deepBass"
  | "pulseBass";

export type ChordPattern = "hold" | "offbeat" | "arpeggio" | "broken" | "strum" | "comp" | "pulse" | "cells";
export type BassPattern = "roots" | "rootFifth" | "octaves" | "walk" | "pedal" | "pulse" | "syncopated";

/** Sixteenths of a bar, `x` loud, `o` soft, `.` silent, for each drum; null for none. */
export type DrumPattern = Readonly<Partial<Record<Drum, string>>> | null;

export type Layer = "lead" | "chords" | "bed" | "bass" | "drums";

/** How a piece sounds: what its mood decides, unless the piece says otherwise. */
export interface Sound {
  /** Quarter notes a minute. */
  bpm: number;
  beatsPerBar: 3 | 4;
  /** 0 to 0.33: how late the second half of each beat comes, as a share of the beat. */
  swing: number;
  lead: { voice: VoiceName; density: Density; centre: number; echo: boolean };
  chords: { voice: VoiceName; pattern: ChordPattern; centre: number };
  /** Long chords under the rest; null for none. */
  bed: { voice: VoiceName; centre: number } | null;
  bass: { voice: VoiceName; pattern: BassPattern } | null;
  drums: DrumPattern;
  /** How loud each layer is against the others, in decibels. */
  levels: Readonly<Record<Layer, number>>;
  /** Triads, with sevenths, or with ninths. */
  colour: Chord["size"];
  room: Room & { gain: number };
  /** The corner of a gentle low-pass over all, in hertz: low is dark. */
  brightness: number;
}

export interface Piece extends Sound {
  title: string;
  artist: string;
  album: string;
  genre: string;
  year: number;
  mood: MoodLabel;
  /** What its mood tag says: a word of the vocabulary. */
  moodWord: string;
  seed: number;
  key: Key;
  /** Steps of the scale, 1 to 7, one chord a bar: of the main part, and of the middle part. */
  a: readonly [number, number, number, number];
  b: readonly [number, number, number, number];
}

/** One sound of the score. */
export interface Note {
  layer: Layer;
  voice: VoiceName | Drum;
  /** MIDI note; 0 for drums. */
  note: number;
  atSeconds: number;
  seconds: number;
  /** Against the other notes of its layer. */
  gain: number;
  /** -1 left to 1 right. */
  pan: number;
  /** 0 to 1: how much of it goes into the room. */
  send: number;
}
