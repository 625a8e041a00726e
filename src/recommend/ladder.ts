/**
 * What gives way, and in which order, when no track is left by the rules: the only place that decides this.
 *
 * A sad song in a smiling room is worse than a repeat after an hour, and also worse than a repeat after a few songs,
 * for who skips wants another song and not another mood. So the circle grows a little first, then the rest shortens
 * within it, then its songs come back in turn where there are enough of them to go round, as the demo's four pieces
 * a mood are. A wider circle comes after that, for the edges of the map where few songs lie, and then any place.
 * The same artist again comes after all that, a loop of two or three songs after that, and a song that is
 * already playing or queued last. Explicit and unplayable tracks never come back.
 */
export interface Rung {
  /** How far from the target, in reaches; "nearest" takes what lies nearest, wherever that is. */
  circle: number | "nearest";
  /** The share of the rest time that still holds. At 0 the half that was heard longest ago may be drawn. */
  rest: number;
  /** Without a rest, songs still come back in `turn`; false lets any come back at once. */
  inTurn: boolean;
  sameArtist: boolean;
  /** Which of the tracks that are playing or queued stay out: all, or only the one just before, or none. */
  out: "all" | "just-before" | "none";
}

/** When songs can come back in turn. */
export const turn = {
  /** The circle holds this many tracks, resting, playing and queued ones among them: fewer would soon grate. */
  tracks: 4,
  /** This many others were or will be heard between a song and the same song again. */
  others: 2,
};

type Step = Pick<Rung, "circle" | "rest" | "inTurn">;

const steps: readonly Step[] = [
  { circle: 1, rest: 1, inTurn: false },
  { circle: 1.5, rest: 1, inTurn: false },
  { circle: 1.5, rest: 1 / 2, inTurn: false },
  { circle: 1.5, rest: 1 / 4, inTurn: false },
  { circle: 1.5, rest: 0, inTurn: true },
  { circle: 2, rest: 1 / 4, inTurn: false },
  { circle: 2, rest: 0, inTurn: true },
  { circle: "nearest", rest: 1, inTurn: false },
  { circle: "nearest", rest: 1 / 2, inTurn: false },
  { circle: "nearest", rest: 1 / 4, inTurn: false },
  { circle: "nearest", rest: 0, inTurn: true },
];

const anything: Step = { circle: "nearest", rest: 0, inTurn: false };

/** No rule is left but those that never give way. */
export const lastResort: Rung = { ...anything, sameArtist: true, out: "none" };

/** From the rules as they are to the very last resort. */
export const ladder: readonly Rung[] = [
  ...steps.map((step): Rung => ({ ...step, sameArtist: false, out: "all" })),
  ...steps.map((step): Rung => ({ ...step, sameArtist: true, out: "all" })),
  { ...anything, sameArtist: false, out: "all" },
  { ...anything, sameArtist: true, out: "all" },
  { ...anything, sameArtist: true, out: "just-before" },
  lastResort,
];
