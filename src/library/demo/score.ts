import { bassBar, chordBar, drumBar } from "./accompaniment.ts";
import { type Chord, leadVoices, noteOf } from "./harmony.ts";
import { compose, type MelodyNote } from "./melody.ts";
import type { Note, Piece } from "./piece.ts";
import { Random } from "./random.ts";

/** A part of the form: so many bars, and what plays in them. */
interface Section {
  part: "a" | "b" | "intro" | "outro";
  bars: number;
  doubled: boolean;
}

const aimSeconds = 72;

/** Forms of songs, with an introduction and an ending, for phrases of four and of eight bars. */
const forms: readonly { phrase: 4 | 8; order: string }[] = [
  { phrase: 8, order: "4 a a b a b a 4" },
  { phrase: 8, order: "4 a a b a 4" },
  { phrase: 8, order: "2 a b a 3" },
  { phrase: 4, order: "2 a a b a b a 3" },
  { phrase: 4, order: "2 a a b a 2" },
];

/** Writes a piece out: the same piece gives the same notes. */
export function score(piece: Piece): Note[] {
  const random = new Random(piece.seed);
  const barSeconds = (60 / piece.bpm) * piece.beatsPerBar;
  const { sections, phrase } = formOf(barSeconds);
  const chords = { a: progression(piece.a, phrase, piece), b: progression(piece.b, phrase, piece) };
  const melody = (part: "a" | "b") =>
    compose(random, {
      beatsPerBar: piece.beatsPerBar,
      density: piece.lead.density,
      centre: piece.lead.centre + (part === "b" ? 2 : 0),
      chords: chords[part],
    });
  const tunes = { a: melody("a"), b: melody("b") };

  const bars = sections.flatMap(({ part, bars: count }) => {
    if (part === "a" || part === "b") return chords[part];
    const tonic: Chord = { step: 0, size: 3 };
    return Array.from({ length: count }, (_, bar) =>
      part === "outro" && bar >= count - 2 ? tonic : (chords.a[bar % 4] ?? tonic),
    );
  });
  const chordNotes = leadVoices(piece.key, bars, piece.chords.centre, 4);
  const bedNotes = piece.bed ? leadVoices(piece.key, bars, piece.bed.centre, 3) : [];

  const notes: Note[] = [];
  let bar = 0;
  for (const [index, section] of sections.entries()) {
    const isIntro = section.part === "intro";
    for (let n = 0; n < section.bars; n++, bar++) {
      const at = bar * barSeconds;
      const isEnd = section.part === "outro" && n >= section.bars - 2;
      const isLast = section.part === "outro" && n === section.bars - 1;
      if (isLast) break;
      const swell = isIntro ? 0.75 + (0.25 * n) / section.bars : 1;
      const voicing = chordNotes[bar] ?? [];
      const here = { piece, random, at, swell };
      if (isEnd) notes.push(...finalChord(piece, voicing, at, barSeconds));
      else notes.push(...chordBar(here, voicing));
      if (piece.bed && bedNotes[bar] && !(isIntro && n === 0))
        notes.push(...bedBar(piece, bedNotes[bar] ?? [], at, barSeconds * (isEnd ? 2 : 1)));
      const chord = bars[bar] ?? { step: 0, size: 3 };
      if (isEnd) notes.push(...bassBar({ ...here, piece: endBass(piece) }, chord, chord));
      else if (!isIntro || n >= section.bars / 2) notes.push(...bassBar(here, chord, bars[bar + 1] ?? chord));
      const drumsPlay = index >= 1 && section.part !== "outro";
      const isPickup = isIntro && n === section.bars - 1;
      if (drumsPlay || isPickup)
        notes.push(...drumBar(here, isPickup ? "light" : index === 1 ? "light" : "full"));
    }
    if (section.part === "a" || section.part === "b") {
      const start = (bar - section.bars) * barSeconds;
      notes.push(...lead(piece, tunes[section.part], random, start, section.doubled));
    }
  }
  return notes;
}

/** Seconds from the first note to where the last has died away. */
export function lengthOf(piece: Piece): number {
  const barSeconds = (60 / piece.bpm) * piece.beatsPerBar;
  const bars = formOf(barSeconds).sections.reduce((sum, section) => sum + section.bars, 0);
  return bars * barSeconds + Math.min(5, 1.5 + piece.room.decay);
}

