/** A stretch of a song, in seconds. */
export interface Excerpt {
  from: number;
  seconds: number;
}

/** `npm run bench -- sound --excerpts` compares them with the whole song: docs/decisions/mood-from-sound.md. */
const seconds = 30;
/** Where their middles lie, as shares of the song: after the intro, in the midst, before the end. */
const middles = [0.2, 0.5, 0.8];

/** At most so much of a song is listened to, whatever the file says of its length. */
export const maxSeconds = seconds * middles.length;

/** The whole of a short song, three excerpts of a longer one. */
export function excerptsOf(durationMs: number): readonly Excerpt[] {
  const length = durationMs / 1_000;
  if (!(length > maxSeconds * 1.1)) return fromTheStart;
  return middles.map((middle) => ({ from: Math.max(0, middle * length - seconds / 2), seconds }));
}

/** For files that can't be sought in, or are shorter than they say. */
export const fromTheStart: readonly Excerpt[] = [{ from: 0, seconds: maxSeconds }];
