import { expect, test } from "vitest";
import { words as onPhones } from "./ar/phone.ts";
import { words as arabic } from "./ar/words.ts";
import { percentIn, pluralIn } from "./plural.ts";

test("Arabic has six forms, and each count takes its own", () => {
  const faces = [0, 1, 2, 3, 11, 100].map((count) => arabic.looks.mixed(count).split("، ")[1]);
  expect(faces).toEqual(["لا وجوه", "وجه واحد", "وجهان", "3 وجوه", "11 وجهًا", "100 وجه"]);
});

test("two of anything is a form of its own in Arabic", () => {
  expect(arabic.picks.heading(2, 0)).toBe("أغنيتان تناسبان");
  expect(onPhones.code.vote(1, 2)).toContain("هاتفين");
  expect(onPhones.search.found(2)).toBe("أغنيتان");
  expect(onPhones.ask.left(2)).toBe("يمكن أن تنتظر لك أغنيتان أخريان.");
});

test("French counts none as one, as it does, and a form that is not named is the usual one", () => {
  const plural = pluralIn("fr");
  expect(plural(0, { one: "# visage", other: "# visages" })).toBe("0 visage");
  expect(plural(5_000_000, { other: "# visages" })).toMatch(/^5.000.000 visages$/);
});

test("shares are written as each language writes them, with the same digits", () => {
  expect(percentIn("ar-u-nu-latn")(0.4)).toMatch(/40/);
  expect(percentIn("de")(0.4)).toMatch(/^40\s%$/);
  expect(percentIn("zh-Hans")(0.4)).toBe("40%");
});
