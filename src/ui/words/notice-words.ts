import type { Sensing } from "../../protocol/vision.ts";
import { translated } from "../languages/tables.ts";

export type NoticeLanguage = "en" | "de";

/** What the notice for the door goes by. */
export interface NoticeFacts {
  sensing: Sensing;
  /** So long the room's mood of each song is kept. */
  moodDays: number;
  /** Where the law forbids that faces be read, and the camera stays off; null where it may look. */
  forbidden: "workplace" | "school" | null;
  /** Guests may ask for songs and vote with their own phones. */
  phones: boolean;
}

// The facts in docs/law.md, "What is kept of people", in short.
const membersInEnglish =
  "Nobody has to register. Of those who do are kept: name and since when, what they chose, like and never want to hear, which songs they heard here, asked for or skipped, and where they are signed in; PIN and card only in a form that nobody can read. They can look at most of it at the screen, take all of it along as a file, and delete it.";
const membersInGerman =
  "Niemand muss sich registrieren. Von denen, die es tun, speichert Mien: Name und seit wann, was sie wählten, mögen und nie hören wollen, welche Lieder sie hier hörten, sich wünschten oder übersprangen, wo sie angemeldet sind; PIN und Karte nur so, dass niemand sie lesen kann. Das meiste davon können sie am Bildschirm ansehen, alles als Datei mitnehmen und löschen.";

const phonesInEnglish =
  "Songs can be asked for by phone, without a name. Kept is that some guest asked for a song or skipped it, and nobody knows which one. What a phone waits for is forgotten within a day.";
const phonesInGerman =
  "Lieder kann man sich am eigenen Handy wünschen, ohne Namen. Gespeichert wird, dass ein Gast sich ein Lied wünschte oder übersprang, und niemand weiß, welcher. Worauf ein Handy wartet, ist nach einem Tag vergessen.";

export interface NoticeText {
  headline: string;
  lead: string;
  sections: readonly { title: string; points: readonly string[] }[];
  responsible: string;
  /** Above an empty line, for whoever fills it in by hand. */
  unnamed: string;
  rights: string;
}

const english = (facts: NoticeFacts): NoticeText =>
  facts.forbidden === null ? englishReads(facts) : englishReadsNone(facts.forbidden, facts);

const englishReadsNone = (at: "workplace" | "school", { moodDays, phones }: NoticeFacts): NoticeText => ({
  headline: "No faces are read here",
  lead: "The music in this room goes by the hours and by what people ask for. The music player can work with a camera, and here its camera stays off.",
  sections: [
    {
      title: "What it does",
      points: [
        "It looks at nobody here: no picture of anybody is taken, and nobody's face is read.",
        at === "school"
          ? "In the EU nobody may infer from faces how pupils feel. So the camera can't be switched on while the player is set up for a school."
          : "In the EU nobody may infer from faces how staff feel. So the camera can't be switched on while the player is set up for a workplace.",
      ],
    },
    {
      title: "What is kept, and what never",
      points: [
        `Kept are what was played and when, and for ${moodDays} days the mood with each song that the hours or somebody's wish gave. No picture and no face is.`,
        ...(phones ? [phonesInEnglish] : []),
        membersInEnglish,
      ],
    },
  ],
  responsible: "Responsible for this, and for questions:",
  unnamed: "Name, address, how to reach us",
  rights:
    "You may ask what is kept about you, and you may complain to the data protection authority. Inferring emotions at work and in education is forbidden by Article 5(1)(f) of the EU's AI Act.",
});

const englishReads = ({ sensing, moodDays, phones }: NoticeFacts): NoticeText => ({
  headline:
    sensing === "smile"
      ? "A camera here sees whether people smile"
      : "A camera here reads facial expressions",
  lead: "The music in this room is chosen by how the room seems to feel. An automatic system estimates that from the faces that a camera sees.",
  sections: [
    {
      title: "What it does",
      points: [
        sensing === "smile"
          ? "It tells from a face whether somebody smiles, and nothing else."
          : "It estimates from a face which of seven expressions it shows, such as happy or sad. What a face shows is not what somebody feels, and the estimate is often wrong.",
        "It recognises nobody: no name, no age, no sex, no origin, and nobody is known again.",
        "Only the music follows from it. No decision about anybody does.",
      ],
    },
    {
      title: "What is kept, and what never",
      points: [
        "No picture and no face is stored, and none leaves this machine but for the moment described below. Each picture is gone as soon as it was read, in a fraction of a second.",
        `Kept are what was played and when, and for ${moodDays} days the room's mood with each song: two numbers for the whole room, and none for a person.`,
        ...(phones ? [phonesInEnglish] : []),
        membersInEnglish,
        "While the camera is being aimed, one person may see its picture for a short time; the screen says so, and nothing is kept of that either.",
      ],
    },
    {
      title: "If you don't want it",
      points: [
        "Anybody may close the camera: touch the screen, then “Close camera”. It is closed at once, and the music goes on without it.",
        "Or tell somebody who works here.",
      ],
    },
  ],
  responsible: "Responsible for this, and for questions:",
  unnamed: "Name, address, how to reach us",
  rights:
    "You may ask what is kept about you, and you may complain to the data protection authority. This notice is given under Article 50(3) of the EU's AI Act and Article 13 of the GDPR.",
});

