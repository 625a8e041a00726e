import { expect, test } from "vitest";
import { isWordless, languageName } from "./language-name.ts";

test("a language goes by its name, one that nobody knows by its tag", () => {
  expect(languageName("fr")).toBe("French");
  expect(languageName("pt-BR")).toBe("Brazilian Portuguese");
  expect(languageName("xqz")).toBe("xqz");
  expect(languageName("not a tag")).toBe("not a tag");
});

test("music without words is no language", () => {
  expect(languageName("zxx")).toBe("Instrumental");
  expect(isWordless("ZXX-Latn")).toBe(true);
  expect(isWordless("zu")).toBe(false);
});
