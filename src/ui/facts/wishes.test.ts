import { expect, test } from "vitest";
import { chosenFirst, isWished, noWishes, sameWishes, toggled, type Wishes, withPolicy } from "./wishes.ts";

test("a touch chooses, a second one takes it back, whatever the case", () => {
  const chosen = toggled(noWishes, "artists", "Nina Simone");
  expect(chosen).toEqual({ ...noWishes, artists: ["Nina Simone"] });
  expect(isWished(chosen, "artists", "nina simone")).toBe(true);
  expect(toggled(chosen, "artists", "NINA SIMONE")).toEqual(noWishes);
});

test("what the daemon would not take is not chosen", () => {
  const full: Wishes = {
    ...noWishes,
    languages: ["aa", "ab", "ae", "af", "ak", "am", "an", "ar", "as", "av"],
  };
  expect(toggled(full, "languages", "fr")).toBe(full);
  expect(toggled(full, "languages", "aa").languages).toHaveLength(9);
});

test("the chosen ones come first and once", () => {
  expect(chosenFirst(["Nina"], ["Ana", "nina", "Trio"])).toEqual(["Nina", "Ana", "Trio"]);
});

test("the order of wishes does not matter, one more or less does", () => {
  const wishes: Wishes = { languages: ["fr", "de"], artists: ["Nina Simone"], policy: "lift" };
  expect(sameWishes(wishes, { ...wishes, languages: ["de", "FR"], artists: ["nina simone"] })).toBe(true);
  expect(sameWishes(wishes, { ...wishes, languages: ["de"] })).toBe(false);
  expect(sameWishes(wishes, { ...wishes, artists: ["Nina Hagen"] })).toBe(false);
  expect(sameWishes(wishes, { ...wishes, policy: null })).toBe(false);
});

test("one policy takes the place of another, and a second touch leaves it to the owner", () => {
  const calm = withPolicy(withPolicy(noWishes, "lift"), "calm");
  expect(calm).toEqual({ ...noWishes, policy: "calm" });
  expect(withPolicy(calm, "calm")).toEqual(noWishes);
});
