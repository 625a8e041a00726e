import { expect, test } from "vitest";
import {
  type PlaceFacts,
  type RoomFacts,
  type RoomFactsWords,
  roomFactsWords,
} from "../words/room-facts-words.ts";
import { type Words, words } from "../words/words.ts";
import { allLanguages, type Language } from "./languages.ts";

const usual: PlaceFacts = {
  sensing: "expressions",
  moodDays: 77,
  forbidden: null,
  phones: false,
  home: false,
  photographs: false,
};
const places: readonly PlaceFacts[] = [
  usual,
  { ...usual, home: true },
  { ...usual, photographs: true },
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

/** Of each sentence that only some places are told, in the order of `held`, words that no other sentence has. */
const marks: Readonly<Record<Language, readonly string[]>> = {
  en: ["by phone", "smiles", "seven", "lives here", "works here", "pupils", "staff"],
  de: ["Handy", "lächelt", "sieben", "hier wohnt", "hier arbeitet", "Lernende", "Beschäftigte"],
  fr: ["téléphone", "sourit", "sept", "habite ici", "travaille ici", "élèves", "le personnel"],
  es: ["móvil", "sonríe", "siete", "viva aquí", "trabaje aquí", "alumnado", "personal"],
  hi: ["फ़ोन", "मुस्करा", "सात भावों", "रहने वाले", "काम करने वाले", "विद्यार्थी", "कर्मचारी"],
  ar: ["بالهاتف", "يبتسم", "سبعة", "ساكني المكان", "العاملين هنا", "التلاميذ", "مشاعر العاملين"],
  zh: ["手机", "微笑", "七种", "住在这里", "在这里工作", "学生", "员工"],
};
const held = ({ sensing, forbidden, phones, home }: PlaceFacts): readonly boolean[] => {
  const reads = forbidden === null;
  return [
    phones,
    ...[reads && sensing === "smile", reads && sensing === "expressions"],
    ...[reads && home, reads && !home],
    ...[forbidden === "school", forbidden === "workplace"],
  ];
};
const everyPlace: readonly PlaceFacts[] = (["expressions", "smile"] as const).flatMap((sensing) =>
  ([null, "school", "workplace"] as const).flatMap((forbidden) =>
    [false, true].flatMap((phones) =>
      [false, true].map((home) => ({ ...usual, sensing, forbidden, phones, home })),
    ),
  ),
);

test.each(allLanguages)(
  "%s: each place is told what holds there, and nothing that does not",
  async (language) => {
    const { about }: RoomFactsWords =
      language === "en" ? roomFactsWords : (await import(`./${language}/room-facts.ts`)).words;
    for (const place of everyPlace) {
      const told = sentences(about(place));
      const times = marks[language].map((mark) => told.filter((sentence) => sentence.includes(mark)).length);
      expect(times, JSON.stringify(place)).toEqual(held(place).map(Number));
    }
  },
);

test.each(allLanguages)(
  "%s: the button that closes the camera is called what stands on it, and where there is none nobody is sent to it",
  async (language) => {
    const kiosk: Words = language === "en" ? words : (await import(`./${language}/words.ts`)).words;
    const { about }: RoomFactsWords =
      language === "en" ? roomFactsWords : (await import(`./${language}/room-facts.ts`)).words;
    expect(sentences(about(usual)).join(" ")).toContain(kiosk.camera.close);
    // Where photographs stand in for the camera there is no such button, and nobody to be left out.
    const untold = sentences(about({ ...usual, photographs: true }));
    expect(untold.join(" ")).not.toContain(kiosk.camera.close);
    expect(sentences(about(usual)).filter((sentence) => !untold.includes(sentence)).length).toBe(3);
  },
);
