import type { LostWords } from "../../words/lost-words.ts";

export const words: LostWords = {
  title: "Il n’y a rien ici",
  text: "Mien n’a pas de page à cette adresse :",
  home: "Vers la musique",
};
