import type { Trouble } from "../../words/trouble-words.ts";
import type { Words } from "../../words/words.ts";

export const troubles: Words["troubles"] = {
  "camera-absent": { what: "Keine Kamera gefunden.", cure: "Eine anstecken; sie wird von selbst bemerkt." },
  "camera-unplugged": {
    what: "Die Kamera ist weg.",
    cure: "Wieder anstecken; sie wird von selbst bemerkt.",
  },
  "camera-stuck": {
    what: "Die Kamera antwortet nicht mehr.",
    cure: "Sie wird neu gestartet; bleibt es so, abziehen und wieder anstecken.",
  },
  "camera-ended": {
    what: "Die Aufnahme der Kamera ist zu Ende.",
    cure: "In den Einstellungen eine andere Kamera wählen.",
  },
  "camera-unreadable": {
    what: "Die Kamera gibt kein Bild.",
    cure: "Andere Programme schließen, die sie benutzen, oder neu anstecken.",
  },
  "model-invalid": {
    what: "Mienen lassen sich nicht lesen: die Dateien des Modells passen nicht.",
    cure: "Mien neu installieren.",
  },
  "cascade-missing": {
    what: "Gesichter lassen sich nicht finden: die Datei des Detektors fehlt.",
    cure: "scripts/start noch einmal ausführen; es installiert sie.",
  },
  "opencv-missing": {
    what: "Die Kamera ist nicht nutzbar: OpenCV fehlt.",
    cure: "scripts/start noch einmal ausführen; es installiert es.",
  },
  "vision-crashed": { what: "Der Teil, der hinsieht, ist stehen geblieben.", cure: "Er startet von selbst." },
  "vision-silent": { what: "Der Teil, der hinsieht, ist verstummt.", cure: "Er wird neu gestartet." },
  "mpv-missing": {
    what: "Kein Ton: der Player mpv fehlt.",
    cure: "scripts/start noch einmal ausführen; es installiert ihn.",
  },
  "mpv-gone": { what: "Der Player ist stehen geblieben.", cure: "Er startet mit demselben Lied neu." },
  "mpv-stalled": {
    what: "Der Ton steht still.",
    cure: "Er startet von selbst neu; bleibt es so, das Kabel des Lautsprechers prüfen.",
  },
  "output-missing": {
    what: "Keine Soundkarte: es spielt ohne Ton.",
    cure: "Lautsprecher anschließen, er wird bemerkt; oder in den Einstellungen einen anderen wählen.",
  },
  "output-elsewhere": {
    what: "Der gewählte Lautsprecher fehlt: ein anderer spielt.",
    cure: "Anschließen oder einschalten; die Musik kehrt von selbst zurück.",
  },
  "nothing-playable": {
    what: "Kein Lied lässt sich spielen.",
    cure: "In der Bibliothek nachsehen: Dateien sind kaputt, oder keine passt zu den Regeln.",
  },
  "folder-missing": {
    what: "Ein Musikordner fehlt.",
    cure: "Seine Platte anschließen; oder, wenn der Ordner vertippt ist, ihn in den Einstellungen berichtigen.",
    named: (name) => `Ein Musikordner fehlt: ${name}.`,
  },
  "library-empty": {
    what: "Noch kann keine eigene Musik spielen.",
    cure: "Lieder hinzufügen, oder in der Bibliothek ihre Stimmung angeben.",
  },
  "disk-full": {
    what: "Die Platte ist voll.",
    cure: "Die Musik geht weiter; Platz schaffen, damit der Verlauf bleibt.",
  },
  "store-unavailable": {
    what: "Der Verlauf lässt sich nicht schreiben.",
    cure: "Die Musik geht weiter; Platte prüfen, und ob ein anderes Programm die Datenbank hält.",
  },
  "database-replaced": {
    what: "Die Datenbank war beschädigt; eine Sicherung ist an ihrer Stelle.",
    cure: "Neuestes kann fehlen; die beschädigte ist aufgehoben. Die Platte prüfen.",
  },
  "database-emptied": {
    what: "Die Datenbank war beschädigt; ohne heile Sicherung ist eine leere an ihrer Stelle.",
    cure: "Die Einstellungen durchsehen; die beschädigte ist aufgehoben. Die Platte prüfen.",
  },
  "database-restored": {
    what: "Eine Sicherung hat die Datenbank ersetzt.",
    cure: "Was seitdem geändert wurde, fehlt; die bisherige Datenbank ist aufgehoben.",
  },
  "restore-failed": {
    what: "Die Sicherung wurde nicht zurückgeholt.",
    cure: "Alles ist, wie es war; warum, sagt die Seite „Wartung“.",
  },
  "backup-folder-missing": {
    what: "Der Ordner für Sicherungen ist weg.",
    cure: "Stick oder Platte anstecken; oder, wenn der Ordner vertippt ist, ihn in den Einstellungen berichtigen.",
  },
  "backup-no-room": {
    what: "Kein Platz für Sicherungen.",
    cure: "Platz schaffen oder in den Einstellungen einen anderen Ordner wählen.",
  },
  "backup-failed": {
    what: "Die Sicherung ist misslungen.",
    cure: "Sie wird noch einmal versucht; Stick oder Platte prüfen.",
  },
  "disk-low": { what: "Die Platte ist fast voll.", cure: "Bald Platz schaffen, damit der Verlauf bleibt." },
  "too-hot": { what: "Dieses Gerät ist zu heiß.", cure: "Ihm Luft geben; bis dahin wird es langsamer." },
  "https-port": {
    what: "Admins kommen von anderswo nicht herein: der Port für HTTPS ist belegt.",
    cure: "Ihn frei machen oder in den Einstellungen einen anderen wählen; es wird wieder versucht.",
  },
  "https-certificate": {
    what: "Admins kommen von anderswo nicht herein: das Zertifikat lässt sich nicht anlegen oder lesen.",
    cure: "Platz schaffen oder die Rechte des Datenordners richten; es wird wieder versucht.",
  },
  "clock-unset": {
    what: "Dieses Gerät kennt die Uhrzeit nicht.",
    cure: "Mit dem Netz verbinden; bis dahin gilt es als geöffnet und beginnt, wo es Zeiten hat, so leise wie erlaubt.",
  },
};

