import { expect, test } from "vitest";
import { allLanguages, type Language } from "../languages/languages.ts";
import { digits, layoutOf } from "./layouts.ts";

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
  "%s: every letter of a name has its key, none has two, and every row fits a finger",
  async (language) => {
    const { rows } = await layoutOf(language);
    const keys = [...rows.default, ...rows.shift].join(" ");
    const missing = [...letters[language]].filter((letter) => !keys.includes(letter));
    expect(missing).toEqual([]);
    for (const layer of [rows.default, rows.shift]) {
      const all = layer.join(" ").split(" ");
      for (const key of [".", "@", "{shift}"])
        expect(all.filter((each) => each === key).length).toBeLessThanOrEqual(1);
    }
    expect(rows.default.join(" ").split(" ")).toContain(".");
    for (const row of rows.default) expect(row.split(" ").length).toBeLessThanOrEqual(15);
    expect(rows.default.at(-1)).toMatch(/^\{language\} @ (\{accents\} )?\{space\} (\. )?\{close\}$/);
  },
);

test("digits are all there once, with a way to take one back, to be done and to leave", () => {
  const keys = digits.rows.default.join(" ").split(" ").toSorted();
  expect(keys).toEqual([..."0123456789", "{bksp}", "{close}", "{enter}"]);
});

const withAccents = "éèêëàáâäãåæçñíîïóôöõøœúûüßłśźżčšžřđćęąńőűğışțýÿþð";

test.each(["en", "de", "fr", "es", "zh"] as const)(
  "%s: every letter that names in Latin script bear is a key away, small and large, in rows that fit a finger",
  async (language) => {
    const { rows } = await layoutOf(language);
    expect(rows.default.at(-1)).toContain("{accents}");
    const [small, large] = [rows.accents ?? [], rows.accentsShift ?? []];
    const keys = small.join(" ").split(" ");
    expect([...withAccents].filter((letter) => !keys.includes(letter))).toEqual([]);
    expect(new Set(keys).size).toBe(keys.length);
    expect(large.join(" ").split(" ")).toEqual(
      expect.arrayContaining(["É", "Ñ", "Ü", "İ", "ẞ", "{accents}"]),
    );
    for (const row of [...small, ...large]) expect(row.split(" ").length).toBeLessThanOrEqual(15);
    expect(small.length).toBe(rows.default.length);
  },
);

test.each(["hi", "ar"] as const)(
  "%s: letters of another script have no accents to offer",
  async (language) => {
    const { rows } = await layoutOf(language);
    expect(rows.accents).toBeUndefined();
    expect(rows.default.at(-1)).not.toContain("{accents}");
  },
);

test("words begin with capitals where letters have some, and what is typed as Pinyin has none", async () => {
  for (const language of allLanguages)
    expect((await layoutOf(language)).capitals, language).toBe(["en", "de", "fr", "es"].includes(language));
});
