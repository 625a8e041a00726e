import { expect, test } from "vitest";
import { dialectOf } from "./csv-dialect.ts";

test.each([
  [undefined, undefined, ","],
  [undefined, "*", ","],
  [undefined, "not a language", ","],
  [undefined, "en-GB,en;q=0.9,de;q=0.8", ","],
  [undefined, "de-DE,de;q=0.9,en;q=0.8", ";"],
  [undefined, "fr", ";"],
  [undefined, "de-CH", ";"],
  [undefined, "ja", ","],
  ["comma", "de", ","],
  ["semicolon", "en", ";"],
  ["tab", "de", "\t"],
])("asked for %s by a browser of %s, columns are parted by %j", (asked, language, separator) => {
  expect(dialectOf(asked, language)).toMatchObject({ separator, decimal: separator === ";" ? "," : "." });
});
