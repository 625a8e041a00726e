import { configureLocalization, LOCALE_STATUS_EVENT, updateWhenLocaleChanges } from "@lit/localize";
import { LitElement } from "lit";
import { allLanguages, type Language, languages } from "./languages.ts";
import { hasWords, loadWords, onTableJoined, onTimeZone, useWords } from "./tables.ts";

/** Words that could not be had are asked for again, for as long as they are wanted. */
const AGAIN_AFTER_MS = 5_000;

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
let again: ReturnType<typeof setTimeout> | undefined;

export const chosenLanguage = (): Language => getLocale() as Language;

/**
 * The page goes on in that language as soon as its words are here. False where they can't be had now: it stays as it is
 * until they can.
 */
export async function choose(language: Language): Promise<boolean> {
  wanted = language;
  clearTimeout(again);
  const isComplete = hasWords(language);
  try {
    // A table may join while the others are fetched.
    while (!hasWords(language)) await loadWords(language);
  } catch {
    // The appliance is away just now; the page says so by itself.
    clearTimeout(again);
    if (wanted === language) again = setTimeout(() => void choose(language), AGAIN_AFTER_MS);
    return false;
  }
  if (wanted !== language) return true;
  useWords(language);
  if (language === chosenLanguage()) {
    if (!isComplete) renderAnew();
    return true;
  }
  document.documentElement.lang = language;
  document.documentElement.dir = languages[language].direction;
  await setLocale(language);
  return true;
}

onTableJoined(() => void choose(wanted));
// A list may have come before the state did, which says by which zone its times are told.
onTimeZone(renderAnew);

/** Every element renders again, though the language is the one that it was. */
function renderAnew(): void {
  window.dispatchEvent(
    new CustomEvent(LOCALE_STATUS_EVENT, { detail: { status: "ready", readyLocale: chosenLanguage() } }),
  );
}
