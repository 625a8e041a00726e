import type { SetupWords } from "../../words/setup-words.ts";

export const words: SetupWords = {
  title: "Mien einrichten",
  ready: "Mien ist eingerichtet",
  intro: "Jetzt eine Minute, und Mien weiß, wo es steht und wer sich kümmert.",
  camera: {
    waits: "Bis dahin bleibt die Kamera aus: Ob sie schauen darf, hängt davon ab, wo Mien steht.",
    on: "Die Kamera ist ab jetzt an, sofern es eine gibt. Am Bildschirm kann sie jeder ausschalten.",
  },
  loading: "Einen Moment",
  done: "Mien ist schon eingerichtet. Um Leute kümmert sich deren eigene Seite.",
  toPeople: "Zu den Leuten",
  toKiosk: "Zum Kiosk",
  toLibrary: "Musik hinzufügen",
  toCamera: "Kamera ausrichten und das Personal schwärzen",
  toNotice: "Aushang drucken",
  toHours: "Öffnungszeiten",
  toPhones: "Gäste per Handy Lieder wünschen lassen",
  toSettings: "Alle Einstellungen",
  toOverview: "Zur Übersicht",
  stands: "Wo steht Mien?",
  places: {
    home: "Zu Hause",
    venue: "In einem Lokal",
    workplace: "An einem Arbeitsplatz",
    school: "In einer Schule",
  },
  law: {
    home: "Der Bildschirm darf die Namen von Leuten zeigen, die es erlauben.",
    venue:
      "Ein Café, ein Laden, ein Wartezimmer: das Personal gehört nicht ins Blickfeld der Kamera, oder sein Platz wird geschwärzt, und der Aushang muss hängen. Allen ist zu sagen, dass die Kamera Mienen liest (EU-KI-Verordnung, Art. 50 Abs. 3).",
    workplace:
      "Die Kamera bleibt aus: auf Gefühle von Beschäftigten zu schließen ist in der EU verboten (KI-Verordnung, Art. 5 Abs. 1 Buchst. f). Die Musik geht nach der Uhrzeit und nach dem, was sich jemand wünscht.",
    school:
      "Die Kamera bleibt aus: auf Gefühle von Lernenden zu schließen ist in der EU verboten (KI-Verordnung, Art. 5 Abs. 1 Buchst. f). Die Musik geht nach der Uhrzeit und nach dem, was sich jemand wünscht.",
  },
  place: "Wie heißt dieser Ort?",
  placeHint: "Etwa „Küche“ oder „Café Luna“.",
  timeZone: "Zeitzone",
  languages: "Sprachen der Bildschirme",
  languagesHint: {
    none: "Ist keine gewählt, bieten die Bildschirme alle an.",
    one: (name) => `Die Bildschirme sprechen nur ${name}.`,
    several: (name) => `Die Bildschirme beginnen mit ${name}; ein Globus führt dort zu den anderen.`,
  },
  admin: "Wer kümmert sich darum?",
  adminHint: "Der erste Admin. Weitere Leute können später dazukommen.",
  name: "Dein Name",
  passphrase: "Eine Passphrase, ab 10 Zeichen",
  passphraseHint:
    "Mehrere Wörter lassen sich leicht merken. Einen anderen Weg hinein gibt es nicht: aufschreiben.",
  forgotten:
    "Die Seite wurde neu geladen. Passphrase und PIN merkt sie sich dabei nie: bitte noch einmal tippen.",
  show: "Zeigen, was ich tippe",
  pin: "Eine PIN aus 4 bis 8 Ziffern für den Kiosk (darf leer bleiben)",
  code: "Einrichtungscode",
  codeHint: "Er steht auf dem Bildschirm des Geräts und in seinem Log.",
  go: "Einrichten",
  chooseStand: "Bitte zuerst sagen, wo Mien steht.",
  lacking: {
    place: "Bitte sagen, wie dieser Ort heißt.",
    name: "Bitte sagen, wer sich kümmert: ein Name fehlt.",
    passphrase: (least) => `Die Passphrase ist zu kurz: sie braucht mindestens ${least} Zeichen.`,
    pin: "Eine PIN hat 4 bis 8 Ziffern; sie darf auch leer bleiben.",
    code: "Der Einrichtungscode fehlt.",
  },

  finished: (place) => `${place} ist bereit.`,
  signedIn: (name) => `${name}, du bist als Admin angemeldet.`,
  notSignedIn:
    "Du bist nicht angemeldet: diese Seite ist nicht verschlüsselt. Als Admin meldest du dich am Gerät selbst an.",
};
