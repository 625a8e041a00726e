import type { AdminWords } from "../../words/admin-words.ts";

export const words: AdminWords = {
  pages: "Seiten",
  ways: {
    overview: "Übersicht",
    library: "Bibliothek",
    people: "Leute",
    camera: "Kamera",
    history: "Verlauf",
    model: "Modell",
    upkeep: "Wartung",
    settings: "Einstellungen",
  },
  toKiosk: "Zum Kiosk",
  signIn: "Anmelden",
  signInFirst: "Diese Seite ist für Admins.",
  byPin: (name) => `${name} ist mit PIN oder Karte angemeldet. Hierfür braucht es auch die Passphrase.`,
  givePassphrase: "Passphrase eingeben",
  fromAfar: "Diese Seite ist für Admins. Öffne sie direkt am Gerät oder über HTTPS.",
  secureWay: "Zur verschlüsselten Seite",
  loading: "Einen Moment",
};
