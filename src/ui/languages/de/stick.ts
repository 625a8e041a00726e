import type { StickWords } from "../../words/stick-words.ts";

export const words: StickWords = {
  plugIn:
    "Um alles als Datei mitzunehmen, stecke einen USB-Stick in Mien. Er erscheint hier; wenn nicht binnen einer halben Minute, frage einen Admin.",
  save: (stick) => `Alles auf „${stick}“ speichern`,
  sure: (stick) => `Jetzt auf „${stick}“ speichern`,
  hint: "Wer den Stick hat, kann die Datei lesen. PIN oder Passphrase sagt, dass du es bist.",
  saving: "PIN oder Passphrase wird geprüft, dann wird alles gespeichert. Den Stick stecken lassen.",
  gone: "Dieser Stick ist nicht mehr da: noch einmal einstecken.",
  saved: (file, stick) => `Auf „${stick}“ gespeichert als ${file}. Du kannst den Stick jetzt herausziehen.`,
};
