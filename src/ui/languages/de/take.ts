import type { TakeWords } from "../../words/take-words.ts";
import { pluralIn } from "../plural.ts";

const plural = pluralIn("de");

export const words: TakeWords = {
  playlists: "Eine Playlist für jede Stimmung",
  playlistsHint:
    "M3U-Dateien für jeden Player auf diesem Rechner, jede mit den Liedern, die ihrer Stimmung am nächsten sind.",
  playlistsFromAfar: "Sie nennen die Ordner dieses Geräts, darum gibt es sie nur am Gerät selbst.",
  corrections: "Was Leute hier gesagt haben",
  correctionsHint: "Eine CSV-Datei, zum Aufheben oder für ein anderes Mien.",
  download: "Herunterladen",
  bringBack: "Eine Datei wieder einlesen",
  broughtBack: (changed, unknown) => {
    const moved = plural(changed, { one: "Ein Lied verschoben", other: "# Lieder verschoben" });
    const missing = plural(unknown, {
      one: "ein Lied ist nicht hier",
      other: "# Lieder sind nicht hier",
    });
    return unknown > 0 ? `${moved}, ${missing}.` : `${moved}.`;
  },
  fault: (line, reason) => `Zeile ${line}: ${reason}`,
  plays: "Ein Bericht über das Gespielte",
  playsHint:
    "Eine CSV-Datei, wie Verwertungsgesellschaften sie wünschen: Titel, Interpreten, Album, ISRC, Beginn und gehörte Sekunden.",
  from: "Von",
  to: "Bis",
  months: { this: "Dieser Monat", last: "Letzter Monat" },
  fileName: (name) => `Die Datei heißt ${name}`,
  backwards: "Der letzte Tag liegt vor dem ersten.",
};
