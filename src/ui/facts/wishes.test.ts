import { expect, test } from "vitest";
import { chosenFirst, isWished, sameWishes, toggled, type Wishes } from "./wishes.ts";

const none: Wishes = { languages: [], artists: [] };

test("a touch chooses, a second one takes it back, whatever the case", () => {
  const chosen = toggled(none, "artists", "Nina Simone");
  expect(chosen).toEqual({ languages: [], artists: ["Nina Simone"] });
  expect(isWished(chosen, "artists", "nina simone")).toBe(true);
  expect(toggled(chosen, "artists", "NINA SIMONE")).toEqual(none);
});

test("what the daemon would not take is not chosen", () => {
  const full: Wishes = {
    languages: ["aa", "ab", "ae", "af", "ak", "am", "an", "ar", "as", "av"],
    artists: [],
  };
  expect(toggled(full, "languages", "fr")).toBe(full);
  expect(toggled(full, "languages", "aa").languages).toHaveLength(9);
});

test("the chosen ones come first and once", () => {
  expect(chosenFirst(["Nina"], ["Ana", "nina", "Trio"])).toEqual(["Nina", "Ana", "Trio"]);
});

test("the order of wishes does not matter, one more or less does", () => {
  const wishes: Wishes = { languages: ["fr", "de"], artists: ["Nina Simone"] };
  expect(sameWishes(wishes, { languages: ["de", "FR"], artists: ["nina simone"] })).toBe(true);
  expect(sameWishes(wishes, { languages: ["de"], artists: ["Nina Simone"] })).toBe(false);
  expect(sameWishes(wishes, { languages: ["fr", "de"], artists: ["Nina Hagen"] })).toBe(false);
});
