import type { UpkeepWords } from "../../words/upkeep-words.ts";

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
      "Versionen, Art des Geräts, wie es jedem Teil geht, Einstellungen und Protokoll. Privates sollte nicht darin stehen; lies es trotzdem, bevor du es verschickst.",
  },
  backups: "Sicherungen",
  take: {
    title: "Sicherung mitnehmen",
    which: "Welche Sicherung",
    download: "Herunterladen",
    none: "Noch keine da.",
    holds:
      "Darin stehen die Namen aller, die Hashes von PINs, Passphrasen und Karten und was wann gespielt wurde. Bewahre sie auf, wo sonst niemand sie liest, und lösche sie, wenn sie nicht mehr gebraucht wird.",
  },
  restore: {
    title: "Sicherung zurückholen",
    hint: "Das geht am Gerät selbst, in einem Terminal oder über SSH, denn Mien darf dabei nicht laufen. Die bisherige Datenbank wird aufgehoben.",
    clone: "Mien ist hier kein Dienst: dort, wo es gestartet wurde, mit Strg+C beenden, dann dies eingeben.",
    camera:
      "Statt CAMERA die Adresse der Kamera eingeben: Keine Seite nennt sie, weil ein Passwort darin steht.",
    other: "Ohne „newest“ listet scripts/restore alle Sicherungen mit Datum auf.",
    path: "Um eine mitgenommene zurückzuholen, kopiere sie auf das Gerät und gib statt des Namens ihren Pfad an.",
    now: (when) => `Sicherung von ${when} zurückholen`,
    another: (title) => `Eine andere wird bei „${title}“ gewählt.`,
    none: "Es gibt noch keine Sicherung zum Zurückholen.",
    takes: (when) =>
      `Die Sicherung von ${when} kommt an die Stelle der Datenbank. Mien endet und startet neu: ein paar Sekunden läuft nichts. Was seitdem geändert wurde, ist dann nicht mehr da, außer Leuten, Karten und PINs; die jetzige Datenbank wird aufgehoben. Alle melden sich neu an.`,
    sure: "Zurückholen und Mien neu starten",
    leave: "Alles lassen, wie es ist",
    reads: "Die Sicherung wird zur Sicherheit von Anfang bis Ende gelesen.",
    under: "Mien startet neu. Diese Seite wartet und sagt, was daraus wurde.",
    away: "Mien ist nicht zurück; diese Seite wartet weiter. Nach den Einstellungen der Sicherung hat es vielleicht eine andere Adresse. Wenn nicht, das Gerät aus- und wieder einschalten. Warum, steht im Protokoll: journalctl -u mien",
    done: (when) => `Mien läuft wieder, mit der Sicherung von ${when}.`,
    failed: "Mien läuft wieder, und die Datenbank ist, wie sie war: die Sicherung wurde nicht zurückgeholt.",
    again: "Mien läuft wieder. Ob die Sicherung zurückgeholt wurde, sagt es nicht.",
    byHand: "Mit Befehlen, wenn diese Seite nicht zu erreichen ist",
    restored: (when, backup) =>
      `Die Sicherung von ${backup} kam an die Stelle der Datenbank (${when}), wie es ein Admin wollte.`,
    notRestored: (when, backup) =>
      `Eine Sicherung${backup} konnte nicht zurückgeholt werden (${when}). Die Datenbank ist, wie sie war.`,
    keptBefore: (path) => `Die bisherige Datenbank liegt in ${path}`,
  },
  update: {
    title: "Update",
    version: (version) => `Das ist Mien ${version}.`,
    hint: "Mien holt von selbst nichts aus dem Internet und weiß darum nichts von neueren Versionen. Bring die Datei der Version zum Gerät, etwa auf einem Stick, und gib dort ein:",
    after:
      "Die Musik setzt ein paar Sekunden aus. Die neue Version wird eine Minute lang beobachtet; geht es mit ihr schlechter, kommt die alte mit ihren Daten zurück.",
    clone: "In einem Klon tut es auch ein signiertes Tag: sudo scripts/update --tag TAG.",
    inClone:
      "Mien holt von selbst nichts aus dem Internet und weiß darum nichts von neueren Versionen. Eine Sicherung machen, Mien dort, wo es gestartet wurde, mit Strg+C beenden, dann dies eingeben.",
    unwatched:
      "Was neu ist, wird vor dem Start gebaut. Niemand beobachtet es: geht es damit schlechter, führt die Version davor mit der Sicherung zurück.",
    stayed: (when, from, to) => `Am ${when} wurde Mien von ${from} auf ${to} gebracht.`,
    cameBack: (when, from, to) =>
      `Mit dem Update auf ${to} am ${when} ging es schlechter: ${from} ist mit seinen Daten zurück.`,
    refused: (when, from) =>
      `Das Update am ${when} wurde nicht begonnen: Mien ist noch ${from}, mit seinen Daten.`,
    because: "Was das Update dazu sagte:",
  },
  byPage: {
    hint: "Eine Version besteht aus zwei Dateien: eine endet auf .tar.gz, ihre Signatur heißt genauso, mit .sig dahinter. Mien holt keine davon von selbst aus dem Internet.",
    choose: "Beide Dateien wählen",
    missing: (have, missing) => `${have} ist gewählt. Es fehlt noch: ${missing}`,
    odd: (name) => `${name} gehört zu keiner Version: deren Dateien enden auf .tar.gz und .sig.`,
    sends: (name) => `${name} wird gesendet.`,
    stop: "Nicht weiter senden",
    stopped: "Nicht zu Ende gesendet: Mien bleibt, wie es ist.",
    broke: "Die Verbindung ist abgebrochen: bitte beide Dateien noch einmal wählen.",
    here: (size) =>
      `Eine Version ist da (${size}). Ihre Signatur wird geprüft, dann endet Mien und startet mit ihr neu: die Musik setzt ein paar Sekunden aus. Die neue Version wird eine Minute lang beobachtet; geht es mit ihr schlechter, kommt die alte mit ihren Daten zurück.`,
    now: "Jetzt aktualisieren",
    checked:
      "Die Signatur wird geprüft, und die neue Version kommt neben die laufende. Das kann ein paar Minuten dauern; die Musik läuft weiter.",
    under: "Ein Update läuft. Diese Seite wartet und sagt, was daraus wurde.",
    away: "Mien startet neu. Diese Seite wartet und sagt, was daraus wurde.",
    watched: "Mien läuft wieder und wird eine Minute lang beobachtet.",
    long: "Es dauert länger als zehn Minuten; diese Seite wartet weiter. Wie weit es ist, steht am Gerät im Protokoll: journalctl -u mien-update",
    unsaid:
      "Das Update ist zu Ende, und niemand hat notiert, was daraus wurde. Mehr steht im Protokoll: journalctl -u mien-update",
    waits: "Ein Update ist verlangt, und der Dienst, der es macht, hat noch nicht begonnen.",
    stuck:
      "Ein Update ist verlangt, und der Dienst, der es macht, beginnt nicht. Am Gerät sagt das, warum: systemctl status mien-update.path mien-update.service",
    signedOut: "Du bist nicht mehr angemeldet. Nach dem Anmelden sagt diese Seite, was aus dem Update wurde.",
    takenBack: "Das Update wurde zurückgenommen, bevor es begann: Mien bleibt, wie es ist.",
    byHand: "Mit Befehlen, wenn diese Seite nicht zu erreichen ist",
    noSigners:
      "Auch von dieser Seite aus geht es, sobald dieses Gerät dem Schlüssel vertraut, mit dem deine Versionen signiert werden: docs/install.md, „Update from the page“.",
  },
};
