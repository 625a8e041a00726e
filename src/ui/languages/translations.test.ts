import { expect, test } from "vitest";
import { ownerRefusals, roomRefusals } from "../../protocol/refusals.ts";
import { Settings } from "../../protocol/settings.ts";
import { adminWords } from "../words/admin-words.ts";
import { cameraWords } from "../words/camera-words.ts";
import { fieldNames } from "../words/field-names.ts";
import { fileFaults } from "../words/file-fault-words.ts";
import { historyWords } from "../words/history-words.ts";
import { libraryWords } from "../words/library-words.ts";
import { lostWords } from "../words/lost-words.ts";
import { modelWords } from "../words/model-words.ts";
import { moodMapWords } from "../words/mood-map-words.ts";
import { musicInWords } from "../words/music-in-words.ts";
import { noticeWords } from "../words/notice-words.ts";
import { overviewWords } from "../words/overview-words.ts";
import { ownScreenWords } from "../words/own-screen-words.ts";
import { peopleWords } from "../words/people-words.ts";
import { phoneWords } from "../words/phone-words.ts";
import { type SettingText, settingTexts } from "../words/setting-texts.ts";
import { settingsWords } from "../words/settings-words.ts";
import { setupWords } from "../words/setup-words.ts";
import { takeWords } from "../words/take-words.ts";
import { upkeepWords } from "../words/upkeep-words.ts";
import { words } from "../words/words.ts";
import { allLanguages, languages } from "./languages.ts";
import { differences } from "./testing-shape.ts";

const translated = allLanguages.filter((language) => language !== "en");

test.each(translated)(
  "%s has every word of the kiosk, with every part that English puts in",
  async (language) => {
    const table = await import(`./${language}/words.ts`);
    expect(differences(words, table.words)).toEqual([]);
    expect(table.words.language).toBe(language);
  },
);

test.each(translated)("%s has every word about people", async (language) => {
  const table = await import(`./${language}/people.ts`);
  expect(differences(peopleWords, table.words)).toEqual([]);
});

test.each(translated)("%s has every word of the first start", async (language) => {
  const table = await import(`./${language}/setup.ts`);
  expect(differences(setupWords, table.words)).toEqual([]);
});

test.each(translated)("%s has every word of the guests' phones", async (language) => {
  const table = await import(`./${language}/phone.ts`);
  expect(differences(phoneWords, table.words)).toEqual([]);
});

const owners = {
  admin: adminWords,
  camera: cameraWords,
  settings: settingsWords,
  overview: overviewWords,
  history: historyWords,
  library: libraryWords,
  "mood-map": moodMapWords,
  "music-in": musicInWords,
  take: takeWords,
  "file-faults": fileFaults,
  model: modelWords,
  upkeep: upkeepWords,
  notice: noticeWords,
  lost: lostWords,
  "own-screen": ownScreenWords,
};

test.each(translated)("%s has every word of the owner's pages", async (language) => {
  const faults = await Promise.all(
    Object.entries(owners).map(async ([name, english]) => {
      const table = await import(`./${language}/${name}.ts`);
      return differences(english, table.words).map((fault) => `${name}: ${fault}`);
    }),
  );
  expect(faults.flat()).toEqual([]);
});

/** How far the volume goes stands beside it already. */
const withoutRange = (table: Readonly<Record<string, string>>): object =>
  Object.fromEntries(Object.entries(table).map(([code, text]) => [code, text.replace("{range}", "so")]));

test.each(translated)("%s has words for every code that the daemon can refuse with", async (language) => {
  const room = await import(`./${language}/refusals.ts`);
  const owner = await import(`./${language}/owner-refusals.ts`);
  expect([
    ...differences(withoutRange(roomRefusals), room.words),
    ...differences(ownerRefusals, owner.words),
    ...differences(fieldNames, room.fields),
  ]).toEqual([]);
});

test.each(translated)("%s has the name of every setting and what is told of it", async (language) => {
  const english = Object.entries(Settings.properties as unknown as Record<string, SettingText>).map(
    ([name, { title, help }]) => [
      name,
      { title, help, ...(settingTexts as Readonly<Record<string, object>>)[name] },
    ],
  );
  const table = await import(`./${language}/setting-texts.ts`);
  expect(differences(Object.fromEntries(english), table.words)).toEqual([]);
});

