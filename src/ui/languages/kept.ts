import { keep, kept } from "../link/browser-memory.ts";
import { allLanguages, type Language } from "./languages.ts";

const KEY = "mien-language";

/** What was chosen in this browser; null where nothing was, or it keeps nothing. */
export function keptLanguage(): Language | null {
  const chosen = kept(KEY);
  return allLanguages.find((language) => language === chosen) ?? null;
}

export const keepLanguage = (language: Language): void => keep(KEY, language);
