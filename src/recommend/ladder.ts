/**
 * What gives way, and in which order, when no track is left by the rules: the only place that decides this.
 *
 * A sad song in a smiling room is worse than a repeat after an hour, and a repeat after three songs is worse than
 * a song from another corner of the map. So the circle grows a little first, then the rest shortens within it,
 * then songs come back in turn where the circle holds enough of them to go round; only then the circle opens.
 * The same artist again comes after all that, a loop of two or three songs after that, and a song that is
 * already playing or queued last. Explicit and unplayable tracks never come back.
 */
export interface Rung {
  /** How far from the target, in reaches; "nearest" takes what lies nearest, wherever that is. */
  circle: number | "nearest";
  /** The share of the rest time that still holds. At 0 the half that was heard longest ago may be drawn. */
  rest: number;
  /** This many tracks have to be there, or the rung is left out: fewer would go round and round. */
  atLeast: number;
  sameArtist: boolean;
  /** Which of the tracks that are playing or queued stay out: all, or only the one just before, or none. */
  out: "all" | "just-before" | "none";
}

type Step = Pick<Rung, "circle" | "rest" | "atLeast">;

const steps: readonly Step[] = [
  { circle: 1, rest: 1, atLeast: 1 },
  { circle: 1.5, rest: 1, atLeast: 1 },
  { circle: 1.5, rest: 1 / 2, atLeast: 1 },
  { circle: 1.5, rest: 1 / 4, atLeast: 1 },
  { circle: 2, rest: 1 / 4, atLeast: 1 },
  { circle: 1.5, rest: 0, atLeast: 5 },
  { circle: "nearest", rest: 1, atLeast: 1 },
  { circle: "nearest", rest: 1 / 2, atLeast: 1 },
  { circle: "nearest", rest: 1 / 4, atLeast: 1 },
  { circle: "nearest", rest: 0, atLeast: 3 },
];

const anything: Step = { circle: "nearest", rest: 0, atLeast: 1 };

/** From the rules as they are to the very last resort. */
export const ladder: readonly Rung[] = [
  ...steps.map((step): Rung => ({ ...step, sameArtist: false, out: "all" })),
  ...steps.map((step): Rung => ({ ...step, sameArtist: true, out: "all" })),
  { ...anything, sameArtist: false, out: "all" },
  { ...anything, sameArtist: true, out: "all" },
  { ...anything, sameArtist: true, out: "just-before" },
  { ...anything, sameArtist: true, out: "none" },
];
