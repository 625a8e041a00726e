import { expect, test } from "vitest";
import { allLanguages } from "../languages/languages.ts";
import { usualLanguages } from "./setup-draft.ts";

test("the screens begin with the page's language, and offer the browser's and English beside it", () => {
  expect(usualLanguages("de", ["de-AT", "de"])).toEqual(["de", "en"]);
  expect(usualLanguages("en", ["en-GB", "fr", "pt-BR"])).toEqual(["en", "fr"]);
  expect(usualLanguages("ar", [])).toEqual(["ar", "en"]);
});

test("an owner whose browser speaks English alone does not take the other languages from the screens' guests", () => {
  for (const browser of [["en-US", "en"], ["pt-BR"], []])
    expect(usualLanguages("en", browser)).toEqual(["en", ...allLanguages.filter((one) => one !== "en")]);
});
