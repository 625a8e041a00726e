const english = new Intl.DisplayNames("en", { type: "language", fallback: "none" });

/** Codes by name, once somebody has written a name: most tags hold codes, and each list takes megabytes. */
let byEnglishName: ReadonlyMap<string, string> | null = null;
let byOwnName: ReadonlyMap<string, string> | null = null;

/**
 * BCP 47 tags from what tags call a language: ISO 639 codes of two or three letters (TLAN), BCP 47, or a name in
 * English or in the language itself. Unknown words are left out; `zxx` stands for music without words.
 */
export function languageTags(values: readonly string[]): readonly string[] {
  const tags = values
    .flatMap((value) => value.split(/[\0;,/|]+/))
    .map((part) => remembered(part.trim()))
    .filter((tag) => tag !== null);
  return [...new Set(tags)];
}

/** A library has few languages and many songs. */
const known = new Map<string, string | null>();
const maxKnown = 1_000;

function remembered(word: string): string | null {
  const before = known.get(word);
  if (before !== undefined) return before;
  const tag = tagOf(word);
  if (known.size < maxKnown) known.set(word, tag);
  return tag;
}

function tagOf(word: string): string | null {
  const folded = fold(word);
  if (/^(zxx|instrumental|no linguistic content)$/.test(folded)) return "zxx";
  return tagOfCode(word) ?? tagOfName(folded);
}

function tagOfCode(word: string): string | null {
  if (!/^[a-z]{2,3}([-_][a-z0-9]{2,8})*$/i.test(word)) return null;
  try {
    const [tag = ""] = Intl.getCanonicalLocales(word.replaceAll("_", "-"));
    // ISO 639's words for "unknown", "several" and "not coded" say nothing, and iTunes writes XXX.
    return /^(und|mul|mis|xxx)\b/i.test(tag) || english.of(tag) === undefined ? null : tag;
  } catch {
    return null;
  }
}

/** In English, or in the language itself. */
function tagOfName(folded: string): string | null {
  byEnglishName ??= new Map(codes().map((code) => [fold(english.of(code) ?? code), code]));
  const tag = byEnglishName.get(folded);
  if (tag !== undefined) return tag;
  byOwnName ??= new Map(codes().map((code) => [fold(ownName(code)), code]));
  return byOwnName.get(folded) ?? null;
}

function ownName(code: string): string {
  return new Intl.DisplayNames(code, { type: "language" }).of(code) ?? code;
}

/** Of the languages that ISO 639-1 knows. */
function codes(): readonly string[] {
  const letters = [..."abcdefghijklmnopqrstuvwxyz"];
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => english.of(code) !== undefined && Intl.getCanonicalLocales(code)[0] === code);
}

function fold(word: string): string {
  return word.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
}
