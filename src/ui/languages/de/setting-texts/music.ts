import type { SettingTexts } from "../../../words/setting-texts.ts";

/** Where the music heads, where it is, and which song comes next. */
export const music = {
  policy: {
    title: "Was die Musik mit der Stimmung macht",
    help: "„Zum Raum passen“ spielt, wie der Raum ist, „Aufhellen“ geht zu heller Musik, „Beruhigen“ zu ruhiger, „Beleben“ zu lebhafter, und „Schrittweise führen“ beginnt, wie der Raum ist, und geht Lied für Lied weiter.",
  },
  policyByMood: {
    title: "Dasselbe für einzelne Stimmungen",
    help: "Was davon für eine einzelne Stimmung gilt.",
  },
  glideTo: {
    title: "Wohin ein Weg führt",
    help: "Der Punkt, zu dem „Schrittweise führen“ kommt.",
  },
  glideSongs: {
    title: "Lieder auf dem Weg",
    help: "So viele Lieder dauert der Weg: Das erste ist, wie der Raum ist, das letzte ist am Ziel.",
  },
  dayparts: {
    title: "Tageszeiten",
    help: "Stunden mit eigener Art: übliche Stimmung, was die Musik damit macht, explizite Lieder oder keine, wie lebhaft Lieder sein dürfen, und die Lautstärke. Es gilt die eingestellte Zeitzone; überschneiden sich zwei, gilt die spätere in der Liste.",
  },
  musicFolders: {
    title: "Musikordner",
    help: "Ordner mit deiner Musik, als Pfade ab /; alles darunter wird gelesen. Ohne einen laufen die Demostücke.",
  },
  rescanMinutes: {
    title: "Musikordner durchsehen",
    help: "Änderungen fallen sofort auf, wo das System sie meldet; Ordner im Netz und mehr Ordner, als es beobachten kann, werden so oft durchgesehen. 0 tut es nie.",
  },
  analyseSound: {
    title: "Stimmung aus dem Klang",
    help: "Alle Lieder werden im Hintergrund angehört, eins nach dem anderen, die ohne bekannte Stimmung zuerst. Ihr Klang zählt, wo keine Angabe in der Datei, keine Playlist, kein Ordner und niemand eine Stimmung nennt.",
  },
  uploadFolder: {
    title: "Ordner für Hochgeladenes",
    help: "Wohin Musik kommt, die ein Browser schickt oder die von einem Stick kopiert wird, als Pfad ab /. Er gehört von selbst zu den Musikordnern. Leer: ein Ordner neben der Datenbank.",
  },

  onMoodChange: {
    title: "Wenn die Stimmung sich ändert",
    help: "Ob das laufende Lied erst zu Ende gehen darf oder gleich ein passendes kommt.",
  },
  trackRestMinutes: {
    title: "Ruhezeit eines Lieds",
    help: "So lange läuft ein Lied nicht noch einmal, außer es ist nichts anderes mehr da, das passt. Bei einem Künstler, den ein Gast gewählt hat, genügt die Hälfte.",
  },
  artistRestMinutes: {
    title: "Ruhezeit eines Künstlers",
    help: "So lange läuft von einem Künstler nichts mehr, außer es ist nichts anderes mehr da, das passt, und nie zweimal hintereinander. Hat ein Gast ihn gewählt, genügt ein Viertel.",
  },
  shortestSongSeconds: {
    title: "Kürzestes Lied",
    help: "Kürzere bleiben weg, außer es ist nichts anderes mehr da. Das hält Jingles und Sketche fern.",
  },
  longestSongMinutes: {
    title: "Längstes Lied",
    help: "Längere bleiben weg, außer es ist nichts anderes mehr da. Leer: keine Grenze.",
  },
  languages: {
    title: "Sprachen",
    help: "Als de oder en: Nur Lieder, die eine davon nennen, laufen, solange es genug sind. Ohne Eintrag jede Sprache. Ein Gast kann für eine Weile andere wählen.",
  },
  favouriteArtists: {
    title: "Lieblingskünstler",
    help: "Ihre Lieder kommen eher als andere, die genauso passen. Wen ein Gast am Bildschirm wählt, zählt mehr: Dessen Lieder laufen bei jeder Stimmung, sobald sie geruht haben.",
  },
  preferencesHoldMinutes: {
    title: "Wie lange die Wahl eines Gasts gilt",
    help: "Sprachen und Künstler, die jemand am Bildschirm gewählt hat, gelten so lange.",
  },
  guestBlockHours: {
    title: "Wie lange das Nein eines Gasts gilt",
    help: "Ein Lied oder ein Künstler, den jemand am Bildschirm nicht will, läuft so lange nicht. Leer: bis es zurückgenommen wird, wie das, was auf der Seite der Bibliothek gesperrt ist.",
  },
  adventure: {
    title: "Abenteuer",
    help: "Wie weit der Zufall vom Besten abweicht: 0 % nimmt immer das Beste, 100 % achtet kaum darauf.",
  },
  allowExplicit: {
    title: "Explizite Lieder",
    help: "Ob Lieder gewählt werden dürfen, die als explizit markiert sind.",
  },
  randomSeed: {
    title: "Startwert des Zufalls",
    help: "Mit gleichem Startwert, gleicher Bibliothek und gleichem Verlauf kommen dieselben Lieder. Leer: bei jedem Start ein neuer.",
  },
} satisfies Partial<SettingTexts>;