test("a word that is missing, left in English, or has lost a part is found", () => {
  const english = { hint: "Drag to say how it should be.", next: (title: string) => `Next: ${title}` };
  expect(differences(english, { ...english, next: (title: string) => `Danach: ${title}` })).toEqual([
    "hint is still English: Drag to say how it should be.",
  ]);
  expect(differences(english, { hint: "Ziehen.", next: () => "Danach" })).toEqual([
    "next says “Danach” for “Next: 13”",
  ]);
  expect(differences(english, { hint: "Ziehen." })).toEqual(["next is a undefined, not a function"]);
  const counted = (count: number) => ["none", "one"][count] ?? `${count}`;
  expect(
    differences({ counted }, { counted: (count: number) => (count === 0 ? undefined : `${count}`) }),
  ).toEqual(['counted says "undefined"']);
});

test("each language names itself in its own script, for whoever reads no other", () => {
  expect(languages.hi.name).toMatch(/^\p{Script=Devanagari}+$/u);
  expect(languages.ar.name).toMatch(/^\p{Script=Arabic}+$/u);
  expect(languages.zh.name).toMatch(/^\p{Script=Han}+$/u);
});

test.each(allLanguages)(
  "%s has one name for each way of the music, and for each place where Mien stands",
  async (language) => {
    const table = async (name: string, english: object) =>
      language === "en" ? english : (await import(`./${language}/${name}.ts`)).words;
    const kiosk = await table("words", words);
    const map = await table("mood-map", moodMapWords);
    expect(map.effect.policies).toEqual(kiosk.wishes.policies);
    const setup = await table("setup", setupWords);
    const settings = await table("settings", settingsWords);
    expect(settings.choices).toMatchObject(setup.places);
  },
);

test("English counts one song as one", () => {
  expect(historyWords.drawing(1, "Wednesday 00:00")).toBe(
    "One song was played in the last week, in the hour from Wednesday 00:00.",
  );
});

test("German says of one hour that it lacks, and of several that they lack", async () => {
  const { map } = (await import("./de/mood-map.ts")).words;
  expect(map.thin(map.aboutHours(1), 46)).toBe("Reicht keine Stunde. Es fehlt etwa eine Stunde (46 Lieder).");
  expect(map.thin(map.aboutMinutes(30), 1)).toBe(
    "Reicht keine Stunde. Es fehlen etwa 30 Minuten (ein Lied).",
  );
  expect(map.fillsAnHour(map.aboutHours(1), 12)).toContain("Für einen ganzen Tag fehlt etwa eine Stunde");
  expect(map.fillsAnHour(map.aboutHours(1.5), 20)).toContain("fehlen etwa 1,5 Stunden");
});

test("no Arabic particle stands apart from an Arabic name", async () => {
  const { words: setup } = await import("./ar/setup.ts");
  expect(setup.languagesHint.several("الإنجليزية")).not.toContain("بـ ");
});

test("Arabic says how many songs suit and how many others there are in words alone, as all languages do", async () => {
  const { words: kiosk } = await import("./ar/words.ts");
  for (let suit = 0; suit <= 6; suit++) expect(kiosk.picks.heading(suit, 6 - suit)).not.toMatch(/\d/);
});

/** Every text of a table, and of its sentences how they are put together. */
const textsOf = (table: unknown): readonly string[] => {
  if (typeof table === "string" || typeof table === "function") return [String(table)];
  return typeof table === "object" && table !== null ? Object.values(table).flatMap(textsOf) : [];
};

test("Chinese is set with its own commas, colons and question marks", async () => {
  const names = ["words", "people", "setup", "phone", ...Object.keys(owners)];
  const tables = await Promise.all(names.map((name) => import(`./zh/${name}.ts`)));
  const texts = tables.flatMap((table) => textsOf(table.words));
  expect(texts.filter((text) => /\p{Script=Han}[,:;?!]|[,;?!]\p{Script=Han}/u.test(text))).toEqual([]);
});
