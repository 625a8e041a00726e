import type { CameraWords } from "../../words/camera-words.ts";

export const words: CameraWords = {
  title: "Kamera",
  picture: "Was die Kamera sieht",
  told: "Das siehst nur du, solange diese Seite offen ist. Es wird nirgends gespeichert, und der Kiosk sagt, dass jemand zusieht.",
  starting: "Warten auf das erste Bild",
  noPicture: "Es gibt kein Bild.",
  recording: "Eine Aufzeichnung hat keine Bilder, nur das, was gesehen wurde.",
  off: "Die Kamera ist zu: Es gibt nichts zu sehen.",
  closed:
    "Mien hat gerade geschlossen: Niemand wird erfasst, und die Kamera ruht. Sie ist nur offen, solange du hier zusiehst, und was sie sieht, ändert nichts.",
  forbidden: {
    workplace:
      "An einem Arbeitsplatz bleibt die Kamera aus: Auf Gefühle von Beschäftigten zu schließen ist in der EU verboten (KI-Verordnung, Art. 5 Abs. 1 Buchst. f).",
    school:
      "In einer Schule bleibt die Kamera aus: Auf Gefühle von Lernenden zu schließen ist in der EU verboten (KI-Verordnung, Art. 5 Abs. 1 Buchst. f).",
  },
  whereSet: "Wo Mien steht, wird in den Einstellungen festgelegt.",

  faces: {
    title: "Was gelesen wird",
    none: "Kein Gesicht zu sehen.",
    name: (number) => `Gesicht ${number}`,
    quality: (share) => `Bildgüte ${share}`,
    unread: {
      "too-small": "Zu klein zum Lesen: die Kamera näher stellen oder dorthin richten, wo Leute stehen.",
      blurred: "Zu unscharf zum Lesen: mehr Licht oder eine Kamera, die scharf stellt.",
      turned: "Abgewandt.",
      unsure: "Nicht sicher genug.",
    },
    note: "Was ein Gesicht zeigt, ist nicht, was jemand fühlt.",
    expressions: {
      angry: "Wütend",
      disgust: "Angeekelt",
      fear: "Ängstlich",
      happy: "Fröhlich",
      sad: "Traurig",
      surprise: "Überrascht",
      neutral: "Neutral",
      smiling: "Lächelt",
      notSmiling: "Lächelt nicht",
    },
  },

  zones: {
    title: "Bereiche, die nicht gelesen werden",
    hint: "Auf dem Bild einen Kasten über den Platz des Personals ziehen, über einen Spiegel oder einen Bildschirm. Dort ist es schwarz, bevor nach jemandem gesucht wird.",
    keys: "Mit der Tastatur: Pfeiltasten verschieben einen Kasten, mit Umschalt ändern sie seine Größe, Entf nimmt ihn weg.",
    one: (name) => `Kasten ${name}`,
    label: (name, left, right, top, bottom) =>
      `Kasten ${name}: waagerecht von ${left} bis ${right}, senkrecht von ${top} bis ${bottom}`,
    none: "Nichts ist ausgenommen.",
    add: "Kasten hinzufügen",
    remove: (name) => `Kasten ${name} entfernen`,
    undo: "Rückgängig",
    full: "Das sind 16 Kästen: Mehr gehen nicht.",
    saved: "Gespeichert.",
  },

  source: {
    title: "Quelle",
    devices: "Kameras an diesem Gerät",
    auto: "Die erste, die ein Bild gibt",
    none: "Es ist keine Kamera angeschlossen.",
  },
  reading: "Detektor und Schwellen",
};
