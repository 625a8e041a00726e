import { type Refusals, refusals } from "../refusal-words.ts";
import { words } from "../words.ts";

const known = Object.entries(refusals) as [keyof Refusals, string][];

/** A refusal of the daemon's in the page's language; one that the page does not know is said as it came. */
export function refused(sentence: string): string {
  const found = known.find(([, begin]) => sentence.startsWith(begin));
  // English is what the daemon said, to its last word.
  return found === undefined || words.refusals === refusals ? sentence : words.refusals[found[0]];
}