function formOf(barSeconds: number): { sections: Section[]; phrase: 4 | 8 } {
  const [first, ...others] = forms.map(({ phrase, order }) => {
    const words = order.split(" ");
    const sections = words.map((word, index): Section => {
      const doubled = words.slice(0, index).includes(word);
      if (word === "a" || word === "b") return { part: word, bars: phrase, doubled };
      return { part: index === 0 ? "intro" : "outro", bars: Number(word), doubled: false };
    });
    const seconds = barSeconds * sections.reduce((sum, { bars }) => sum + bars, 0);
    return { sections, phrase, away: Math.abs(seconds - aimSeconds) };
  });
  if (!first) throw new Error("There is no form.");
  return others.reduce((best, next) => (next.away < best.away ? next : best), first);
}

/** Eight bars close on the tonic, by way of the row's last chord. */
function progression(row: Piece["a"], phrase: 4 | 8, { colour }: Piece): Chord[] {
  const chords = row.map((step): Chord => ({ step: step - 1, size: colour }));
  if (phrase === 4) return chords;
  const [first, second, , last] = chords as [Chord, Chord, Chord, Chord];
  // A triad to rest on: the tune ends on the tonic, and a seventh under it would rub.
  return [...chords, first, second, last, { step: 0, size: 3 }];
}

function lead(
  piece: Piece,
  tune: readonly MelodyNote[],
  random: Random,
  start: number,
  doubled: boolean,
): Note[] {
  const beat = 60 / piece.bpm;
  const { voice, echo } = piece.lead;
  return tune.flatMap(({ beat: at, beats, step }) => {
    const late = at % 1 === 0.5 ? piece.swing * beat : 0;
    const sung: Note = {
      layer: "lead",
      voice,
      note: noteOf(piece.key, step),
      atSeconds: start + at * beat + late + random.between(0, 0.012),
      seconds: beats * beat * 0.95,
      gain: (at % piece.beatsPerBar === 0 ? 1 : 0.88) * random.between(0.92, 1.05),
      pan: 0.08,
      send: 0.45,
    };
    const more: Note[] = [];
    // The second time round a softer voice goes along, a sixth below.
    if (doubled && beats >= 1)
      more.push({ ...sung, note: noteOf(piece.key, step - 5), gain: sung.gain * 0.42, pan: -0.3 });
    if (echo) {
      more.push({
        ...sung,
        atSeconds: sung.atSeconds + 0.75 * beat,
        gain: sung.gain * 0.26,
        pan: -0.55,
        send: 0.6,
      });
      more.push({
        ...sung,
        atSeconds: sung.atSeconds + 1.5 * beat,
        gain: sung.gain * 0.11,
        pan: 0.6,
        send: 0.7,
      });
    }
    return [sung, ...more];
  });
}

function bedBar({ bed }: Piece, voicing: readonly number[], at: number, seconds: number): Note[] {
  if (!bed) return [];
  return voicing.map((note, voice) => ({
    layer: "bed",
    voice: bed.voice,
    note,
    atSeconds: at,
    seconds,
    gain: 1,
    pan: (voice - (voicing.length - 1) / 2) * 0.5,
    send: 0.5,
  }));
}

function finalChord(
  { key, chords, lead }: Piece,
  voicing: readonly number[],
  at: number,
  barSeconds: number,
): Note[] {
  const seconds = barSeconds * 1.9;
  const tonic = noteOf(key, lead.centre >= 4 ? 7 : 0);
  const chord = voicing.map(
    (note, index): Note => ({
      ...{ layer: "chords", voice: chords.voice, note, gain: 0.9 },
      ...{ atSeconds: at + 0.05 * index, seconds, pan: (index - 1.5) * 0.28, send: 0.6 },
    }),
  );
  const last: Note = {
    ...{ layer: "lead", voice: lead.voice, note: tonic, gain: 0.8 },
    ...{ atSeconds: at + 0.3, seconds, pan: 0.08, send: 0.6 },
  };
  return [...chord, last];
}

function endBass(piece: Piece): Piece {
  return { ...piece, bass: piece.bass ? { ...piece.bass, pattern: "roots" } : null };
}
