import type { NoticeWords } from "../../words/notice-words.ts";

export const words: NoticeWords = {
  title: "Der Hinweis für die Tür",
  hint: "Häng ihn dorthin, wo man ihn sieht, bevor die Kamera einen sieht. Er sagt, was Mien in der jetzigen Einstellung tut; ob das bei dir genügt, können nur du und deine Berater sagen.",
  language: "Sprachen",
  languages: { both: "Englisch und Deutsch", en: "Englisch", de: "Deutsch" },
  contact: "Wer verantwortlich ist: Name, Anschrift und wie man dich erreicht",
  contactHint: "Das bleibt in diesem Browser.",
  print: "Drucken",
  back: "Zur Übersicht",
  law: {
    forbidden:
      "Wo Mien steht, bleibt die Kamera aus, und es werden keine Gesichter gelesen; ein Hinweis ist darum nicht nötig. Dieser sagt es allen, die fragen.",
  },
  failed: "Der Text des Hinweises ließ sich nicht laden.",
};
