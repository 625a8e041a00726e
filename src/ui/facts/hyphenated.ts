const HYPHEN = "\u00ad";
/** Words of so many letters may be wider than a card. Others come whole on a line of their own. */
const LONG = 13;
/** Nobody likes to see their name divided: so only those that are wider than any card. */
const LONG_NAME = 16;
/** So many letters stand before a hyphen at the least, and so many after it: an end such as "que" is hardly spoken. */
const LEAST_BEFORE = 3;
const LEAST_AFTER = 4;
const VOWEL = "[aeiouyøæœı]";
const CONSONANT = "[b-df-hj-np-tv-xzßłđðþ]";
/** What a syllable begins with: one consonant, or some that are spoken together. */
const ONSET = `(?:sch[lmnrw]?|ch[lr]?|ph|qu|(?<=[lmnrsß])s[ckpt]r?|sw|[bcfgkp][lr]|[dt]r|${CONSONANT})`;
const SYLLABLES = new RegExp(`(?<=${VOWEL})${CONSONANT}*?(?=${ONSET}${VOWEL})`, "giu");
/** Letters that are spoken as one in some languages and as two in others: there it is better not to divide at all. */
const DOUBTFUL = /[ts]h|[cdrs]z|ll|rr/i;
/** Addresses, names of files, numbers: they are read letter by letter. */
const NO_WORDS = /[\d@_/\\]|\.\p{L}/u;

/**
 * With places where a long word of a title may end a line, seen as a hyphen there alone: as most European languages divide
 * words. No browser does so by itself without knowing the language, and few on a small machine then.
 */
export const hyphenated = (text: string): string => divided(text, LONG);

/** The same of somebody's name. */
export const hyphenatedName = (text: string): string => divided(text, LONG_NAME);

function divided(text: string, long: number): string {
  const word = new RegExp(`\\p{Script=Latin}{${long},}`, "gu");
  return text
    .normalize()
    .replace(/\S+/g, (part) => (NO_WORDS.test(part) ? part : part.replace(word, inSyllables)));
}

function inSyllables(word: string): string {
  // What is above and below a letter makes no other sound of it, as far as this goes.
  const plain = word.normalize("NFD").replace(/\p{M}/gu, "");
  const ends = [...plain.matchAll(SYLLABLES)]
    .map((found) => found.index + found[0].length)
    .filter((at) => at >= LEAST_BEFORE && word.length - at >= LEAST_AFTER && !isDoubtful(plain, at));
  return [0, ...ends].map((at, n) => word.slice(at, ends[n])).join(HYPHEN);
}

/** Within such letters, or before them. */
function isDoubtful(word: string, at: number): boolean {
  return DOUBTFUL.test(word.slice(at - 1, at + 1)) || /^[ts]h/i.test(word.slice(at));
}
