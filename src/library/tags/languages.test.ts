import { expect, test } from "vitest";
import { languageTags } from "./languages.ts";

test.each([
  ["eng", ["en"]],
  ["ger", ["de"]],
  ["deu", ["de"]],
  ["fre", ["fr"]],
  ["en", ["en"]],
  ["pt-br", ["pt-BR"]],
  ["zh_hant", ["zh-Hant"]],
  ["English", ["en"]],
  ["deutsch", ["de"]],
  ["Français", ["fr"]],
  ["ESPAÑOL", ["es"]],
  ["eng/ger", ["en", "de"]],
  ["eng; eng", ["en"]],
  ["zxx", ["zxx"]],
  ["Instrumental", ["zxx"]],
  ["und", []],
  ["XXX", []],
  ["qqq", []],
  ["a language", []],
  ["", []],
])("%s is %j", (said, tags) => {
  expect(languageTags([said])).toEqual(tags);
});
