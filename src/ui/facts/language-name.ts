import { perLanguage } from "../languages/tables.ts";
import { words } from "../words/words.ts";

const names = perLanguage((tag) => new Intl.DisplayNames(tag, { type: "language", fallback: "code" }));

/** Songs without words, as ISO 639 has it. */
export const isWordless = (tag: string): boolean => /^zxx(-|$)/i.test(tag);

/** "French" for `fr`; the tag itself where it is none that the browser knows, or none at all. */
export function languageName(tag: string): string {
  if (isWordless(tag)) return words.wishes.wordless;
  try {
    return names().of(tag) ?? tag;
  } catch {
    return tag; // From a file's tag, so it may be anything.
  }
}
