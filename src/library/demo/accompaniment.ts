import type { Drum } from "./drums.ts";
import { type Chord, noteOf } from "./harmony.ts";
import type { BassPattern, ChordPattern, Note, Piece } from "./piece.ts";
import type { Random } from "./random.ts";

/** Where a bar is and how loud: what all players need to know. */
export interface Bar {
  piece: Piece;
  random: Random;
  /** Seconds. */
  at: number;
  /** 0 to 1. */
  swell: number;
}

/** Beats from the start of the bar, length in beats, strength, and which voices of the chord (all when not said). */
interface Stroke {
  beat: number;
  beats: number;
  strength: number;
  voices?: readonly number[];
  /** Seconds between one voice and the next. */
  spread?: number;
}

export function chordBar({ piece, random, at, swell }: Bar, voicing: readonly number[]): Note[] {
  const { voice, pattern } = piece.chords;
  return strokes(pattern, piece.beatsPerBar, voicing.length).flatMap(
    ({ beat, beats, strength, voices, spread = 0 }) => {
      const chosen = voices ?? voicing.map((_, index) => index);
      return chosen.map(
        (index, order): Note => ({
          layer: "chords",
          voice,
          note: voicing[index] ?? 60,
          atSeconds: at + seconds(piece, beat) + spread * order + random.between(0, 0.01),
          seconds: seconds(piece, beats),
          gain: swell * strength * random.between(0.9, 1.05),
          pan: (index - (voicing.length - 1) / 2) * 0.28,
          send: 0.3,
        }),
      );
    },
  );
}

function strokes(pattern: ChordPattern, beatsPerBar: 3 | 4, size: number): Stroke[] {
  const eighths = Array.from({ length: beatsPerBar * 2 }, (_, n) => n);
  const accent = (n: number) => (n === 0 ? 1 : n % 2 === 0 ? 0.85 : 0.7);
  switch (pattern) {
    case "hold":
      return [{ beat: 0, beats: beatsPerBar * 0.98, strength: 1, spread: 0.012 }];
    case "offbeat":
      return eighths
        .filter((n) => n % 2 === 1)
        .map((n) => ({ beat: n / 2, beats: 0.3, strength: n === 1 ? 0.9 : 1 }));
    case "arpeggio": {
      // Up through the chord and down again.
      const turn = 2 * size - 2;
      return eighths.map((n) => {
        const place = n % turn;
        return {
          beat: n / 2,
          beats: 1.4,
          strength: accent(n),
          voices: [place < size ? place : turn - place],
        };
      });
    }
    case "broken":
      return eighths.map((n) => ({
        beat: n / 2,
        beats: 0.9,
        strength: accent(n),
        voices: [[0, size - 1, 1, size - 1][n % 4] ?? 0],
      }));
    case "strum":
      return (beatsPerBar === 4 ? [0, 1.5, 2, 3, 3.5] : [0, 1, 2, 2.5]).map((beat, n) => ({
        beat,
        beats: 1.2,
        strength: n === 0 ? 1 : beat % 1 === 0 ? 0.7 : 0.5,
        spread: beat % 1 === 0 ? 0.018 : 0.01,
      }));
    case "comp":
      return [
        { beat: 0, beats: 1.3, strength: 0.95, spread: 0.006 },
        { beat: beatsPerBar === 4 ? 1.5 : 1, beats: 0.9, strength: 0.75, spread: 0.006 },
        ...(beatsPerBar === 4 ? [{ beat: 3.5, beats: 0.4, strength: 0.55, spread: 0.006 }] : []),
      ];
    case "pulse":
      return eighths.map((n) => ({
        beat: n / 2,
        beats: 0.35,
        strength: n % 4 === 0 ? 1 : n % 4 === 3 ? 0.85 : 0.55,
      }));
    case "cells": {
      // Twelve-note cells over sixteenths: the pattern shifts against the bar, as minimal music does.
      const cell = [0, 2, 3, 1, 2, 0, 3, 2, 1, 3, 0, 2];
      return Array.from({ length: beatsPerBar * 4 }, (_, n) => n)
        .filter((n) => n % 4 !== 3)
        .map((n) => ({
          beat: n / 4,
          beats: 0.4,
          strength: n % 4 === 0 ? 1 : 0.6,
          voices: [(cell[n % 12] ?? 0) % size],
        }));
    }
  }
}

