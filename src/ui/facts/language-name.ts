import { words } from "../words.ts";

const names = new Intl.DisplayNames(words.language, { type: "language", fallback: "code" });

/** "French" for `fr`; the tag itself where it is none that the browser knows, or none at all. */
export function languageName(tag: string): string {
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag; // From a file's tag, so it may be anything.
  }
}
