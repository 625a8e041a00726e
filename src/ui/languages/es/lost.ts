import type { LostWords } from "../../words/lost-words.ts";

export const words: LostWords = {
  title: "Aquí no hay nada",
  text: "Mien no tiene ninguna página en esta dirección:",
  home: "A la música",
};
