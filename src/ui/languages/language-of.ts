import { allLanguages, type Language } from "./languages.ts";

/** The first of somebody's languages that the pages know; English where they know none of them. */
export function languageOf(wanted: readonly string[]): Language {
  const known = wanted.map((tag) => allLanguages.find((language) => language === tag.split("-", 1)[0]));
  return known.find((language) => language !== undefined) ?? "en";
}
