import { expect, test } from "vitest";
import { hyphenated, hyphenatedName } from "./hyphenated.ts";

const visible = (text: string): string => text.replaceAll("\u00ad", "-");
const seen = (text: string): string => visible(hyphenated(text));

test.each([
  ["Sonntagmorgen", "Sonn-tag-morgen"],
  ["Donaudampfschifffahrt im Regen", "Donau-dampf-schiff-fahrt im Regen"],
  ["Frühlingsspaziergang", "Früh-lings-spa-zier-gang"],
  ["Großstadtgeflüster", "Groß-stadt-ge-flüster"],
  ["Geburtstagsständchen", "Geburts-tags-ständ-chen"],
  ["Thunderstruck", "Thun-der-struck"],
  ["Understanding", "Under-stan-ding"],
  ["Nightswimming", "Night-swim-ming"],
  ["Straightforward", "Straight-for-ward"],
  ["Malheureusement", "Mal-heu-reu-se-ment"],
  ["Entretenimiento", "Entre-te-ni-miento"],
  ["Eyjafjallajökull", "Eyjaf-jalla-jö-kull"],
  ["Vuosikymmeniä", "Vuo-si-kym-meniä"],
])("a long word may be divided: %s", (text, divided) => {
  expect(seen(text)).toBe(divided);
});

test.each([
  // They have room on a line of their own, and would be divided at the end of another one.
  "Kite Weather",
  "Everything I Do",
  "Wonderwall",
  "Sommerregen",
  "Chansonnette",
  // Of other scripts.
  "早晨的咖啡",
  "الأغنية الطويلة جدا",
  "Подмосковные вечера",
  "तुम्हारेलिएयहगीत",
  // Read letter by letter.
  "www.example.com/somethinglong",
  "soundcloudrecordings.net",
  "https://example.com/verylongartistname",
  "somebodysomewhere@example.org",
  "Introductionary01",
  "field_recordings_collection",
])("stays whole: %s", (text) => {
  expect(hyphenated(text)).toBe(text);
});

const names = [
  ...["Tchaikovsky", "Rachmaninoff", "Shostakovich", "Mendelssohn-Bartholdy", "Nikolai Rimsky-Korsakov"],
  ...["Einstürzende Neubauten", "Die Fantastischen Vier", "Herbert Grönemeyer", "Portishead", "Springsteen"],
  ...[
    "Charlotte Gainsbourg",
    "Orchestre Philharmonique de Radio France",
    "Alejandro Fernández",
    "Enrique Iglesias",
  ],
  ...[
    "Umm Kulthum",
    "أم كلثوم",
    "लता मंगेशकर",
    "邓丽君",
    "Þorsteinn Einarsson",
    "Eyjólfur Kristjánsson",
    "Szczepanik",
  ],
];
test.each(names)("a name is not divided: %s", (name) => {
  expect(hyphenatedName(name)).toBe(name);
});

test("but for one that is wider than any card", () => {
  expect(visible(hyphenatedName("Annenmaykantereit"))).toBe("Annen-may-kan-te-reit");
});

test("before a hyphen stand three letters at the least, after it four, and nothing else is added", () => {
  const titles = [
    "Großstadtgeflüster & Straßenbahnhaltestellenschild (Live)",
    "Supercalifragilisticexpialidocious",
    "Anticonstitutionnellement, quelqu’un m’a dit Philharmonique",
    "Desafortunadamente Desarrolladores Constantinopla",
    "Kesäpäivänseisaus Gdzieniegdzie Żółciutkimi Przepraszająco",
    "ÜBERRASCHUNGSKONZERT",
  ];
  for (const title of titles) {
    expect(hyphenated(title).replaceAll("\u00ad", "")).toBe(title);
    expect(seen(title)).toMatch(/-/);
    for (const word of seen(title)
      .split(/[^\p{L}-]+/u)
      .filter((each) => each.includes("-"))) {
      const parts = word.split("-");
      expect(parts[0]?.length).toBeGreaterThanOrEqual(3);
      expect(parts.at(-1)?.length).toBeGreaterThanOrEqual(4);
      for (const part of parts) expect(part.length).toBeGreaterThanOrEqual(2);
    }
  }
});

test("a letter and its accent stay together, however they are written down", () => {
  const title = "Déshabillez-moi, extraordinairement désespérément";
  expect(hyphenated(title.normalize("NFD"))).toBe(hyphenated(title));
});
