import { type Chord, chordSteps } from "./harmony.ts";
import type { Random } from "./random.ts";

export type Density = "sparse" | "medium" | "busy";

/** One note of a melody: beats from the start of the phrase, and a step of the scale. */
export interface MelodyNote {
  beat: number;
  beats: number;
  step: number;
}

/** Start and length in beats, for one bar. */
type Rhythm = readonly (readonly [number, number])[];

const rhythms: Readonly<Record<3 | 4, Readonly<Record<Density, readonly Rhythm[]>>>> = {
  3: {
    sparse: [
      [[0, 3]],
      [
        [0, 2],
        [2, 1],
      ],
      [
        [0, 1.5],
        [1.5, 1.5],
      ],
    ],
    medium: [
      [
        [0, 1],
        [1, 1],
        [2, 1],
      ],
      [
        [0, 1.5],
        [1.5, 0.5],
        [2, 1],
      ],
      [
        [0, 2],
        [2, 0.5],
        [2.5, 0.5],
      ],
    ],
    busy: [
      [
        [0, 0.5],
        [0.5, 0.5],
        [1, 0.5],
        [1.5, 0.5],
        [2, 1],
      ],
      [
        [0, 1],
        [1, 0.5],
        [1.5, 0.5],
        [2, 0.5],
        [2.5, 0.5],
      ],
    ],
  },
  4: {
    sparse: [
      [
        [0, 2],
        [2, 2],
      ],
      [
        [0, 3],
        [3, 1],
      ],
      [
        [0, 1.5],
        [1.5, 2.5],
      ],
      [
        [1, 1],
        [2, 2],
      ],
      [[0, 4]],
    ],
    medium: [
      [
        [0, 1],
        [1, 1],
        [2, 2],
      ],
      [
        [0, 1.5],
        [1.5, 0.5],
        [2, 1],
        [3, 1],
      ],
      [
        [0, 0.5],
        [0.5, 0.5],
        [1, 1],
        [2, 1.5],
        [3.5, 0.5],
      ],
      [
        [0.5, 0.5],
        [1, 1],
        [2, 1],
        [3, 1],
      ],
      [
        [0, 1.5],
        [1.5, 1.5],
        [3, 1],
      ],
    ],
    busy: [
      [
        [0, 0.5],
        [0.5, 0.5],
        [1, 0.5],
        [1.5, 0.5],
        [2, 1],
        [3, 0.5],
        [3.5, 0.5],
      ],
      [
        [0, 0.75],
        [0.75, 0.75],
        [1.5, 0.5],
        [2, 0.75],
        [2.75, 0.75],
        [3.5, 0.5],
      ],
      [
        [0, 0.75],
        [0.75, 0.75],
        [1.5, 1],
        [2.5, 0.5],
        [3, 0.5],
        [3.5, 0.5],
      ],
      [
        [0, 1],
        [1, 0.5],
        [1.5, 0.5],
        [2, 0.5],
        [2.5, 1],
        [3.5, 0.5],
      ],
    ],
  },
};

/** A bar that comes back: its rhythm, and the steps from each note to the next. */
interface Motif {
  rhythm: Rhythm;
  moves: readonly number[];
}

/** Mostly by step, now and then a leap, which the next move answers: how singable tunes go. */
function motif(random: Random, beatsPerBar: 3 | 4, density: Density): Motif {
  const rhythm = random.pick(rhythms[beatsPerBar][density]);
  let leapt = 0;
  const moves = rhythm.map(() => {
    if (leapt !== 0) {
      const back = -Math.sign(leapt);
      leapt = 0;
      return back;
    }
    const direction = random.chance(0.5) ? 1 : -1;
    if (!random.chance(0.22)) return random.chance(0.15) ? 0 : direction;
    leapt = direction * random.pick([2, 2, 3, 4]);
    return leapt;
  });
  return { rhythm, moves };
}

export interface MelodyPlan {
  beatsPerBar: 3 | 4;
  density: Density;
  /** The step of the scale around which it moves; it stays within five of it. */
  centre: number;
  /** One chord a bar. */
  chords: readonly Chord[];
}

/**
 * A tune over a row of chords, built as songs are: two motifs in the order a b a c, notes on strong beats from the
 * chord, a question in the middle (in eight bars) and an answer at the end, on the tonic
 * where the chord allows.
 */
export function compose(random: Random, plan: MelodyPlan): MelodyNote[] {
  const { beatsPerBar, chords, centre } = plan;
  const first = motif(random, beatsPerBar, plan.density);
  const second = motif(random, beatsPerBar, plan.density);
  const notes: MelodyNote[] = [];
  let step = centre;
  for (const [bar, chord] of chords.entries()) {
    const start = bar * beatsPerBar;
    const isLast = bar === chords.length - 1;
    const isHalf = chords.length === 8 && bar === 3;
    const { rhythm, moves } = isLast || isHalf ? cadence(beatsPerBar) : bar % 2 === 0 ? first : second;
    for (const [index, [beat, beats]] of rhythm.entries()) {
      if (index > 0) step += moves[index - 1] ?? 0;
      if (step > centre + 5) step -= 2 * (step - centre - 4);
      if (step < centre - 5) step += 2 * (centre - 4 - step);
      if (index === 0 || Number.isInteger(beat / 2) || beats >= 1.5) step = nearest(step, restful(chord));
      if (isLast && index === rhythm.length - 1)
        step = nearest(step, chord.step === 0 ? [0] : restful(chord));
      notes.push({ beat: start + beat, beats, step });
    }
  }
  return notes;
}

/** Where a long note may rest. Against a chord with a seventh the root would rub a semitone, so the others are sung. */
function restful(chord: Chord): readonly number[] {
  return chord.size === 3 ? chordSteps(chord) : chordSteps(chord).slice(1);
}

function cadence(beatsPerBar: 3 | 4): Motif {
  const rhythm: Rhythm =
    beatsPerBar === 4
      ? [
          [0, 1],
          [1, 3],
        ]
      : [
          [0, 1],
          [1, 2],
        ];
  return { rhythm, moves: [-1] };
}

/** The step of these (modulo the octave) that lies nearest. */
function nearest(step: number, steps: readonly number[]): number {
  for (let away = 0; away < 7; away++) {
    for (const candidate of [step - away, step + away])
      if (steps.includes(((candidate % 7) + 7) % 7)) return candidate;
  }
  return step;
}