const german = (facts: NoticeFacts): NoticeText =>
  facts.forbidden === null ? germanReads(facts) : germanReadsNone(facts.forbidden, facts);

const germanReadsNone = (at: "workplace" | "school", { moodDays, phones }: NoticeFacts): NoticeText => ({
  headline: "Hier werden keine Gesichter gelesen",
  lead: "Die Musik in diesem Raum richtet sich nach der Uhrzeit und danach, was sich jemand wünscht. Das Musikgerät kann mit einer Kamera arbeiten, und hier bleibt sie aus.",
  sections: [
    {
      title: "Was geschieht",
      points: [
        "Es sieht hier niemanden: Von niemandem wird ein Bild aufgenommen oder das Gesicht gelesen.",
        at === "school"
          ? "In der EU darf niemand aus Gesichtern schließen, wie Lernende sich fühlen. Darum lässt sich die Kamera nicht einschalten, solange das Gerät für eine Schule eingerichtet ist."
          : "In der EU darf niemand aus Gesichtern schließen, wie sich Beschäftigte fühlen. Darum lässt sich die Kamera nicht einschalten, solange das Gerät für einen Arbeitsplatz eingerichtet ist.",
      ],
    },
    {
      title: "Was gespeichert wird und was nie",
      points: [
        `Gespeichert wird, was wann gespielt wurde, und ${moodDays} Tage lang die Stimmung zu jedem Lied, wie die Uhrzeit oder ein Wunsch sie vorgab. Kein Bild und kein Gesicht.`,
        ...(phones ? [phonesInGerman] : []),
        membersInGerman,
      ],
    },
  ],
  responsible: "Verantwortlich, auch für Fragen:",
  unnamed: "Name, Anschrift, wie man uns erreicht",
  rights:
    "Sie können Auskunft darüber verlangen, was über Sie gespeichert ist, und sich bei der Datenschutzaufsicht beschweren. Am Arbeitsplatz und in Bildungseinrichtungen auf Emotionen zu schließen ist nach Artikel 5 Absatz 1 Buchstabe f der KI-Verordnung der EU verboten.",
});

const germanReads = ({ sensing, moodDays, phones }: NoticeFacts): NoticeText => ({
  headline:
    sensing === "smile"
      ? "Eine Kamera sieht hier, ob jemand lächelt"
      : "Eine Kamera liest hier Gesichtsausdrücke",
  lead: "Die Musik in diesem Raum richtet sich danach, wie die Stimmung im Raum zu sein scheint. Ein automatisches System schätzt sie nach den Gesichtern, die eine Kamera sieht.",
  sections: [
    {
      title: "Was geschieht",
      points: [
        sensing === "smile"
          ? "Es erkennt an einem Gesicht, ob jemand lächelt, und sonst nichts."
          : "Es schätzt, welchen von sieben Ausdrücken ein Gesicht zeigt, etwa fröhlich oder traurig. Was ein Gesicht zeigt, ist nicht, was jemand fühlt, und die Schätzung ist oft falsch.",
        "Es erkennt niemanden: keinen Namen, kein Alter, kein Geschlecht, keine Herkunft, und niemand wird wiedererkannt.",
        "Daraus folgt nur die Musik. Keine Entscheidung über irgendjemanden.",
      ],
    },
    {
      title: "Was gespeichert wird und was nie",
      points: [
        "Kein Bild und kein Gesicht wird gespeichert, und keines verlässt dieses Gerät, außer für den unten beschriebenen Moment. Jedes Bild ist fort, sobald es gelesen ist, nach Bruchteilen einer Sekunde.",
        `Gespeichert wird, was wann gespielt wurde, und ${moodDays} Tage lang die Stimmung des Raumes zu jedem Lied: zwei Zahlen für den ganzen Raum, keine für eine Person.`,
        ...(phones ? [phonesInGerman] : []),
        membersInGerman,
        "Solange die Kamera ausgerichtet wird, kann eine Person kurz ihr Bild sehen; der Bildschirm sagt es, und auch davon wird nichts gespeichert.",
      ],
    },
    {
      title: "Wenn Sie das nicht möchten",
      points: [
        "Jeder darf die Kamera schließen: den Bildschirm berühren, dann „Kamera zu“. Sie ist sofort zu, und die Musik spielt ohne sie weiter.",
        "Oder sagen Sie es jemandem, der hier arbeitet.",
      ],
    },
  ],
  responsible: "Verantwortlich, auch für Fragen:",
  unnamed: "Name, Anschrift, wie man uns erreicht",
  rights:
    "Sie können Auskunft darüber verlangen, was über Sie gespeichert ist, und sich bei der Datenschutzaufsicht beschweren. Dieser Hinweis erfolgt nach Artikel 50 Absatz 3 der KI-Verordnung der EU und Artikel 13 der DSGVO.",
});

export const noticeText: Readonly<Record<NoticeLanguage, (facts: NoticeFacts) => NoticeText>> = {
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
