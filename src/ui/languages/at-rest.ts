import { allLanguages, type Language } from "./languages.ts";

/** What there is to choose from, the one at rest first. */
export const offeredBy = (screenLanguages: readonly Language[]): readonly Language[] =>
  screenLanguages.length > 0 ? screenLanguages : allLanguages;

/** Whose letters can be typed: a network's name, an address and many a title are in Latin ones, whatever is spoken. */
export const typedIn = (screenLanguages: readonly Language[]): readonly Language[] => [
  ...new Set([...offeredBy(screenLanguages), "en" as const]),
];

/** The first language of a browser that is offered. */
export function browsersOwn(asked: readonly string[], offered: readonly Language[]): Language | null {
  for (const tag of asked) {
    const [primary = ""] = tag.toLowerCase().split("-");
    const found = offered.find((language) => language === primary);
    if (found) return found;
  }
  return null;
}

interface Told {
  /** The owner's languages; none is no wish. */
  screenLanguages: readonly Language[];
  /** What somebody chose in this browser. */
  kept: Language | null;
  /** What the browser asks for, most wanted first. */
  asked: readonly string[];
}

/**
 * The language of a page that nobody touches. The appliance's own screen is everybody's: there the owner's word holds,
 * and a choice only until the page rests. A browser of one's own keeps its choice.
 */
export function atRest(seat: "kiosk" | "own", { screenLanguages, kept, asked }: Told): Language {
  const offered = offeredBy(screenLanguages);
  const own = browsersOwn(asked, offered);
  if (seat === "kiosk") return screenLanguages[0] ?? own ?? "en";
  if (kept !== null && offered.includes(kept)) return kept;
  return own ?? offered[0] ?? "en";
}
