import { type Language, languages } from "./languages.ts";

export type Translated = Exclude<Language, "en">;

/** The same words in another language: of the same shape, so that a missing one does not compile. */
export type Others<Words> = Readonly<Record<Translated, () => Promise<{ words: Words }>>>;

interface Table {
  has(language: Language): boolean;
  load(language: Language): Promise<void>;
  use(language: Language): void;
}

const tables: Table[] = [];
let current: Language = "en";
/** As it was told, and as it holds: not every browser knows every zone. */
let told: string | undefined;
let zone: string | undefined;
let movedTo: () => void = () => undefined;
let joined: () => void = () => undefined;

/** Names one after the other, as the language parts them. */
export const listed = (names: readonly string[]): string => names.join(languages[current].comma);

/** As `Intl` wants it. */
export const intlTag = (): string => languages[current].intl;

/** The appliance's time zone, which its times are told by wherever the page is; before it is known, the browser's own. */
export const timeZone = (): string | undefined => zone;

/** Browsers that are older than a zone's name tell times by their own. */
export function useTimeZone(name: string): void {
  if (name === told) return;
  told = name;
  const before = zone;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    zone = name;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    zone = undefined;
  }
  if (zone !== before) movedTo();
}

/** Called when times are told by another clock from here on. */
export function onTimeZone(listener: () => void): void {
  movedTo = listener;
}

/** A table of words joins the others. `use` is told which words hold, whenever that changes. */
export function translated<Words>(english: Words, others: Others<Words>, use: (words: Words) => void): void {
  const loaded = new Map<Language, Words>([["en", english]]);
  tables.push({
    has: (language) => loaded.has(language),
    load: async (language) => {
      if (language !== "en" && !loaded.has(language)) loaded.set(language, (await others[language]()).words);
    },
    use: (language) => use(loaded.get(language) ?? english),
  });
  joined();
}

/** Whether every table that is here by now has them. */
export const hasWords = (language: Language): boolean => tables.every((table) => table.has(language));

/** Rejects where the page can't be reached any more. A table that joins meanwhile has not got them yet. */
export async function loadWords(language: Language): Promise<void> {
  await Promise.all(tables.map((table) => table.load(language)));
}

/** What was loaded holds from here on. */
export function useWords(language: Language): void {
  current = language;
  for (const table of tables) table.use(language);
}

/** Called when a table came with a part of the page that was fetched later: its words are English yet. */
export function onTableJoined(listener: () => void): void {
  joined = listener;
}

/** Something of Intl's for the language and the time zone that hold; made anew only when one changes. */
export const perLanguage = <Made>(make: Make<Made>): (() => Made) => keptPer(intlTag, make);

/**
 * The same for dates. What one half of those who read English takes for the third of December is the twelfth of March to
 * the other: there the browser's own kind of English counts.
 */
export const forDates = <Made>(make: Make<Made>): (() => Made) => keptPer(dateTag, make);

type Make<Made> = (tag: string, here: { timeZone: string | undefined }) => Made;

function dateTag(): string {
  if (current !== "en") return intlTag();
  // Some of what tells its languages tells what `Intl` does not take, such as en-US@posix.
  const own = browser.navigator?.languages.find((tag) => /^en(-[a-z0-9]{2,8})*$/i.test(tag));
  return own ?? intlTag();
}

/** Texts are read outside of browsers, too. */
const browser = globalThis as { navigator?: { languages: readonly string[] } };

function keptPer<Made>(tagOf: () => string, make: Make<Made>): () => Made {
  let made: { tag: string; zone: string | undefined; value: Made } | null = null;
  return () => {
    const tag = tagOf();
    if (made?.tag !== tag || made.zone !== zone) made = { tag, zone, value: make(tag, { timeZone: zone }) };
    return made.value;
  };
}
