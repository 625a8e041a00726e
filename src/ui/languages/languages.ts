import type { Settings } from "../../protocol/settings.ts";

/** Those of the setting `screenLanguages`. */
export type Language = Settings["screenLanguages"][number];

interface Facts {
  /** In its own words, for whoever can read nothing else here. */
  name: string;
  direction: "ltr" | "rtl";
  /** For numbers, times and names. */
  intl: string;
}

/** English comes first, as it is in the page already; the others are fetched. */
export const languages: Readonly<Record<Language, Facts>> = {
  en: { name: "English", direction: "ltr", intl: "en" },
  de: { name: "Deutsch", direction: "ltr", intl: "de" },
  fr: { name: "Français", direction: "ltr", intl: "fr" },
  es: { name: "Español", direction: "ltr", intl: "es" },
  hi: { name: "हिन्दी", direction: "ltr", intl: "hi-u-nu-latn" },
  // Titles, clocks and volumes beside them have Latin digits in every language, so the sentences have them too.
  ar: { name: "العربية", direction: "rtl", intl: "ar-u-nu-latn" },
  zh: { name: "中文", direction: "ltr", intl: "zh-Hans" },
};

export const allLanguages = Object.keys(languages) as readonly Language[];
