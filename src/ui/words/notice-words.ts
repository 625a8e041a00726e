import { factsInGerman } from "../languages/de/room-facts.ts";
import { translated } from "../languages/tables.ts";
import { factsInEnglish } from "./room-facts-english.ts";
import type { PlaceFacts, RoomFacts } from "./room-facts-words.ts";

export type NoticeLanguage = "en" | "de";

export interface NoticeText extends RoomFacts {
  headline: string;
  responsible: string;
  /** What belongs there; not on paper, where the line is empty. */
  unnamed: string;
  rights: string;
}

const english = (facts: PlaceFacts): NoticeText => ({
  ...factsInEnglish(facts),
  headline:
    facts.forbidden !== null
      ? "No faces are read here"
      : facts.sensing === "smile"
        ? "A camera here sees whether people smile"
        : "A camera here reads facial expressions",
  responsible: "Responsible for this, and for questions:",
  unnamed: "Name, address, how to reach us",
  rights: `You may ask what is kept about you, and you may complain to the data protection authority. ${
    facts.forbidden === null
      ? "This notice is given under Article 50(3) of the EU's AI Act and Article 13 of the GDPR."
      : "Inferring emotions at work and in education is forbidden by Article 5(1)(f) of the EU's AI Act."
  }`,
});

const german = (facts: PlaceFacts): NoticeText => ({
  ...factsInGerman(facts),
  headline:
    facts.forbidden !== null
      ? "Hier werden keine Gesichter gelesen"
      : facts.sensing === "smile"
        ? "Eine Kamera sieht hier, ob jemand lächelt"
        : "Eine Kamera liest hier Gesichtsausdrücke",
  responsible: "Verantwortlich, auch für Fragen:",
  unnamed: "Name, Anschrift, wie man uns erreicht",
  rights: `Sie können Auskunft darüber verlangen, was über Sie gespeichert ist, und sich bei der Datenschutzaufsicht beschweren. ${
    facts.forbidden === null
      ? "Dieser Hinweis erfolgt nach Artikel 50 Absatz 3 der KI-Verordnung der EU und Artikel 13 der DSGVO."
      : "Am Arbeitsplatz und in Bildungseinrichtungen auf Emotionen zu schließen ist nach Artikel 5 Absatz 1 Buchstabe f der KI-Verordnung der EU verboten."
  }`,
});

export const noticeText: Readonly<Record<NoticeLanguage, (facts: PlaceFacts) => NoticeText>> = {
  en: english,
  de: german,
};

const beside = {
  title: "The notice for the door",
  hint: "Hang it where people see it before the camera sees them. It says what Mien does as it is set up now; whether that is enough where you are, nobody but you and your advisers can say.",
  language: "Languages",
  languages: { both: "English and German", en: "English", de: "German" },
  contact: "Who is responsible: name, address, and how to reach you",
  contactHint: "It stays in this browser.",
  fillIn: "Fill in who is responsible",
  lacking: "Nobody is named as responsible. Write it here; or print it with a line to fill in by hand.",
  printAnyway: "Print with an empty line",
  print: "Print",
  back: "To the overview",
  photographs:
    "Photographs stand in for the camera now, so nobody in the room is read. The notice says what holds once a camera looks.",
  law: {
    forbidden:
      "Where Mien stands the camera stays off and no faces are read, so no notice is needed. This one says so to whoever asks.",
  },
  failed: "What the notice says could not be asked for.",
};

export type NoticeWords = typeof beside;

/** What stands beside the sheet and is not printed. */
export let noticeWords: NoticeWords = beside;

translated<NoticeWords>(
  beside,
  {
    de: () => import("../languages/de/notice.ts"),
    fr: () => import("../languages/fr/notice.ts"),
    es: () => import("../languages/es/notice.ts"),
    hi: () => import("../languages/hi/notice.ts"),
    ar: () => import("../languages/ar/notice.ts"),
    zh: () => import("../languages/zh/notice.ts"),
  },
  (table) => {
    noticeWords = table;
  },
);
