import type { OverviewWords } from "../../words/overview-words.ts";
import { pluralIn } from "../plural.ts";

const plural = pluralIn("de");

export const words: OverviewWords = {
  title: "Übersicht",
  well: "Alles in Ordnung.",
  trial: "Alles läuft, aber manches nur zur Probe.",
  stands: {
    camera: {
      what: "Statt einer Kamera läuft eine Folge von Fotos.",
      cure: "Eine Kamera anschließen und in den Einstellungen wählen; mit --demo gestartet, Mien ohne das starten.",
    },
    music: { what: "Es laufen nur die Stücke, die Mien mitbringt.", cure: "Eigene Musik hinzufügen." },
    silent: {
      what: "Die Musik läuft ohne Lautsprecher, niemand hört sie.",
      cure: "In den Einstellungen einen Lautsprecher wählen; mit --output null gestartet, Mien ohne das starten.",
    },
  },
  some: (count) =>
    plural(count, { one: "Eine Sache braucht Aufmerksamkeit.", other: "# Sachen brauchen Aufmerksamkeit." }),
  health: "Wie es den Teilen geht",
  parts: {
    player: "Ton",
    library: "Musik",
    camera: "Kamera",
    vision: "Gesichter lesen",
    store: "Datenbank",
    backup: "Sicherungen",
    disk: "Platz auf der Platte",
    temperature: "Temperatur",
    https: "HTTPS",
    clock: "Uhrzeit",
  },
  states: {
    ok: "gut",
    starting: "startet",
    off: "ausgeschaltet",
    degraded: "eingeschränkt",
    down: "ausgefallen",
  },

  now: "Jetzt",
  nothing: "Es läuft nichts.",
  paused: "Pausiert",
  next: (title) => `Danach: ${title}`,
  faces: (count) =>
    count === 0
      ? "Kein Gesicht ist zu sehen."
      : plural(count, { one: "Ein Gesicht ist zu sehen.", other: "# Gesichter sind zu sehen." }),
  here: (count) =>
    count === 0 ? "Am Kiosk ist niemand angemeldet." : plural(count, { other: "Am Kiosk angemeldet: #." }),

  today: "Die letzten 24 Stunden",
  plays: "Gespielte Lieder",
  picked: "Von Mien gewählt",
  asked: "Von Leuten gewünscht",
  skipped: "Vorzeitig beendet",
  toHistory: "Der ganze Verlauf",

  machine: "Das Gerät",
  heat: "Temperatur",
  disk: "Frei auf der Platte",
  memory: "Freier Speicher",
  used: "Speicher, den Mien braucht",
  up: "Läuft seit",
  backup: "Letzte Sicherung",
  noBackup: "noch keine",
  version: "Version",
  unknown: "nicht bekannt",
  of: (part, whole) => `${part} von ${whole}`,
  celsius: (value) => `${Math.round(value)} °C`,
  days: (days, hours) => (days > 0 ? `${days} T. ${hours} Std.` : `${hours} Std.`),

  do: "Was es zu tun gibt",
  links: {
    music: "Musik hinzufügen",
    camera: "Kamera ausrichten",
    people: "Leute und Karten hinzufügen",
    settings: "Öffnungszeiten, Lautstärke, Stimmungen",
    notice: "Hinweis für die Tür drucken",
    upkeep: "Sicherungen, Updates, Protokoll",
  },
};
