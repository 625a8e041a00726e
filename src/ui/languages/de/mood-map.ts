import type { MoodMapWords } from "../../words/mood-map-words.ts";
import { listIn, pluralIn } from "../plural.ts";

const plural = pluralIn("de");
const list = listIn("de");
const hours = new Intl.NumberFormat("de", { maximumFractionDigits: 1 });
const songs = (count: number): string => plural(count, { one: "ein Lied", other: "# Lieder" });
const Songs = (count: number): string => plural(count, { one: "Ein Lied", other: "# Lieder" });
/** The only length of music that is one thing. */
const HOUR = "eine Stunde";
const lack = (about: string): string => (about === HOUR ? "fehlt" : "fehlen");

export const words: MoodMapWords = {
  map: {
    label: "Die Musik nach Stimmung",
    drawing: (placed) =>
      `Die Stimmungskarte mit ${plural(placed, { one: "einem Lied", other: "# Liedern" })} und einer Linie um das, was knapp wird`,
    stars: "Je mehr Sterne, desto mehr Musik.",
    shore: "Innerhalb dieser Linie reicht eine Stimmung keine Stunde.",
    unplaced: (count) => `${Songs(count)} ohne Platz auf der Karte.`,
    minutes: (minutes) => `${minutes} min`,
    hours: (count) => `${hours.format(count < 10 ? count : Math.round(count))} h`,
    list: "Was in jeder Stimmung laufen kann",
    counted:
      "Gezählt ist alle Musik, die einer Stimmung nah genug ist, um in ihr zu laufen; ein Lied kann darum für mehrere zählen.",
    fillsADay: "Füllt einen Tag ohne Wiederholung.",
    fillsAnHour: (about, missing) =>
      `Füllt eine Stunde. Für einen ganzen Tag ${lack(about)} etwa ${about} (${songs(missing)}).`,
    thin: (about, missing) => `Reicht keine Stunde. Es ${lack(about)} etwa ${about} (${songs(missing)}).`,
    aboutMinutes: (minutes) => `${minutes} Minuten`,
    aboutHours: (count) => (count === 1 ? HOUR : `${hours.format(count)} Stunden`),
    between: " ",
    genres: (genres) =>
      genres.length === 1
        ? `Von den eigenen Genres passt ${genres[0]}.`
        : `Von den eigenen Genres passen ${list(genres)}.`,
  },
  effect: {
    label: "Sah der Raum anders aus?",
    intro: (days) =>
      `Wie Gesichter in den letzten ${days} Tagen vor und während der Lieder aussahen, über das hinaus, was ein Raum von selbst tut. Ein Unterschied beweist keine Ursache.`,
    policies: {
      match: "Zum Raum passen",
      lift: "Aufhellen",
      calm: "Beruhigen",
      energise: "Beleben",
      glide: "Schrittweise führen",
    },
    songs: Songs,
    intended: {
      lift: ["heller", "dunkler"],
      calm: ["ruhiger", "lebhafter"],
      energise: ["lebhafter", "ruhiger"],
      glide: ["näher am Ziel", "weiter vom Ziel"],
    },
    valence: "heller",
    arousal: "lebhafter",
    verdicts: {
      improved: (way) => `Der Raum sah ${way} aus`,
      worsened: (_, against) => `Der Raum sah ${against} aus`,
      "no-effect-seen": () => "Keine Wirkung zu sehen",
      "too-few": () => "Zu wenige Lieder für ein Urteil",
      yardstick: () => "Der Maßstab für die anderen",
    },
    spoken: (mean, low, high) => `${mean}, zwischen ${low} und ${high}`,
    alone: "Noch nichts zum Vergleichen",
    empty:
      "Noch zählt hier kein Lied. Eines zählt, sobald es zu Ende ist und die Gesichter führten, während es lief: nicht die Scheibe und nicht die übliche Stimmung.",
  },
};
