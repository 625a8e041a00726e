import { expect, test } from "vitest";
import { layoutOf } from "./layouts.ts";
import { candidatesFor } from "./pinyin.ts";

test("letters become the characters of the longest syllable that they begin with", async () => {
  const { pinyin } = await layoutOf("zh");
  const table = pinyin ?? expect.fail("There is no Pinyin.");
  expect(candidatesFor("li", table).characters).toContain("李");
  const { characters, letters } = candidatesFor("xiaoming", table);
  expect(letters).toBe(4);
  expect(characters).toContain("小");
  expect(candidatesFor("", table)).toEqual({ characters: [], letters: 0 });
});
