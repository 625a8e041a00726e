import type { MusicInWords } from "../../words/music-in-words.ts";
import { numberIn, pluralIn } from "../plural.ts";

const plural = pluralIn("de");
const number = numberIn("de");
const ofFiles = (count: number): string => plural(count, { one: "einer Datei", other: "# Dateien" });

export const words: MusicInWords = {
  add: {
    label: "Von diesem Computer",
    drop: "Lieder oder Ordner hierher ziehen",
    files: "Dateien wählen",
    folder: "Einen Ordner wählen",
    room: (free) => `${free} frei`,
    progress: (done, of) => `${number(done)} von ${ofFiles(of)}`,
    soFar: (progress, summary) => `${progress}: ${summary}`,
    stop: "Abbrechen",
    clear: "Liste leeren",
    results: "Was aus den Dateien wurde",
    kept: "hinzugefügt",
    "already-here": "war schon da",
    "left-out": "keine Musik",
    waiting: "wartet",
    stopped: "abgebrochen",
    tooLarge: (most) => `größer als ${most}`,
    kinds: {
      songs: (count) => plural(count, { one: "# Lied", other: "# Lieder" }),
      covers: (count) => plural(count, { one: "# Cover", other: "# Cover" }),
      playlists: (count) => plural(count, { one: "# Playlist", other: "# Playlists" }),
    },
    added: (list) => `${list} hinzugefügt`,
    here: (count) => `${number(count)} schon da`,
    failed: (count) => `${number(count)} nicht angenommen`,
    leftOut: (count) =>
      plural(count, { one: "# Datei ist keine Musik", other: "# Dateien sind keine Musik" }),
    retry: "Nicht Angenommenes noch einmal senden",
    broke: "Die Verbindung riss ab.",
    more: (count) => `und ${plural(count, { one: "eine weitere Datei", other: "# weitere Dateien" })}`,
  },
  stick: {
    label: "Von einem Stick",
    none: "Kein Stick steckt.",
    look: "Noch einmal nachsehen",
    copy: "Diesen Stick kopieren",
    size: (used) => `${used} darauf`,
    states: {
      idle: "",
      looking: "Der Stick wird durchgesehen",
      copying: "Wird kopiert",
      done: "Kopiert",
      cancelled: "Abgebrochen. Was kopiert wurde, bleibt.",
      "no-room": "Der Platz reicht nicht, darum wurde nichts kopiert.",
      "drive-gone": "Der Stick wurde abgezogen. Was kopiert wurde, bleibt.",
      failed: "Das Kopieren endete mit einem Fehler.",
    },
    found: (count) => plural(count, { one: "Eine Datei gefunden", other: "# Dateien gefunden" }),
    progress: (done, of, bytes, ofBytes) => `${number(done)} von ${ofFiles(of)}, ${bytes} von ${ofBytes}`,
    here: (count) => `${number(count)} schon da`,
    failed: (count) =>
      plural(count, {
        one: "Eine Datei ließ sich nicht kopieren",
        other: "# Dateien ließen sich nicht kopieren",
      }),
    cancel: "Kopieren abbrechen",
  },
};
