import type { AudioPart } from "./audio-part.ts";

/** A file that lacks more of its sound than this would break off in the middle of the song. */
const minShareThere = 0.95;

/** Null for one that is whole, as far as it says how long it should be. `file` is what it is called in the sentence. */
export function cutShort({ share, breaksOff }: AudioPart, file = "The file"): string | null {
  if (breaksOff) return `${file} breaks off within its sound: it was cut short. Copy it again.`;
  if (share === null || share >= minShareThere) return null;
  return `${file} was cut short: ${Math.floor(100 * share)} % of its sound is there. Copy it again.`;
}
