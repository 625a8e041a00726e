import { keep, keepInTab, kept, keptInTab } from "../link/browser-memory.ts";
import { allLanguages, type Language } from "./languages.ts";

const KEY = "mien-language";

const known = (chosen: string | null): Language | null =>
  allLanguages.find((language) => language === chosen) ?? null;

/** What was chosen in this browser; null where nothing was, or it keeps nothing. */
export const keptLanguage = (): Language | null => known(kept(KEY));

export const keepLanguage = (language: Language): void => keep(KEY, language);

/** What a guest chose on the appliance's own screen, from one of its pages to the next; null forgets it. */
export const guestLanguage = (): Language | null => known(keptInTab(KEY));

export const keepGuestLanguage = (language: Language | null): void => keepInTab(KEY, language);
