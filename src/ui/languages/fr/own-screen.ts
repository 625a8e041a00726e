import type { OwnScreenWords } from "../../words/own-screen-words.ts";

export const words: OwnScreenWords = {
  goesBack:
    "Personne n’a touché cette page depuis un moment : l’écran va revenir à ce qui passe. Touchez-le pour rester.",
};
