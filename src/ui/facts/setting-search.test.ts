import { afterEach, expect, test } from "vitest";
import { loadWords, useWords } from "../languages/tables.ts";
import { settingGroups } from "./setting-search.ts";

afterEach(() => useWords("en"));

const setting = (name: string, group: "Sound" | "Music", title: string, help = "") => ({
  name,
  schema: { group, title, help },
});
const all = [
  setting("a", "Music", "Rest of a song", "A song is not played again."),
  setting("volume", "Sound", "How loud"),
  setting("c", "Music", "Élan"),
];
const found = (search: string) =>
  settingGroups(all, search).map(({ group, settings }) => [group, ...settings.map(({ name }) => name)]);

test("without a search all of them are there, each in its group, as the daemon tells them", () => {
  expect(found(" ")).toEqual([
    ["Music", "a", "c"],
    ["Sound", "volume"],
  ]);
});

test("a search goes by all its words, in title, help, group and name, whatever case and accents", () => {
  expect(found("SONG again")).toEqual([["Music", "a"]]);
  expect(found("elan")).toEqual([["Music", "c"]]);
  expect(found("volume")).toEqual([["Sound", "volume"]]);
  expect(found("sound song")).toEqual([]);
});

test("a search goes by the words of the page's language", async () => {
  await Promise.all([loadWords("de"), loadWords("ar"), loadWords("hi")]);
  useWords("de");
  expect(found("lautstärke")).toEqual([["Sound", "volume"]]);
  expect(found("ton")).toEqual([["Sound", "volume"]]);
  useWords("ar");
  // Written without what keyboards leave out: vowel marks, and the hamza on an alef.
  expect(found("مستوى الصوت")).toEqual([["Sound", "volume"]]);
  expect(found("مُسْتَوى")).toEqual([["Sound", "volume"]]);
  useWords("hi");
  expect(found("आवाज़")).toEqual([["Sound", "volume"]]);
  expect(found("आवाज़ी")).toEqual([]);
});