/** Beats from the start of the bar, length in beats, MIDI note. */
type BassNote = readonly [beat: number, beats: number, note: number];

export function bassBar({ piece, random, at, swell }: Bar, chord: Chord, next: Chord): Note[] {
  if (!piece.bass) return [];
  const { voice, pattern } = piece.bass;
  const beats = piece.beatsPerBar;
  const root = low(noteOf(piece.key, chord.step));
  const fifth = low(noteOf(piece.key, chord.step + 4));
  const third = low(noteOf(piece.key, chord.step + 2));
  const goal = low(noteOf(piece.key, next.step));
  const eighths = Array.from({ length: beats * 2 }, (_, n) => n);
  const approach = goal + (goal > root ? -2 : 2);
  const lines: Readonly<Record<BassPattern, readonly BassNote[]>> = {
    roots: [[0, beats * 0.97, root]],
    rootFifth: [
      [0, 1.8, root],
      [2, beats - 2.1, fifth],
    ],
    octaves: eighths.map((n) => [n / 2, 0.42, n % 2 === 0 ? root : root + 12]),
    walk: (beats === 4 ? [root, third, fifth, approach] : [root, fifth, approach]).map((note, n) => [
      n,
      0.9,
      note,
    ]),
    pedal: [[0, beats * 0.97, low(piece.key.tonic)]],
    pulse: eighths.map((n) => [n / 2, 0.38, root]),
    syncopated: [
      [0, 1.3, root],
      [1.5, 0.9, root],
      [2.5, 0.4, fifth],
      ...(beats === 4 ? [[3, 0.8, approach] as const] : []),
    ],
  };
  return lines[pattern].map(([beat, length, note]) => ({
    layer: "bass",
    voice,
    note,
    atSeconds: at + seconds(piece, beat) + random.between(0, 0.006),
    seconds: seconds(piece, length),
    gain: swell * (beat === 0 ? 1 : 0.86),
    pan: 0,
    send: 0.04,
  }));
}

const drumPlaces: Readonly<Record<Drum, { pan: number; send: number; gain: number }>> = {
  kick: { pan: 0, send: 0.03, gain: 0.75 },
  heart: { pan: 0, send: 0.15, gain: 0.7 },
  snare: { pan: 0.05, send: 0.2, gain: 0.42 },
  clap: { pan: -0.1, send: 0.25, gain: 0.4 },
  brush: { pan: 0.15, send: 0.2, gain: 0.34 },
  hat: { pan: 0.3, send: 0.05, gain: 0.24 },
  openHat: { pan: 0.3, send: 0.1, gain: 0.16 },
  shaker: { pan: -0.35, send: 0.1, gain: 0.24 },
  tom: { pan: -0.25, send: 0.3, gain: 0.5 },
  tick: { pan: 0.4, send: 0.3, gain: 0.2 },
};

/** `light` leaves the big drums out. */
export function drumBar({ piece, random, at, swell }: Bar, how: "light" | "full"): Note[] {
  const big = new Set<string>(["kick", "snare", "clap", "tom"]);
  return (Object.entries(piece.drums ?? {}) as [Drum, string][])
    .filter(([name]) => how === "full" || !big.has(name))
    .flatMap(([name, steps]) =>
      [...steps].flatMap((step, n): Note[] => {
        if (step === "." || n >= piece.beatsPerBar * 4) return [];
        const { pan, send, gain } = drumPlaces[name];
        const strength = (step === "x" ? 1 : 0.5) * random.between(0.85, 1.05);
        const atSeconds = at + seconds(piece, n / 4) + random.between(0, 0.005);
        return [
          {
            layer: "drums",
            voice: name,
            note: 0,
            atSeconds,
            seconds: 0,
            gain: gain * swell * strength,
            pan,
            send,
          },
        ];
      }),
    );
}

/** With the swing: the second half of a beat comes late. */
function seconds({ bpm, swing }: Piece, beats: number): number {
  const inBeat = beats % 1;
  const late = inBeat === 0.5 ? swing : inBeat === 0.75 ? swing / 2 : 0;
  return ((beats + late) * 60) / bpm;
}

/** Into the octave from A1 upwards, where a small speaker still lets a bass be heard by its overtones. */
function low(note: number): number {
  return 33 + ((((note - 33) % 12) + 12) % 12);
}
