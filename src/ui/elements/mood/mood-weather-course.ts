import type { MoodColours } from "../../facts/mood-colours.ts";
import type { Srgb } from "../../facts/oklab.ts";

/** How the weather goes: where its fields of colour stand, how often they move on, and how one mood becomes another. */

export interface Field {
  colour: keyof Pick<MoodColours, "sky" | "mid" | "low">;
  /** Shares of the width and the height. */
  x: number;
  y: number;
  radiusX: number;
  radiusY: number;
  /** How much of the colour is left so far from its middle. */
  fades: readonly (readonly [at: number, left: number])[];
}

type Placed = Field & { turnsX: number; turnsY: number };

/** The lowest first: each lies over the ones before it. They keep different times, so that no sky comes twice. */
const FIELDS: readonly Placed[] = [
  {
    ...{ colour: "low", x: 0.36, y: 1.04, radiusX: 0.74, radiusY: 0.84, turnsX: 0.83, turnsY: 0.59 },
    fades: [
      [0, 1],
      [0.4, 0.66],
      [0.76, 0.2],
      [1, 0],
    ],
  },
  {
    ...{ colour: "mid", x: 0.86, y: 0.34, radiusX: 0.7, radiusY: 0.92, turnsX: -0.71, turnsY: 1.13 },
    fades: [
      [0, 1],
      [0.38, 0.68],
      [0.74, 0.2],
      [1, 0],
    ],
  },
  {
    ...{ colour: "sky", x: 0.26, y: 0.04, radiusX: 0.68, radiusY: 0.82, turnsX: 1, turnsY: 0.67 },
    fades: [
      [0, 1],
      [0.32, 0.7],
      [0.7, 0.22],
      [1, 0],
    ],
  },
];

/** How far a field goes from its place, in shares of the width and the height. */
const WANDERS = 0.13;

/** At 0 each is at its own place: there the weather stands still for who wants nothing to move. */
export function fieldsAt(phase: number): readonly Field[] {
  return FIELDS.map(({ turnsX, turnsY, ...field }) => ({
    ...field,
    x: field.x + WANDERS * Math.sin(phase * turnsX),
    y: field.y + WANDERS * Math.sin(phase * turnsY),
  }));
}

/**
 * From one look to the next. On a screen 1,280 pixels wide no field goes on by more than 10 pixels then, over which its
 * colour changes by one step of 255 or two: nobody sees that it moves by steps.
 */
export const PHASE_A_STEP = 0.05;

const LIVELY_MS = 700;
const CALM_MS = 2_100;

/** Lively moods go on more often, not further: what a calm room's screen costs is a third. */
export function stepEveryMs(arousal: number): number {
  const calm = (1 - Math.min(1, Math.max(-1, arousal))) / 2;
  return LIVELY_MS * (CALM_MS / LIVELY_MS) ** calm;
}

/** After that long most of a new mood's colour is there. */
const BECOMES_MS = 800;

const NAMES = ["sky", "mid", "low", "base"] as const;

/** Between two moods in encoded sRGB: text that can be read on both can be read there, see facts/mood-colours.ts. */
export function becoming(from: MoodColours, to: MoodColours, afterMs: number): MoodColours {
  const share = 1 - Math.exp(-afterMs / BECOMES_MS);
  const mixed = NAMES.map((name) => [name, mix(from[name], to[name], share)] as const);
  return Object.fromEntries(mixed) as unknown as MoodColours;
}

/** The most that any channel has still to go, 0 to 1. */
export function distance(from: MoodColours, to: MoodColours): number {
  return Math.max(...NAMES.flatMap((name) => from[name].map((c, i) => Math.abs(c - (to[name][i] ?? 0)))));
}

function mix(from: Srgb, to: Srgb, share: number): Srgb {
  return from.map((channel, i) => channel + ((to[i] ?? 0) - channel) * share) as unknown as Srgb;
}
