import type { NoticeWords } from "../../words/notice-words.ts";

export const words: NoticeWords = {
  title: "Der Aushang für die Tür",
  hint: "Häng ihn dorthin, wo man ihn sieht, bevor die Kamera einen sieht. Er sagt, was Mien in der jetzigen Einstellung tut; ob das bei dir genügt, können nur du und deine Berater sagen.",
  language: "Sprachen",
  languages: { both: "Englisch und Deutsch", en: "Englisch", de: "Deutsch" },
  contact: "Wer verantwortlich ist: Name, Anschrift und wie man dich erreicht",
  contactHint: "Das bleibt in diesem Browser.",
  fillIn: "Eintragen, wer verantwortlich ist",
  lacking:
    "Es steht noch niemand als verantwortlich da. Hier eintragen, oder mit einer Zeile zum Ausfüllen von Hand drucken.",
  printAnyway: "Mit leerer Zeile drucken",
  print: "Drucken",
  back: "Zur Übersicht",
  photographs:
    "Zurzeit stehen Fotos für die Kamera ein; im Raum wird also niemand gelesen. Der Aushang sagt, was gilt, sobald eine Kamera schaut.",
  law: {
    forbidden:
      "Wo Mien steht, bleibt die Kamera aus, und es werden keine Gesichter gelesen; ein Aushang ist darum nicht nötig. Dieser sagt es allen, die fragen.",
  },
  failed: "Der Text des Aushangs ließ sich nicht laden.",
};
