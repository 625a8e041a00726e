import { afterEach, expect, test } from "vitest";
import { Settings } from "../../protocol/settings.ts";
import { loadWords, useWords } from "../languages/tables.ts";
import { type NamedSetting, settingGroups } from "./setting-search.ts";

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

test.each([
  ["en", "volume"],
  ["de", "Lautstärke"],
  ["fr", "volume"],
  ["es", "volumen"],
  ["hi", "आवाज़"],
  ["ar", "مستوى الصوت"],
  ["zh", "音量"],
] as const)("whoever looks for the volume finds each place that limits it: %s", async (tag, volume) => {
  if (tag !== "en") await loadWords(tag);
  useWords(tag);
  const own = Object.entries(Settings.properties).map(([name, schema]) => ({ name, schema }) as NamedSetting);
  const names = settingGroups(own, volume).flatMap(({ settings }) => settings.map(({ name }) => name));
  expect(names).toEqual(expect.arrayContaining(["volume", "volumeRange", "quietHours", "dayparts"]));
});

test("what is called so comes before what only mentions it, and its group before the others", () => {
  const many = [
    setting("languages", "Music", "Languages", "A guest may choose others for a while."),
    setting("blockHours", "Music", "How long a block holds", "What a guest blocks."),
    setting("guestPage", "Sound", "Phones of guests", "With it guests ask for songs."),
    setting("phonesLimit", "Sound", "Most phones", "So many at once."),
    setting("guestVotes", "Sound", "Votes"),
    setting("guest", "Sound", "Guest"),
  ];
  const order = (search: string) =>
    settingGroups(many, search).flatMap(({ settings }) => settings.map(({ name }) => name));
  expect(order("guest")).toEqual(["guest", "guestPage", "guestVotes", "languages", "blockHours"]);
  expect(order("phones")).toEqual(["guestPage", "phonesLimit"]);
  const network = {
    name: "open",
    schema: { group: "Network" as const, title: "Open to the sound", help: "" },
  };
  expect(settingGroups([network, ...many], "sound").map(({ group }) => group)).toEqual(["Sound", "Network"]);
  expect(order("")).toEqual(many.map(({ name }) => name));
});
