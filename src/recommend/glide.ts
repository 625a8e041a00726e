import { between, distance } from "../protocol/circumplex.ts";
import type { Affect } from "../protocol/mood.ts";

/**
 * A way over some songs: the first is as the room was when it began, the last at its end, and the others lie on the
 * straight line between, evenly. A value: every function here gives a new one.
 */
export interface Glide {
  from: Affect;
  to: Affect;
  /** Two at the least. */
  songs: number;
  /** Songs of the way that were heard to their end. One that was skipped does not bring it on. */
  finished: number;
}

export function beginGlide(from: Affect, to: Affect, songs: number): Glide {
  return { from, to, songs: Math.max(2, songs), finished: 0 };
}

export function pathOf({ from, to, songs }: Glide): readonly Affect[] {
  return Array.from({ length: songs }, (_, step) => between(from, to, step / (songs - 1)));
}

/** Where the song stands that plays after `ahead` others have finished, from 0. After the last one it stays there. */
export function stepOf({ finished, songs }: Glide, ahead = 0): number {
  return Math.min(finished + ahead, songs - 1);
}

export function pointAt(glide: Glide, step: number): Affect {
  return between(glide.from, glide.to, step / (glide.songs - 1));
}

export function afterSong(glide: Glide): Glide {
  return { ...glide, finished: glide.finished + 1 };
}

/** So much farther from the end is another room: half of what two neighbouring names lie apart. */
const fallenBack = 0.25;

/**
 * The room's mood has got another name. The way begins anew only where that is well farther from the end than where it
 * began. A room changes its name more often than songs end: if it were met again each time, no way would get beyond its
 * first song. This way it begins anew a few times at the most, for each time it becomes longer.
 */
export function afterMoodChange(glide: Glide, affect: Affect): Glide {
  const begun = distance(glide.from, glide.to);
  return distance(affect, glide.to) > begun + fallenBack ? beginGlide(affect, glide.to, glide.songs) : glide;
}
