import { afterEach, expect, test } from "vitest";
import { songView } from "../facts/song-view.ts";
import { somePick } from "../testing-state.ts";
import { listed, useWords } from "./tables.ts";

afterEach(() => useWords("en"));

const two = ["Ana Lúz", "Trio Pomme"];

test.each([
  ["en", "Ana Lúz, Trio Pomme"],
  ["ar", "Ana Lúz، Trio Pomme"],
  ["zh", "Ana Lúz、Trio Pomme"],
] as const)("names are parted as %s parts them", (language, text) => {
  useWords(language);
  expect(listed(two)).toBe(text);
  expect(songView(somePick([], { artists: two })).artists).toBe(text);
});

test("one name stands alone, and none leaves room for what is said instead", () => {
  useWords("zh");
  expect([listed(["Trio Pomme"]), listed([])]).toEqual(["Trio Pomme", ""]);
});
