import { expect, test } from "vitest";
import { usualLanguages } from "./setup-draft.ts";

test("the screens begin with the page's language, and offer the browser's and English beside it", () => {
  expect(usualLanguages("de", ["de-AT", "de"])).toEqual(["de", "en"]);
  expect(usualLanguages("en", ["en-GB", "fr", "pt-BR"])).toEqual(["en", "fr"]);
  expect(usualLanguages("ar", [])).toEqual(["ar", "en"]);
});
