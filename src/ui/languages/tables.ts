import { type Language, languages } from "./languages.ts";

export type Translated = Exclude<Language, "en">;

/** The same words in another language: of the same shape, so that a missing one does not compile. */
export type Others<Words> = Readonly<Record<Translated, () => Promise<{ words: Words }>>>;

interface Table {
  load(language: Language): Promise<void>;
  use(language: Language): void;
}

const tables: Table[] = [];
let current: Language = "en";
let told: () => void = () => undefined;

/** As `Intl` wants it. */
export const intlTag = (): string => languages[current].intl;

/** A table of words joins the others. `use` is told which words hold, whenever that changes. */
export function translated<Words>(english: Words, others: Others<Words>, use: (words: Words) => void): void {
  const loaded = new Map<Language, Words>([["en", english]]);
  const table: Table = {
    load: async (language) => {
      if (language !== "en" && !loaded.has(language)) loaded.set(language, (await others[language]()).words);
    },
    use: (language) => use(loaded.get(language) ?? english),
  };
  tables.push(table);
  // It came with a part of the page that was fetched later than the language was chosen.
  if (current !== "en")
    void loadWords(current).then(() => {
      useWords(current);
      told();
    });
}

/** Rejects where the page can't be reached any more. */
export async function loadWords(language: Language): Promise<void> {
  await Promise.all(tables.map((table) => table.load(language)));
}

/** What was loaded holds from here on. */
export function useWords(language: Language): void {
  current = language;
  for (const table of tables) table.use(language);
}

/** Called when words came late. */
export function onLateWords(listener: () => void): void {
  told = listener;
}

/** Something of Intl's for the language that holds; made anew only when that changes. */
export function perLanguage<Made>(make: (tag: string) => Made): () => Made {
  let made: { tag: string; value: Made } | null = null;
  return () => {
    const tag = intlTag();
    if (made?.tag !== tag) made = { tag, value: make(tag) };
    return made.value;
  };
}
