import type { LibraryWords } from "../../words/library-words.ts";
import { numberIn, percentIn, pluralIn } from "../plural.ts";

const plural = pluralIn("de");
const percent = percentIn("de");
const number = numberIn("de");
const songs = (count: number): string => plural(count, { one: "ein Lied", other: "# Lieder" });
const Songs = (count: number): string => plural(count, { one: "Ein Lied", other: "# Lieder" });

export const words: LibraryWords = {
  title: "Bibliothek",
  sections: {
    label: "Bereiche",
    songs: "Lieder",
    map: "Stimmungen",
    add: "Hinzufügen",
    take: "Export",
  },
  signInToChange: "Ansehen geht. Um etwas zu ändern, als Admin anmelden.",
  fromAfar: "Ansehen geht. Um etwas zu ändern, diese Seite am Gerät selbst öffnen.",
  addFromAfar: "Musik kommt am Gerät selbst hinzu: seine Ordner und Sticks werden sonst niemandem gezeigt.",
  loading: "Einen Moment",
  failed: "Das ließ sich nicht laden.",
  again: "Noch einmal",
  demo: "Hier laufen Miens eigene Demostücke. Zehn eigene Lieder oder ein Musikordner in den Einstellungen treten an ihre Stelle.",

  songs: {
    search: "Titel, Interpret, Album oder Genre suchen",
    filter: "Welche Lieder",
    all: "Alle Lieder",
    noMood: "Lieder ohne Stimmung",
    unplayable: "Nicht spielbare Lieder",
    from: (who) => `Stimmung aus: ${who}`,
    order: "Reihenfolge",
    orders: { title: "Nach Titel", newest: "Neueste zuerst" },
    count: (total, more, partial) => {
      const found = more ? `Mehr als ${songs(total)}` : Songs(total);
      return partial
        ? `${found} bis jetzt: Die Suche wird nach einer Aktualisierung gerade vorbereitet`
        : found;
    },
    none: "Kein Lied passt.",
    noneFor: (search) => `Nichts gefunden für „${search}“.`,
    clear: "Alle Lieder zeigen",
    noneSoFar: "Bis jetzt passt kein Lied. Die Suche wird nach einer Aktualisierung gerade vorbereitet.",
    noneYet: "Noch ist keine Musik da. Welche hinzufügen oder in den Einstellungen einen Ordner nennen.",
    selectShown: (count, all) => `${all ? "Alle" : "Die ersten"} ${number(count)} auswählen`,
    select: (title) => `${title} auswählen`,
    noMoodYet: "noch keine Stimmung",
    unplayableFor: (reason) => `Nicht spielbar. ${reason}`,
    more: "Weitere Lieder",
    missing: "Die Datei ist gerade nicht da.",
  },

  correct: {
    label: "Die gewählten Lieder",
    none: "Ein Lied auswählen, um zu sehen, wie es klingt und wer das sagt; oder mehrere, um es selbst zu sagen.",
    chosen: (count) => plural(count, { one: "Ein Lied gewählt", other: "# Lieder gewählt" }),
    clear: "Abwählen",
    say: "Sagen, wie es klingt",
    sayMany: "Sagen, wie sie klingen",
    disc: "Zeigen, wo die Musik hingehört",
    takeBack: "Mein Urteil vergessen",
    playNow: "Jetzt spielen",
    playNext: "Danach spielen",
    plays: {
      now: (what) => `Läuft jetzt: ${what}`,
      next: (what) => `Läuft danach: ${what}`,
    },
    playsAlready: "Es wartet nicht mehr.",
    playNextMany: (count) => `Alle ${number(count)} danach spielen`,
    tooMany: (most) => `Höchstens ${number(most)} Lieder warten zugleich.`,
    block: "Nie spielen",
    blockMany: (count) => `Diese ${number(count)} nie spielen`,
    allowMany: (count) =>
      plural(count, { one: "Ein Lied wieder erlauben", other: "# Lieder wieder erlauben" }),
    blockArtist: (artist) => `${artist} nie spielen`,
    done: (count, music) =>
      plural(count, {
        one: `Ein Lied zu „${music}“ verschoben.`,
        other: `# Lieder zu „${music}“ verschoben.`,
      }),
    takenBack: (count) => `${Songs(count)}: Das Urteil ist zurückgenommen.`,
    blocked: (what) => `Läuft nicht mehr: ${what}`,
    allowed: (what) => `Darf wieder laufen: ${what}`,
    undo: "Rückgängig",
    undone: "Das ist zurückgenommen.",
    undonePartly: (held, of) =>
      `${number(held)} von ${number(of)} Liedern sind zurückgenommen. Die anderen haben sich seitdem geändert.`,
  },
  files: {
    delete: (count) => plural(count, { one: "Datei löschen", other: "# Dateien löschen" }),
    ask: (count) =>
      plural(count, {
        one: "Die Datei verschwindet von Miens Datenträger, und nichts bringt sie zurück.",
        other: "Diese Dateien verschwinden von Miens Datenträger, und nichts bringt sie zurück.",
      }),
    sure: () => "Endgültig löschen",
    keep: () => "Behalten",
    deleted: (count) => `${Songs(count)} gelöscht.`,
    stay: (count, why) => `${plural(count, { one: "Ein Lied bleibt", other: "# Lieder bleiben" })}: ${why}`,
  },
  many: {
    move: (count, music) => `${Songs(count)} zu „${music}“ verschieben?`,
    takeBack: (count) => `Das Urteil über ${songs(count)} zurücknehmen?`,
    block: (count) => `${Songs(count)} nie mehr spielen?`,
    allow: (count) => `${Songs(count)} wieder erlauben?`,
    after: "Das lässt sich rückgängig machen.",
    yes: (count) => `Ja, alle ${number(count)}`,
    no: "Nein",
    last: "Deine letzte Änderung hier",
  },
  evidence: {
    label: "Wie es klingt, und wer das sagt",
    sources: {
      person: "Wer Mien besitzt",
      guest: "Leute am Bildschirm",
      tag: "Angabe in der Datei",
      playlist: "Name einer Playlist",
      folder: "Name eines Ordners",
      genre: "Genre",
      sound: "Klang",
    },
    none: "Noch hat niemand etwas gesagt.",
    colon: ": ",
    holds: "das gilt",
    confidence: (share) => `${percent(share)} sicher`,
    soundFailed: (reason) => `Es ließ sich nicht anhören. ${reason}`,
  },
  blocks: {
    label: "Hier gesperrt",
    none: "Nichts ist gesperrt.",
    allow: (what) => `${what} wieder erlauben`,
    allowShort: "Wieder erlauben",
    until: (time) => `bis ${time}`,
    blocked: "gesperrt",
    song: "Dieses Lied ist hier gesperrt.",
    artist: (artist) => `Hier gesperrt, wie alles von ${artist}.`,
  },
  lately: {
    label: "Was zuletzt gesagt wurde",
    by: { guest: "am Bildschirm", owner: "auf dieser Seite" },
    undo: (what) => `Rückgängig: ${what}`,
  },
};
