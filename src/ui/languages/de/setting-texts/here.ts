import type { SettingTexts } from "../../../words/setting-texts.ts";

/** Where Mien stands, what it sees, who is there, and what is kept. */
export const here = {
  placeName: {
    title: "Wie dieser Ort heißt",
    help: "Etwa „Küche“ oder „Café Luna“. Das steht auf den Handys der Gäste und auf dem Aushang für die Tür.",
  },
  stands: {
    title: "Wo Mien steht",
    help: "Zu Hause darf der Bildschirm Kacheln der Leute zeigen, die es erlaubt haben; anderswo steht nie ein Name da. An einem Arbeitsplatz oder in einer Schule bleibt die Kamera aus: Auf Gefühle von Beschäftigten oder Lernenden zu schließen ist in der EU verboten (KI-Verordnung, Art. 5 Abs. 1 Buchst. f).",
  },
  timeZone: {
    title: "Zeitzone",
    help: "Nach ihr gehen die Uhrzeiten. Ohne Wahl gilt die des Geräts.",
  },
  screenLanguages: {
    title: "Sprachen der Bildschirme",
    help: "Diese bieten die Bildschirme an; die erste gilt, solange niemand da ist. Ist keine gewählt, alle, die Mien kann.",
  },

  cameraSource: {
    title: "Kamera",
    help: "„auto“ nimmt die erste Kamera, die ein Bild gibt. Oder ein Gerät (/dev/v4l/by-id/…), eine Videodatei, ein Ordner mit Bildern oder die Adresse einer Kamera: rtsp://NAME:PASSWORT@HOST/PFAD, oder http für einen MJPEG-Strom.",
  },
  sensing: {
    title: "Was aus Gesichtern gelesen wird",
    help: "Bei „Nur Lächeln“ verlässt nichts als Lächeln oder nicht das Programm, das das Bild sieht.",
  },
  cascade: {
    title: "Gesichtsdetektor",
    help: "alt2 findet weniger falsche Gesichter, default ein paar Gesichter mehr.",
  },
  minFaceShare: {
    title: "Kleinstes Gesicht",
    help: "Als Anteil der Bildhöhe. Kleiner findet Leute weiter hinten und braucht mehr Rechenzeit.",
  },
  minConfidence: {
    title: "Wie sicher gelesen sein muss",
    help: "Unsicherer gelesene Gesichter gelten als nicht gelesen. Leer: der Wert des Modells.",
  },
  blackout: {
    title: "Bildbereiche, die nicht gelesen werden",
    help: "Sie werden geschwärzt, bevor nach Gesichtern gesucht wird, etwa dort, wo das Personal steht.",
  },
  observationsPerSecond: {
    title: "Blicke pro Sekunde, solange Gesichter da sind",
    help: "Wie oft Gesichter gelesen werden. Ist niemand da, ist es ein Blick pro Sekunde.",
  },

  moodHalfLifeMs: {
    title: "Wie schnell die Stimmung folgt",
    help: "Nach dieser Zeit ist die Hälfte einer Änderung in den Gesichtern bei der Stimmung angekommen.",
  },
  moodDwellMs: {
    title: "Kürzester Aufenthalt in einer Stimmung",
    help: "So lange bleibt eine Stimmung mindestens, bevor sie anders heißen darf.",
  },
  moodHoldMs: {
    title: "Bleibt nach dem letzten Gesicht",
    help: "Wie lange die Stimmung bleibt, wenn niemand mehr zu sehen ist.",
  },
  moodFadeMs: {
    title: "Übergang zur üblichen Stimmung",
    help: "Wie lange danach der Weg zurück zur üblichen Stimmung dauert.",
  },
  usualMood: {
    title: "Übliche Stimmung",
    help: "Danach geht die Musik, wenn niemand zu sehen ist. Eine Tageszeit kann ihre eigene haben.",
  },
  dialHoldSeconds: {
    title: "Wie lange das Rad gilt",
    help: "Eine am Rad des Bildschirms eingestellte Stimmung gilt so lange nach der letzten Berührung, dann führt wieder die Kamera. Lief noch kein Lied dafür, ist das nächste trotzdem eins.",
  },
  moodHistoryDays: {
    title: "Wie lange Stimmungen aufgehoben werden",
    help: "Der Verlauf merkt sich zu jedem Lied die Stimmung im Raum als zwei Zahlen. Nach so vielen Tagen sind sie vergessen; was lief, bleibt.",
  },

  openToNetwork: {
    title: "Für das Netzwerk offen",
    help: "Aus: Nur dieses Gerät kann die Seiten öffnen. An: Jedes Gerät im selben Netz kann zusehen; wer dort angemeldet ist, kann die Musik steuern, und Gäste können, was ihre Handyseite erlaubt.",
  },
  hostNames: {
    title: "Namen dieses Geräts",
    help: "Unter denen andere Geräte die Seiten öffnen, etwa mien.fritz.box. Der eigene Name, derselbe mit .local und die Adressen sind schon bekannt; jeder andere Name wird abgelehnt, denn eine Website könnte einen hierher zeigen lassen.",
  },
  port: { title: "Port", help: "Unter dem die Seiten zu erreichen sind." },
  httpsPort: {
    title: "Port für HTTPS",
    help: "Über ihn kommen Admins von anderen Geräten herein, sobald Mien für das Netzwerk offen ist: Über einfaches HTTP geht das nicht. Dann steht hier der Fingerabdruck des Zertifikats, zum Vergleichen mit dem, den ein Browser zeigt. Leer: der nach dem anderen Port.",
  },

  walkedAwaySeconds: {
    title: "Abgemeldet durch Weggehen",
    help: "So lange ohne Gesicht und ohne Berührung, und wer am Bildschirm angemeldet war, ist dort abgemeldet. Ist die Kamera aus, genügen zwei Minuten ohne Berührung.",
  },
  roomEmptyMinutes: {
    title: "Der Raum gilt als leer",
    help: "So lange ohne Gesicht und ohne Berührung, und alle, die mit Karte oder PIN kamen, sind gegangen und mit ihnen ihre Wünsche. Ein Sofa kann eine Weile außer Sicht der Kamera sein.",
  },
  cardReaders: {
    title: "Kartenleser",
    help: "Leser, die Mien nicht von selbst kennt. „sudo scripts/card-reader 1234:5678“, in Miens Ordner und mit den zwei Nummern, die lsusb auflistet, lässt Mien einen lesen; einer, der tippt, kommt dann hierher: „1234:5678 keys“. Die übrigen stehen in docs/cards.md. Nie die Tastatur, auf der du schreibst: Was hier steht, wird als Karten gelesen.",
  },
  backupAt: {
    title: "Nächtliche Sicherung",
    help: "Wann die Datenbank gesichert wird, nach der eingestellten Zeitzone; eine verpasste wird nachgeholt. Leer: keine von selbst.",
  },
  backupFolder: {
    title: "Ordner für Sicherungen",
    help: "Als Pfad ab /, etwa auf einem Stick. Dort bleibt je eine für die letzten sieben Tage und die letzten vier Wochen. Leer: ein Ordner neben der Datenbank; der hilft nicht, wenn deren Platte kaputtgeht.",
  },
} satisfies Partial<SettingTexts>;
