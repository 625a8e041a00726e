import { expect, test } from "vitest";
import { allLanguages, type Language } from "../languages/languages.ts";
import { layoutOf } from "./layouts.ts";

/** What a name in each language needs. */
const letters: Readonly<Record<Language, string>> = {
  en: "abcdefghijklmnopqrstuvwxyz",
  de: "abcdefghijklmnopqrstuvwxyzäöüß",
  fr: "abcdefghijklmnopqrstuvwxyzéèçàù",
  es: "abcdefghijklmnopqrstuvwxyzñ",
  hi: "अआइईउऊएऐओऔकखगघचछजझटठडढणतथदधनपफबभमयरलवशषसह",
  ar: "ابتثجحخدذرزسشصضطظعغفقكلمنهويءةىؤئ",
  zh: "abcdefghijklmnopqrstuvwxyz",
};

test.each(allLanguages)(
  "%s: every letter of a name has its key, and every row fits a finger",
  async (language) => {
    const { rows } = await layoutOf(language);
    const keys = [...rows.default, ...rows.shift].join(" ");
    const missing = [...letters[language]].filter((letter) => !keys.includes(letter));
    expect(missing).toEqual([]);
    for (const row of rows.default) expect(row.split(" ").length).toBeLessThanOrEqual(15);
    expect(rows.default.at(-1)).toBe("{language} @ {space} . {close}");
  },
);
