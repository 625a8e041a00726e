import type { OwnScreenWords } from "../../words/own-screen-words.ts";

export const words: OwnScreenWords = {
  goesBack:
    "Diese Seite hat eine Weile niemand berührt: Gleich zeigt der Bildschirm wieder, was läuft. Zum Bleiben berühren.",
};
