import { type Refusals, refusals } from "../refusal-words.ts";
import { words } from "../words/words.ts";

const known = Object.entries(refusals) as [keyof Refusals, string][];
/** Of pages that know more of them. */
const others: ((sentence: string) => string | null)[] = [];

/** A part of a page knows more sentences: null for those that it does not, or that are as the daemon said them. */
export function alsoKnow(tell: (sentence: string) => string | null): void {
  others.push(tell);
}

/** What the daemon says, in the page's language; what the page does not know is said as it came. */
export function refused(sentence: string): string {
  for (const tell of others) {
    const told = tell(sentence);
    if (told !== null) return told;
  }
  const found = known.find(([, begin]) => sentence.startsWith(begin));
  // English is what the daemon said, to its last word.
  return found === undefined || words.refusals === refusals ? sentence : words.refusals[found[0]];
}
