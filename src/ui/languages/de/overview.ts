import type { OverviewWords } from "../../words/overview-words.ts";
import { pluralIn } from "../plural.ts";

const plural = pluralIn("de");

export const words: OverviewWords = {
  title: "Übersicht",
  well: "Alles in Ordnung.",
  trial: "Alles läuft, aber manches nur zur Probe.",
  waits: "Alles läuft, aber etwas wartet auf dich.",
  stands: {
    camera: {
      what: "Statt einer Kamera läuft eine Folge von Fotos.",
      cure: "Eine Kamera anschließen und in den Einstellungen wählen; mit --demo gestartet, Mien ohne das starten.",
    },
    music: { what: "Es laufen Stücke, die Mien mitbringt.", cure: "Eigene Musik hinzufügen." },
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
  camera: {
    demo: "Fotos zur Probe",
    resting: "ruht, solange geschlossen ist",
    unasked: "wartet auf die Angabe des Orts",
  },
  toSetting: {
    speaker: "Lautsprecher wählen",
    camera: "Kamera wählen",
    folders: "Musikordner wählen",
    backups: "Ordner für Sicherungen wählen",
    stands: "Sagen, wo Mien steht",
  },
  told: {
    silent: "ohne Lautsprecher",
    noSensor: "hier kein Fühler dafür",
    noBackups: "noch keine gemacht",
    open: "offen",
    shut: "nicht für das Netz offen",
  },
  unasked: {
    what: "Die Kamera bleibt zu, weil niemand gesagt hat, wo Mien steht.",
    cure: "In den Einstellungen unter „Ort“ angeben: Dann geht die Kamera auf, wo sie darf.",
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
    count === 0
      ? "Mit Karte oder PIN ist niemand da."
      : plural(count, {
          one: "Mit Karte oder PIN gilt # Person als da, bis sie sich abmeldet oder der Raum leer bleibt.",
          other: "Mit Karte oder PIN gelten # Leute als da, bis sie sich abmelden oder der Raum leer bleibt.",
        }),

  today: "Die letzten 24 Stunden",
  plays: "Gespielte Lieder",
  picked: "Von Mien gewählt",
  asked: "Von Leuten gewünscht",
  skipped: "Übersprungen",
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
  minutes: (count) => `${count} Min.`,
  days: (days, hours) => (days > 0 ? `${days} T. ${hours} Std.` : `${hours} Std.`),

  do: "Was es zu tun gibt",
  links: {
    music: "Musik hinzufügen",
    camera: "Kamera ausrichten",
    people: "Leute und Karten hinzufügen",
    settings: "Öffnungszeiten, Lautstärke, Stimmungen",
    notice: "Aushang für die Tür drucken",
    upkeep: "Sicherungen, Updates, Protokoll",
  },
};
