import { expect, test } from "vitest";
import {
  type PlaceFacts,
  type RoomFacts,
  type RoomFactsWords,
  roomFactsWords,
} from "../words/room-facts-words.ts";
import { type Words, words } from "../words/words.ts";
import { allLanguages } from "./languages.ts";

const usual: PlaceFacts = {
  sensing: "expressions",
  moodDays: 77,
  forbidden: null,
  phones: false,
  home: false,
};
const places: readonly PlaceFacts[] = [
  usual,
  { ...usual, home: true },
  { ...usual, sensing: "smile", phones: true },
  { ...usual, forbidden: "school", phones: true },
  { ...usual, forbidden: "workplace" },
];
const sentences = ({ lead, sections }: RoomFacts): readonly string[] => [
  lead,
  ...sections.flatMap(({ title, points }) => [title, ...points]),
];

test.each(allLanguages)(
  "%s: every place is told as many facts as in English, and for how long moods are kept",
  async (language) => {
    const { about }: RoomFactsWords =
      language === "en" ? roomFactsWords : (await import(`./${language}/room-facts.ts`)).words;
    for (const place of places) {
      const [told, english] = [sentences(about(place)), sentences(roomFactsWords.about(place))];
      expect(told.length).toBe(english.length);
      expect(told.filter((sentence) => sentence.trim() === "")).toEqual([]);
      expect(told.filter((sentence) => /\b77\b/.test(sentence)).length).toBe(1);
      if (language !== "en") expect(told.filter((sentence) => english.includes(sentence))).toEqual([]);
    }
  },
);

test.each(allLanguages)(
  "%s: each place is told what holds there, and nothing that does not",
  async (language) => {
    const { about }: RoomFactsWords =
      language === "en" ? roomFactsWords : (await import(`./${language}/room-facts.ts`)).words;
    const told = places.map((place) => sentences(about(place)).join("\n"));
    expect(new Set(told).size).toBe(places.length);
  },
);

test.each(allLanguages)(
  "%s: the button that closes the camera is called what stands on it",
  async (language) => {
    const kiosk: Words = language === "en" ? words : (await import(`./${language}/words.ts`)).words;
    const { about }: RoomFactsWords =
      language === "en" ? roomFactsWords : (await import(`./${language}/room-facts.ts`)).words;
    expect(sentences(about(usual)).join(" ")).toContain(kiosk.camera.close);
  },
);
