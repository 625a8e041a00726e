import { configureLocalization, LOCALE_STATUS_EVENT, updateWhenLocaleChanges } from "@lit/localize";
import { LitElement } from "lit";
import { allLanguages, type Language, languages } from "./languages.ts";
import { loadWords, onLateWords, useWords } from "./tables.ts";

// Every element shows words, so none has to say by itself that it renders them anew.
LitElement.addInitializer((element) => updateWhenLocaleChanges(element as LitElement));

const { getLocale, setLocale } = configureLocalization({
  sourceLocale: "en",
  targetLocales: allLanguages.filter((language) => language !== "en"),
  // The sentences are functions, each by its language's own grammar, and stand in tables; templates hold none of them.
  loadLocale: async () => ({ templates: {} }),
});

/** The newest wish: of two that overlap the last one holds. */
let wanted: Language = "en";

export const chosenLanguage = (): Language => getLocale() as Language;

/** The page goes on in that language as soon as its words are here. False where they can't be had: it stays as it is. */
export async function choose(language: Language): Promise<boolean> {
  wanted = language;
  try {
    await loadWords(language);
  } catch {
    return false; // The appliance is away just now; the page says so by itself.
  }
  if (wanted !== language || language === chosenLanguage()) return true;
  useWords(language);
  document.documentElement.lang = language;
  document.documentElement.dir = languages[language].direction;
  await setLocale(language);
  return true;
}

// Words that came late are shown as well.
onLateWords(() =>
  window.dispatchEvent(
    new CustomEvent(LOCALE_STATUS_EVENT, { detail: { status: "ready", readyLocale: chosenLanguage() } }),
  ),
);
