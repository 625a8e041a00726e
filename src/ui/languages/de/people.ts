import type { PeopleWords } from "../../words/people-words.ts";
import { pluralIn } from "../plural.ts";
import { me } from "./me.ts";

const plural = pluralIn("de");

export const words: PeopleWords = {
  title: "Leute",
  toKiosk: "Zum Kiosk",
  toLibrary: "Zur Bibliothek",
  loading: "Einen Moment",
  again: "Noch einmal",
  close: "Schließen",
  ownScreen: {
    tells:
      "Dieser Browser ist der Bildschirm von Mien: Wer sich hier anmeldet, ist nach zwei Minuten ohne Berührung wieder abgemeldet. Für längere Arbeit die Seiten von Mien in einem anderen Browser öffnen.",
    stop: "Nicht mehr Miens Bildschirm sein",
    sure: "Beenden und abmelden",
    keep: "Behalten",
    stopped: "Dieser Browser ist nicht mehr der Bildschirm von Mien. Zum Weitermachen anmelden.",
  },

  notSetUp: "Mien öffnet keine Kamera, bis es eingerichtet ist.",
  setUp: "Mien einrichten",
  setUpFromElsewhere: (address) => `Von einem anderen Gerät: ${address}, mit dem Code`,

  lacking: {
    missing: (field) => `Fehlt noch: ${field}`,
    unfit: (field) => `Das passt noch nicht: ${field}`,
  },

  signIn: {
    open: "Anmelden",
    title: { member: "Anmelden", admin: "Als Admin anmelden" },
    why: { member: "Das ist für Angemeldete.", admin: "Das ist für Admins." },
    name: "Name",
    secret: "PIN oder Passphrase",
    passphrase: "Passphrase",
    show: "Zeigen, was ich tippe",
    go: "Anmelden",
    stepUp: (name) => `${name}, für Adminsachen braucht es auch die Passphrase.`,
    somebodyElse: "Ich bin jemand anderes",
    insecure:
      "Diese Seite ist nicht verschlüsselt, darum wird hier keine Passphrase angenommen: als Admin direkt am Gerät anmelden.",
    byCard: "Oder die Karte an den Leser halten.",
    who: "Wer ist da?",
    typeName: "Anderer Name",
    pin: "PIN",
    digit: (digit) => `Ziffer ${digit}`,
    back: "Letzte Ziffer zurücknehmen",
    typed: (count) => plural(count, { one: "Eine Ziffer getippt", other: "# Ziffern getippt" }),
    next: "Weiter",
    goBack: "Zurück",
    newHere: "Ich bin neu hier",
    register: "Registrieren",
    choosePin: "Eine PIN aus 4 bis 8 Ziffern wählen",
    pinAgain: "Dieselbe PIN noch einmal",
    pinsDiffer: "Die beiden PINs sind verschieden. Bitte beide noch einmal.",
    onTile: "Meinen Namen hier zeigen, damit ich ihn nicht tippen muss",
    gets: [
      "Reihum Lieder nach deinem Geschmack: Wer hier ist, kommt an die Reihe.",
      "Was du magst, kommt eher; was du nie hören willst, kommt nicht, solange du hier bist.",
    ],
    keptShort:
      "Dafür gespeichert: dein Name, was du magst und dir wünschst, was du hier gehört hast. Kein Gesicht und keine Stimmung von dir.",
    keptAll: "Alles, was gespeichert wird",
    kept: "Von dir werden gespeichert: der Name und seit wann; was du wählst, magst und nie hören willst; welche Lieder liefen, während du hier warst, und welche du dir gewünscht oder übersprungen hast; wo du angemeldet bist; PIN und Karte nur so, dass niemand sie lesen kann. Kein Gesicht und keine Stimmung von dir. Das meiste davon kannst du hier ansehen, alles als Datei mitnehmen und löschen.",
    notRegistered: (reason) => `${reason} Die PIN muss nicht noch einmal getippt werden.`,
    notTheScreen: "Registrieren geht an Miens eigenem Bildschirm.",
    elsewhere: (address) => `Admins an anderen Geräten: ${address}`,
    fingerprint: "Der Fingerabdruck des Zertifikats dort:",
    hello: (name) => `Hallo, ${name}.`,
    welcome: (name) => `Willkommen, ${name}. Ab jetzt werden auch für dich Lieder ausgesucht.`,
    goodbye: (name) => `Tschüss, ${name}.`,
    unknownCard: "Diese Karte gehört hier noch niemandem.",
  },

  me,

  songs: {
    like: (title) => `Ich mag „${title}“`,
    liked: "Du magst es",
    never: (title) => `Nie „${title}“, solange ich da bin`,
    neverAgain: (title) => `„${title}“ kommt nicht mehr, solange du da bist.`,
  },

  cards: {
    hold: (seconds) => `Karte jetzt an den Leser halten (${seconds} s).`,
    stop: "Abbrechen",
    outcomes: {
      taught: "Die Karte ist eingelernt.",
      taken: "Diese Karte gehört schon jemandem.",
      full: "Das sind genug Karten für eine Person.",
      unknown: "So jemand ist nicht mehr hier.",
      failed: "Die Karte ließ sich nicht speichern: siehe die Hinweise zum Zustand.",
      "too-late": "Keine Karte kam an den Leser.",
      stopped: "Abgebrochen. Keine Karte wurde eingelernt.",
    },
    noReader: "Kein Kartenleser ist angeschlossen.",
    one: (day) => `Karte, eingelernt am ${day}`,
    remove: "Diese Karte entfernen",
    none: "Keine Karten.",
    teach: "Eine Karte einlernen",
  },

  people: {
    title: "Leute und Karten",
    count: (count) => plural(count, { one: "Eine Person", other: "# Personen" }),
    search: "Jemanden finden",
    none: "Niemand heißt so.",
    nobody: "Noch ist niemand hinzugefügt.",
    roles: { member: "Mitglied", admin: "Admin" },
    here: "gerade hier",
    cards: (count) => (count === 0 ? "keine Karte" : plural(count, { one: "eine Karte", other: "# Karten" })),
    role: "Rolle",
    newPassphrase: "Passphrase, ab 10 Zeichen",
    makeAdmin: "Zum Admin machen",
    pin: "Neue PIN, 4 bis 8 Ziffern",
    firstPin: "PIN, 4 bis 8 Ziffern",
    setPin: "PIN setzen",
    pinSet: (name) => `${name} hat eine neue PIN und ist überall abgemeldet.`,
    roleSet: (name, role) => `${name}: ab jetzt ${role}.`,
    remove: (name) => `${name} entfernen`,
    keep: (name) => `${name} behalten`,
    makeMember: "Zum Mitglied machen",
    removeSure: (name) => `${name} endgültig entfernen`,
    removed: (name) => `${name} ist entfernt, mit allem, was darüber gespeichert war.`,
    cardRemoved: "Die Karte gehört niemandem mehr.",
    add: "Jemanden hinzufügen",
    cancel: "Abbrechen",
    added: (name) => `${name} kann sich jetzt anmelden.`,
    name: "Name",
  },
};
