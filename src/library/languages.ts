/** English names, and what people write in their own language, for the languages that ISO 639-1 has codes for. */
const codesByName = namesOfLanguages();

/**
 * BCP 47 tags from what tags call a language: ISO 639 codes of two or three letters (TLAN), BCP 47, or a name in
 * English or in the language itself. Unknown words are left out; `zxx` stands for music without words.
 */
export function languageTags(values: readonly string[]): readonly string[] {
  const tags = values
    .flatMap((value) => value.split(/[\0;,/|]+/))
    .map((part) => tagOf(part.trim()))
    .filter((tag) => tag !== null);
  return [...new Set(tags)];
}

function tagOf(word: string): string | null {
  const folded = fold(word);
  if (/^(zxx|instrumental|no linguistic content)$/.test(folded)) return "zxx";
  const named = codesByName.get(folded);
  if (named) return named;
  if (!/^[a-z]{2,3}([-_][a-z0-9]{2,8})*$/i.test(word)) return null;
  try {
    const [tag = ""] = Intl.getCanonicalLocales(word.replaceAll("_", "-"));
    // ISO 639's words for "unknown", "several" and "not coded" say nothing, and iTunes writes XXX.
    return /^(und|mul|mis|xxx)\b/i.test(tag) || !isKnown(tag) ? null : tag;
  } catch {
    return null;
  }
}

function isKnown(tag: string): boolean {
  return new Intl.DisplayNames("en", { type: "language", fallback: "none" }).of(tag) !== undefined;
}

function namesOfLanguages(): ReadonlyMap<string, string> {
  const english = new Intl.DisplayNames("en", { type: "language", fallback: "none" });
  const names = new Map<string, string>();
  const letters = "abcdefghijklmnopqrstuvwxyz";
  for (const first of letters) {
    for (const second of letters) {
      const code = first + second;
      const name = english.of(code);
      if (name === undefined || Intl.getCanonicalLocales(code)[0] !== code) continue;
      names.set(fold(name), code);
      const own = new Intl.DisplayNames(code, { type: "language", fallback: "none" }).of(code);
      if (own !== undefined) names.set(fold(own), code);
    }
  }
  return names;
}

function fold(word: string): string {
  return word.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
}
