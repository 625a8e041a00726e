import type { Settings } from "../../protocol/settings.ts";

/** Those of the setting `screenLanguages`. */
export type Language = Settings["screenLanguages"][number];

interface Facts {
  /** In its own words, for whoever can read nothing else here. */
  name: string;
  /** The same in the width of a round button. */
  short: string;
  direction: "ltr" | "rtl";
  /** For numbers, times and names. */
  intl: string;
  /** Between names in a list. */
  comma: string;
}

/** English comes first, as it is in the page already; the others are fetched. */
export const languages: Readonly<Record<Language, Facts>> = {
  en: { name: "English", short: "EN", direction: "ltr", intl: "en", comma: ", " },
  de: { name: "Deutsch", short: "DE", direction: "ltr", intl: "de", comma: ", " },
  fr: { name: "Français", short: "FR", direction: "ltr", intl: "fr", comma: ", " },
  es: { name: "Español", short: "ES", direction: "ltr", intl: "es", comma: ", " },
  hi: { name: "हिन्दी", short: "हि", direction: "ltr", intl: "hi-u-nu-latn", comma: ", " },
  // Titles, clocks and volumes beside them have Latin digits in every language, so the sentences have them too.
  ar: { name: "العربية", short: "ع", direction: "rtl", intl: "ar-u-nu-latn", comma: "، " },
  zh: { name: "中文", short: "中", direction: "ltr", intl: "zh-Hans", comma: "、" },
};

export const allLanguages = Object.keys(languages) as readonly Language[];
