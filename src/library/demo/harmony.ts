/** Semitones of the scale above the tonic. */
export const modes = {
  major: [0, 2, 4, 5, 7, 9, 11],
  lydian: [0, 2, 4, 6, 7, 9, 11],
  mixolydian: [0, 2, 4, 5, 7, 9, 10],
  dorian: [0, 2, 3, 5, 7, 9, 10],
  minor: [0, 2, 3, 5, 7, 8, 10],
  harmonic: [0, 2, 3, 5, 7, 8, 11],
  phrygian: [0, 1, 3, 5, 7, 8, 10],
} as const;

export type Mode = keyof typeof modes;

export interface Key {
  /** MIDI note of a tonic, around middle C (60). */
  tonic: number;
  mode: Mode;
}

/** The MIDI note of a step of the scale; 0 is the tonic, 7 the tonic above it, negative steps lie below. */
export function noteOf({ tonic, mode }: Key, step: number): number {
  const scale = modes[mode];
  const octave = Math.floor(step / 7);
  return tonic + 12 * octave + (scale[step - 7 * octave] ?? 0);
}

/** A chord on a step of the scale (0 to 6), in thirds. */
export interface Chord {
  step: number;
  /** Three for a triad, four with the seventh, five with the ninth. */
  size: 3 | 4 | 5;
}

/** Steps of the scale in the chord, within the octave above the tonic. */
export function chordSteps({ step, size }: Chord): readonly number[] {
  return Array.from({ length: size }, (_, third) => (step + 2 * third) % 7);
}

/**
 * Notes for each chord in turn, low to high, such that the voices move as little as they can: what makes a row of
 * chords sound like one thing. Every voicing lies within about an octave around the centre.
 */
export function leadVoices(key: Key, chords: readonly Chord[], centre: number, voices: number): number[][] {
  const led: number[][] = [];
  let previous = Array.from({ length: voices }, (_, voice) => centre + (voice - (voices - 1) / 2) * 4);
  for (const chord of chords) {
    const best = voicings(key, chord, centre, voices)
      .map((notes) => ({ notes, cost: cost(notes, previous, centre) }))
      .reduce((least, next) => (next.cost < least.cost ? next : least));
    led.push(best.notes);
    previous = best.notes;
  }
  return led;
}

function voicings(key: Key, chord: Chord, centre: number, voices: number): { notes: number[] }["notes"][] {
  const classes = chordSteps(chord).map((step) => noteOf(key, step) % 12);
  const range = Array.from({ length: 25 }, (_, n) => centre - 12 + n).filter((note) =>
    classes.includes(note % 12),
  );
  const found: number[][] = [];
  const extend = (notes: number[], from: number) => {
    if (notes.length === voices) {
      if (isWhole(notes, classes)) found.push(notes);
      return;
    }
    for (let index = from; index < range.length; index++) {
      const note = range[index] ?? centre;
      const gap = note - (notes.at(-1) ?? note - 3);
      // Closer than a whole tone sounds harsh, farther than a major sixth falls apart.
      if (gap >= 2 && gap <= 9) extend([...notes, note], index + 1);
    }
  };
  extend([], 0);
  return found.length > 0 ? found : [range.slice(0, voices)];
}

/** The root, the third and what gives the chord its colour must be there; the fifth may be left out. */
function isWhole(notes: readonly number[], classes: readonly number[]): boolean {
  const has = (index: number) => notes.some((note) => note % 12 === classes[index]);
  const colour = classes.length > 3 ? has(3) || has(4) : true;
  return has(1) && colour && (notes.length < 4 || has(0));
}

function cost(notes: readonly number[], previous: readonly number[], centre: number): number {
  const movement = notes.reduce((sum, note, voice) => sum + Math.abs(note - (previous[voice] ?? note)), 0);
  const middle = notes.reduce((sum, note) => sum + note, 0) / notes.length;
  return movement + 0.8 * Math.abs(middle - centre);
}
