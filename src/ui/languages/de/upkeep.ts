import type { UpkeepWords } from "../../upkeep-words.ts";

export const words: UpkeepWords = {
  title: "Wartung",
  log: {
    title: "Das Protokoll",
    hint: "Die neuesten Zeilen seit Miens Start, auf Englisch. Namen, Titel, Pfade und Adressen fehlen (…), wie im Paket für Hilfe.",
    level: "Zeigen",
    levels: { all: "alles", warn: "Warnungen und Fehler", error: "nur Fehler" },
    none: "Solche Zeilen gibt es nicht.",
    live: "Neue Zeilen kommen von selbst.",
    kinds: { info: "Hinweis", warn: "Warnung", error: "Fehler" },
    bundle: "Paket für Hilfe herunterladen",
    bundleHint:
      "Versionen, Art des Geräts, wie es jedem Teil geht, Einstellungen und Protokoll. Nichts darin sollte jemanden etwas angehen; lies es, bevor du es verschickst.",
  },
  backups: "Sicherungen",
  restore: {
    title: "Sicherung zurückholen",
    hint: "Das geht am Gerät selbst, in einem Terminal oder über SSH, denn Mien darf dabei nicht laufen. Die bisherige Datenbank wird aufgehoben.",
    other: "Ohne „newest“ listet die zweite Zeile alle Sicherungen mit Datum auf.",
  },
  update: {
    title: "Update",
    version: (version) => `Das ist Mien ${version}.`,
    hint: "Mien holt von selbst nichts aus dem Internet und weiß darum nichts von neueren Versionen. Bring die Datei der Version zum Gerät, etwa auf einem Stick, und gib dort ein:",
    after:
      "Die Musik setzt ein paar Sekunden aus. Die neue Version wird eine Minute lang beobachtet; geht es mit ihr schlechter, kommt die alte mit ihren Daten zurück.",
    clone: "In einem Klon tut es auch ein signiertes Tag: scripts/update --tag TAG.",
  },
};
