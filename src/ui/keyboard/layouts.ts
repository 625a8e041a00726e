import type { Language } from "../languages/languages.ts";
import { accentRows } from "./accents.ts";

interface Package {
  layout: Record<string, string[]>;
  layoutCandidates?: Record<string, string> | null;
}

export interface Layout {
  /** Keys by row, apart by spaces; those with accents where there are Latin letters. */
  rows: Record<"default" | "shift", string[]> & Partial<Record<"accents" | "accentsShift", string[]>>;
  /** What is typed in Pinyin, and the Han characters for each syllable; null where keys type what they say. */
  pinyin: Readonly<Record<string, string>> | null;
  /** Shift makes capitals of letters; elsewhere it has other letters. */
  capitals: boolean;
}

/** Each is fetched with the first field that is typed into in its language; the Chinese one has 37 KB of characters. */
const packages: Readonly<Record<Language, () => Promise<{ default: Package }>>> = {
  en: () => import("simple-keyboard-layouts/build/layouts/english.js"),
  de: () => import("simple-keyboard-layouts/build/layouts/german.js"),
  fr: () => import("simple-keyboard-layouts/build/layouts/french.js"),
  es: () => import("simple-keyboard-layouts/build/layouts/spanish.js"),
  hi: () => import("simple-keyboard-layouts/build/layouts/hindi.js"),
  ar: () => import("simple-keyboard-layouts/build/layouts/arabic.js"),
  zh: () => import("simple-keyboard-layouts/build/layouts/chinese.js"),
};

/** For what is digits alone, as a PIN is. */
const digitRows = ["1 2 3", "4 5 6", "7 8 9", "{bksp} 0 {enter}", "{close}"];
export const digits: Layout = {
  rows: { default: digitRows, shift: digitRows },
  pinyin: null,
  capitals: false,
};

export async function layoutOf(language: Language): Promise<Layout> {
  const { layout, layoutCandidates } = (await packages[language]()).default;
  const { default: plain = [], shift = [] } = layout;
  const unused = keysOf(plain).includes(".") ? UNUSED : [...UNUSED, "."];
  const isLatin = keysOf(plain).includes("a");
  const last = `{language} @ ${isLatin ? "{accents} " : ""}{space} ${unused.includes(".") ? ". " : ""}{close}`;
  const rows = (all: readonly string[]) => [...forFingers(all, unused), last];
  const accents = isLatin ? { accents: accentRows(false), accentsShift: accentRows(true) } : {};
  const pinyin = layoutCandidates ?? null;
  return {
    rows: { default: rows(plain), shift: rows(shift), ...accents },
    pinyin,
    capitals: isLatin && pinyin === null,
  };
}

/** Keys of an office are for ten fingers: what a finger on a screen has no use for makes room for wider keys. */
const UNUSED: readonly string[] = ["{tab}", "{lock}", ".com", "@"];

function forFingers(rows: readonly string[], unused: readonly string[]): string[] {
  return rows.slice(0, 4).map((row) => {
    const keys = keysOf([row]).filter((key) => !unused.includes(key));
    return keys.filter((key, index) => key !== "{shift}" || index === 0).join(" ");
  });
}

const keysOf = (rows: readonly string[]): string[] => rows.join(" ").split(" ").filter(Boolean);
