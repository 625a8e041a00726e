import { afterEach, expect, test } from "vitest";
import { useWords } from "../languages/tables.ts";
import { shownNumber, typedNumber, unitText } from "./number-field.ts";

afterEach(() => useWords("en"));

test.each([
  ["30", 30],
  [" 0,5 ", 0.5],
  ["-6", -6],
  ["−6", -6],
  ["\u200e-6", -6],
  ["٣٠", 30],
  ["٠٫٥", 0.5],
  ["६", 6],
  ["１２", 12],
  ["", null],
  ["loud", null],
])("%j is %j, whatever keyboard it comes from", (text, number) => {
  expect(typedNumber(text)).toBe(number);
});

test.each(["en", "de", "fr", "es", "hi", "ar", "zh"] as const)(
  "what is shown in %s is read as the number that it was, in Latin digits",
  (language) => {
    useWords(language);
    for (const number of [0, 0.2, -6, -0.5, 10_080, 4_294_967_295]) {
      expect(shownNumber(number)).toMatch(/^\u200e?[-\d.,]+$/);
      expect(typedNumber(shownNumber(number))).toBe(number);
    }
  },
);

test("a unit goes by its number and its language, and says no number itself", () => {
  expect([unitText("minutes", 1), unitText("minutes", 30), unitText("ms", 6)]).toEqual([
    ...["minute", "minutes", "seconds"],
  ]);
  expect([unitText("songs", 1), unitText("songs", 6), unitText("dB", -6)]).toEqual(["song", "songs", "dB"]);
  useWords("ar");
  expect([unitText("minutes", 2), unitText("minutes", 3), unitText("minutes", 180)]).toEqual([
    ...["دقائق", "دقائق", "دقيقة"],
  ]);
});