type Kinds = Words["cameraTroubles"];

const onDisk = (the: string, holdsNone: Trouble): Kinds["file"] => ({
  "camera-absent": {
    what: `${the} für die Kamera ist nicht da.`,
    cure: "Zurücklegen, die Platte anschließen oder in den Einstellungen eine andere Kamera wählen.",
  },
  "camera-unplugged": {
    what: `${the} für die Kamera ist weg.`,
    cure: "Zurücklegen oder die Platte anschließen; es wird von selbst bemerkt.",
  },
  "camera-stuck": {
    what: `${the} für die Kamera: die Platte antwortet nicht.`,
    cure: "Es wird wieder versucht; bleibt es so, Platte oder Netzlaufwerk prüfen.",
  },
  "camera-ended": {
    what: `${the} für die Kamera ist zu Ende.`,
    cure: "In den Einstellungen eine andere Kamera wählen.",
  },
  "camera-unreadable": holdsNone,
});

const overNetwork: Kinds["rtsp"] = {
  "camera-absent": {
    what: "Die Netzwerkkamera ist nicht zu erreichen.",
    cure: "Prüfen, ob sie an und im selben Netz ist, und ihre Adresse in den Einstellungen.",
  },
  "camera-unplugged": {
    what: "Die Netzwerkkamera ist weg.",
    cure: "Prüfen, ob sie an und im selben Netz ist; sie wird von selbst bemerkt.",
  },
  "camera-stuck": {
    what: "Die Netzwerkkamera sendet nicht mehr.",
    cure: "Es wird wieder versucht; bleibt es so, Netz und Kamera prüfen.",
  },
  "camera-ended": {
    what: "Die Netzwerkkamera hat ihren Strom beendet.",
    cure: "Prüfen, ob sie an ist; sie wird von selbst bemerkt.",
  },
  "camera-unreadable": {
    what: "Die Netzwerkkamera gibt kein Bild.",
    cure: "Ihre Adresse in den Einstellungen prüfen, mit Name und Passwort.",
  },
};

export const cameraTroubles: Kinds = {
  images: onDisk("Der Bilderordner", {
    what: "Im Bilderordner für die Kamera ist kein lesbares Bild.",
    cure: "Bilder hineinlegen (jpg, png, webp, bmp) oder in den Einstellungen eine andere Kamera wählen.",
  }),
  file: onDisk("Der Film", {
    what: "Der Film für die Kamera lässt sich nicht abspielen.",
    cure: "In einem Videoplayer probieren oder in den Einstellungen eine andere Kamera wählen.",
  }),
  recording: onDisk("Die Aufnahme", {
    what: "Die Aufnahme für die Kamera lässt sich nicht lesen.",
    cure: "Neu aufnehmen oder in den Einstellungen eine andere Kamera wählen.",
  }),
  mjpeg: overNetwork,
  rtsp: overNetwork,
};
