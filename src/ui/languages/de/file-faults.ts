import type { FileFaults } from "../../words/file-fault-words.ts";

export const words: FileFaults = {
  theFile: "Die Datei",

  sent: {
    busy: "Nicht mehr als {count} Dateien zugleich senden.",
    tooLarge: "Eine Datei darf {size} GB haben, nicht mehr.",
    brokeOff: "Die Datei brach vor ihrem Ende ab: noch einmal senden.",
    ending: "Mien beendet sich gerade: die Datei senden, wenn es wieder da ist.",
    leadsOut: "Ein Pfad darf nicht aus dem Ordner führen: „..“ weglassen.",
    noName: "Im Pfad fehlt der Name der Datei.",
    otherMusic:
      "{name} ist von einer Art, die Mien nicht spielt: in MP3, FLAC, Ogg, Opus, M4A oder WAV umwandeln.",
    noFile: "{name} ist keine Datei.",
    noPicture: "{name} ist kein Bild in JPEG, PNG oder WebP.",
    largePicture: "{name} hat mehr als 32 MB: bitte verkleinern.",
    largePlaylist: "{name} hat mehr als 1 MB: Das ist keine Playlist.",
    binaryPlaylist: "{name} ist keine Playlist, sondern binär.",
    problem: "{name} {problem}.",
    breaksOff: "{name} bricht mitten im Klang ab und ist nicht vollständig: noch einmal kopieren.",
    cutShort: "{name} ist abgeschnitten: {share} % des Klangs sind da. Noch einmal kopieren.",
    unreadableHere: "{name} ist am Ablageort nicht lesbar ({why}): das Laufwerk prüfen.",
    damaged: "{name} ist nicht lesbar ({why}): Die Datei ist beschädigt.",
  },
  disk: {
    full: "Das Laufwerk von {folder} ist voll: Platz schaffen.",
    silent: "Das Laufwerk von {folder} antwortet nicht: danach sehen.",
    unwritable:
      "In den Ordner {folder} lässt sich nicht schreiben ({why}): seine Rechte und sein Laufwerk prüfen.",
    noRoom:
      "Platz ist für {room} MB, und {needed} MB werden gebraucht: Platz schaffen oder in uploadFolder ein anderes Laufwerk nennen.",
    noRoomForData:
      "Für {file} ist kein Platz mehr. Auf dem Laufwerk Platz schaffen oder den Datenordner auf ein größeres legen.",
    held: "Ein anderes Programm hält {file} ({why}). Es beenden oder warten, bis es fertig ist.",
  },
  stick: {
    gone: "Der Stick wurde abgezogen oder fiel aus, {when}. Was kopiert wurde, bleibt: wieder einstecken und noch einmal kopieren, es geht dort weiter.",
    silent: "Der Stick hat {seconds} s lang nicht geantwortet.",
    ended: "Das Kopieren endete unerwartet: noch einmal beginnen.",
    changed: "Die Datei änderte sich beim Kopieren.",
    unreadable: "Die Datei ist nicht lesbar ({why}).",
    unreadableFolder: "Der Ordner ist nicht lesbar ({why}).",
    badName: "Ihr Name ist kein gültiges UTF-8: umbenennen.",
    tooDeep: "Sie liegt in zu vielen Ordnern.",
  },
  song: {
    problem: "Die Datei {problem}: ersetzen.",
    unopenable: "Die Datei lässt sich nicht öffnen ({why}): ihre Rechte prüfen.",
    unreadable: "Die Datei ist nicht lesbar ({why}): ersetzen.",
    badName: "Der Name der Datei oder ihres Ordners ist kein gültiges UTF-8: umbenennen.",
    largeTags: "Tags und Bilder der Datei haben mehr als 48 MB: einige entfernen.",
    misnamed: "In der Datei steckt {format} unter anderem Namen: ihr die richtige Endung geben.",
    hollow: "Die Mitte der Datei ist leer: Sie wurde nicht ganz kopiert. Noch einmal kopieren.",
    tooShort: "Die Datei ist kürzer als eine Sekunde.",
    stuck:
      "Das Lesen der Datei war nach {seconds} s nicht zu Ende: Sie oder ihr Laufwerk ist beschädigt. Später folgt ein neuer Versuch.",
    crashed: "Beim Lesen der Datei stürzte das Leseprogramm ab ({why}): Sie ist beschädigt. Ersetzen.",
    soundless: "Der Player bekam aus dieser Datei keinen Ton.",
  },
  listening: {
    silent: "Die Datei enthält nur Stille.",
    tooLittle: "Weniger als {seconds} s der Datei ließen sich dekodieren{how}.",
    noSound: "Aus der Datei kam {seconds} s lang kein Ton.",
    killed: "ffmpeg wurde beendet ({why}).",
    stuck: "Das Anhören war nach {seconds} s nicht zu Ende.",
    crashed: "Beim Anhören stürzte ein Teil von Mien ab ({why}).",
    ended: "Beim Anhören endete ein Teil von Mien.",
  },
  corrections: {
    noCsv: "Das ist keine CSV-Datei mit Korrekturen: {why}",
    none: "Das ist keine Korrekturdatei: {columns}.",
    brokeOff: "Die Datei brach ab: noch einmal senden.",
    tooLong: "Die Datei hat mehr als 32 MB: bitte teilen.",
    notOnMap: "valence und arousal müssen Zahlen von -1 bis 1 sein.",
    noMood: "mood muss eins von diesen sein: {moods}.",
  },

  problem: {
    empty: "ist leer",
    noSound: "enthält keinen Ton",
    noFormat: "enthält keinen Ton in einem Format, das Mien liest",
    noData: "enthält keinen Ton (kein data-Block)",
    noFrame: "hat keinen FLAC-Frame, wo der erste sein sollte",
    endsEarly: "endet vor dem ersten Ton und ist abgeschnitten",
    endsInTag: "endet im eigenen Tag und ist abgeschnitten",
    oddBox: "hat eine Box von unmöglicher Größe",
    noIndex: "hat keinen Index (moov): abgeschnitten, oder noch nicht fertig geschrieben",
    indexAlone: "hat einen Index, aber keinen Ton (mdat)",
    brokenPage: "hat am Anfang eine kaputte Ogg-Seite",
    badTags: "hat unlesbare Tags oder einen unlesbaren Index ({why})",
  },
  columns: {
    one: "die Spalte {name} fehlt",
    several: "die Spalten {names} fehlen",
  },
  when: {
    before: "bevor etwas kopiert war",
    after: "nach {done} von {of} Dateien",
  },
};
