import type { MoodLabel } from "../../protocol/mood.ts";
import type { Mode } from "./harmony.ts";
import { moodSounds } from "./mood-sounds.ts";
import type { Piece, Sound } from "./piece.ts";

type Row = Piece["a"];
/** What a piece says about its sound; the rest comes from its mood. */
type Own = {
  [Part in keyof Sound]?: Sound[Part] extends object | null ? Partial<Sound[Part]> | null : Sound[Part];
};

/** Invented. Each has an album and pieces in several moods, so that a picker that rests artists has a choice. */
const albums: Readonly<Record<string, string>> = {
  "Tamsin Oake": "Small Hours, Large Windows",
  "Velvet Harbour": "Ferry Timetable",
  "Nine Lanterns": "Paper Weather",
  "Juniper Static": "Kind Machines",
  "Mirel Vance": "The Unsent Letters",
  "Halfmoon Atlas": "Maps for Later",
  "The Quiet Commute": "Line Seven",
  "Otto and the Weathervanes": "A Change of Wind",
};

let next = 0;

/** A piece by what is its own: names, harmony, and where it sounds other than its mood. */
export function piece(
  mood: MoodLabel,
  [title, artist, moodWord, genre, year]: readonly [string, string, string, string, number],
  [tonic, mode, a, b]: readonly [number, Mode, Row, Row],
  own: Own = {},
): Piece {
  const base = moodSounds[mood];
  const part = <Name extends "lead" | "chords" | "room">(name: Name): Sound[Name] => ({
    ...base[name],
    ...own[name],
  });
  return {
    ...base,
    ...(own as Partial<Sound>),
    lead: part("lead"),
    chords: part("chords"),
    room: part("room"),
    bed:
      own.bed === undefined
        ? base.bed
        : own.bed === null
          ? null
          : { voice: "pad", centre: 58, ...base.bed, ...own.bed },
    bass:
      own.bass === undefined || base.bass === null
        ? base.bass
        : own.bass === null
          ? null
          : { ...base.bass, ...own.bass },
    title,
    artist,
    album: albums[artist] ?? "",
    genre,
    year,
    mood,
    moodWord,
    seed: ++next * 7919,
    key: { tonic, mode },
    a,
    b,
  };
}
