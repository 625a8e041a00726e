import { expect, test } from "vitest";
import { mendedText } from "./mended-text.ts";

/** As a parser shows bytes that the tag calls Latin-1. */
const shown = (bytes: readonly number[]) => Buffer.from(bytes).toString("latin1");
const russian = (text: string) =>
  shown(
    [...text].map((letter) => {
      const code = letter.codePointAt(0) ?? 0;
      return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : letter === "ё" ? 0xb8 : code;
    }),
  );
const utf8 = (text: string) => shown([...Buffer.from(text)]);

test.each(["Café für Zwei – Déjà vu", "Björk", "東京の雨", "Подмосковные вечера", "ليلة القدر"])(
  "UTF-8 that was called Latin-1 is read: %s",
  (text) => {
    expect(mendedText(utf8(text))).toBe(text);
  },
);

test("so is what a program took for Windows-1252 when it wrote it anew", () => {
  expect(mendedText("CafÃ© â€“ DÃ©jÃ\u00a0 vu")).toBe("Café – Déjà vu");
});

test.each(["Подмосковные вечера", "Миллион алых роз 13", "Чёрный кот", "КИНО - Группа крови"])(
  "Cyrillic of Windows is read: %s",
  (text) => {
    expect(mendedText(russian(text))).toBe(text);
  },
);

test("Japanese of old players is read", () => {
  // 夜の海, 東京 Live
  expect(mendedText(shown([0x96, 0xe9, 0x82, 0xcc, 0x8a, 0x43]))).toBe("夜の海");
  expect(mendedText(shown([0x93, 0x8c, 0x8b, 0x9e, 0x82, 0xcc, 0x20, 0x55]))).toBe("東京の U");
});

test("the quotes and dashes of Windows are read", () => {
  expect(mendedText("Don\u0092t Stop \u0096 Live")).toBe("Don’t Stop – Live");
  expect(mendedText("\u0093Heroes\u0094")).toBe("“Heroes”");
});

test.each([
  "Beyoncé",
  "Sigur Rós – Ágætis byrjun",
  "Motörhead",
  "Ænima",
  "Ólafur Arnalds",
  "Für Elise",
  "Ça ira",
  "À ÊTRE",
  "ÆØÅ",
  "Señorita ¿Qué?",
  "Dvořák",
  "純喫茶の夜",
  "Подмосковные вечера",
  "naïve €",
  "plain",
  "",
])("what is right stays as it is: %s", (text) => {
  expect(mendedText(text)).toBe(text);
});
