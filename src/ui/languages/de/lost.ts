import type { LostWords } from "../../words/lost-words.ts";

export const words: LostWords = {
  title: "Hier ist nichts",
  text: "Unter dieser Adresse hat Mien keine Seite:",
  home: "Zur Musik",
};
