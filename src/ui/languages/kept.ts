import { allLanguages, type Language } from "./languages.ts";

const KEY = "mien-language";

/** What was chosen in this browser; null where nothing was, or it keeps nothing. */
export function keptLanguage(): Language | null {
  try {
    const kept = globalThis.localStorage?.getItem(KEY);
    return allLanguages.find((language) => language === kept) ?? null;
  } catch {
    return null; // A browser may forbid even to look.
  }
}

export function keepLanguage(language: Language): void {
  try {
    globalThis.localStorage?.setItem(KEY, language);
  } catch {
    // A full or forbidden storage: then it holds for as long as the page is open.
  }
}
