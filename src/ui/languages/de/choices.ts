import type { Words } from "../../words/words.ts";
import { pluralIn } from "../plural.ts";

const plural = pluralIn("de");
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const NUMBERS = ["keins", "eins", "zwei", "drei", "vier", "fünf", "sechs"];
const number = (count: number): string => NUMBERS[count] ?? String(count);
const others = (count: number): string => (count === 1 ? "ein anderes" : `${number(count)} andere`);

type Choices = Pick<Words, "whyShort" | "direction" | "picks" | "corrections" | "keys" | "wishes">;

export const choices: Choices = {
  whyShort: {
    artist: { guest: "wie gewünscht", owner: "hier beliebt" },
    language: (language) => (language === null ? "instrumental" : `auf ${language}`),
    though: (language, bent) => `${language}, ${bent}`,
    neverHeard: "hier ganz neu",
    lessSo: "passt weniger gut",
    widened: {
      mood: "andere Stimmung",
      rest: "neulich gehört",
      artist: "wieder dieselben",
      "artist-rest": "neulich schon da",
      language: "andere Sprache",
      favourites: "von anderen",
      length: "ungewohnte Länge",
      quiet: "lebhaft für jetzt",
    },
  },
  direction: {
    lift: "es wird heller",
    calm: "es wird ruhiger",
    energise: "es wird lebhafter",
    gliding: "Schritt für Schritt weiter",
    glide: (music, step, of) => `auf dem Weg zu ${music}: Lied ${step} von ${of}`,
    alone: capital,
    within: (daypart, way) => `${daypart}: ${way}`,
  },
  picks: {
    heading: (suit, besides) => {
      if (besides === 0)
        return suit === 1 ? "Eins, das passen würde" : `${capital(number(suit))}, die passen`;
      if (suit === 0) return `${capital(number(besides))} zur Wahl`;
      return `${capital(number(suit))} ${suit === 1 ? "passt" : "passen"}, ${others(besides)}`;
    },
    wished: (met, what, besides) => {
      const wanted = `${capital(number(met))} ${what}`;
      return besides === 0 ? wanted : `${wanted}${met === 0 ? ":" : ","} ${others(besides)}`;
    },
    noneOffered: (what) => `Gerade steht kein Lied ${what} zur Wahl.`,
    none: "Gerade gibt es nichts zu wählen.",
    others: "Andere Lieder",
    choose: (title, artists, why) =>
      `${[title, artists, why].filter((part) => part !== "").join(", ")}. Wählen, wann es läuft.`,
    now: "Jetzt",
    next: (place) => (place === 0 ? "Danach" : `Als ${place + 1}.`),
    notNext: (place) => (place === 0 ? "Nicht danach" : "Zurücknehmen"),
    playsNow: "läuft gerade",
    byItself: "kommt von selbst",
    waits: (place) => (place === 0 ? "✓ danach" : `✓ als ${place + 1}.`),
    asked: (title, place) => (place === 0 ? `Läuft bald: ${title}` : `Als ${place + 1}.: ${title}`),
    playNow: (title) => `${title} jetzt spielen`,
    answerFor: (answer, title) => `${answer}: ${title}`,
  },
  corrections: {
    label: "Sagen, was an diesem Lied nicht stimmt",
    wrongMood: "Falsche Stimmung",
    notThisSong: "Nicht dieses Lied",
    notThisArtist: "Nicht diese Künstler",
    moved: (title) => `Neue Stimmung für „${title}“`,
    noted: (title) => `Notiert: ${title}`,
    blocked: (what, hours) => {
      if (hours === null) return `Läuft nicht mehr: ${what}`;
      const span = hours === 24 ? "einen Tag" : plural(hours, { one: "eine Stunde", other: "# Stunden" });
      return `Läuft ${span} nicht: ${what}`;
    },
    undo: "Rückgängig",
    movedBack: (title) => `„${title}“ hat wieder die Stimmung von vorher`,
    unnoted: (title) => `Nicht mehr notiert: ${title}`,
    unblocked: (what) => `Darf wieder laufen: ${what}`,
    comesAgain: (what) => `Rückgängig, kommt als Nächstes: ${what}`,
  },
  keys: {
    label: "Kurzbefehle auf einer Tastatur",
    on: "An",
    off: "Aus",
    which:
      "Leertaste spielt und hält an, N nächstes Lied, M stumm, W falsche Stimmung, Z nimmt zurück, F mag ein Lied, sobald jemand angemeldet ist, C Kamera, D Rad, 1 bis 6 ein Lied, Pfeile Stelle im Lied und Lautstärke.",
  },
  wishes: {
    open: "Wünsche",
    back: "Zu den Liedern",
    label: "Was soll laufen?",
    policy: "Was soll die Musik tun?",
    policies: {
      match: "Zum Raum passen",
      lift: "Aufhellen",
      calm: "Beruhigen",
      energise: "Beleben",
      glide: "Schrittweise führen",
    },
    any: { policy: "Wie sonst hier", languages: "Jede Sprache", artists: "Alle" },
    languages: "Sprachen",
    wordless: "Instrumental",
    artists: "Wer spielt",
    search: "Namen suchen",
    chosen: (list, until) => (until === null ? `Gewählt: ${list}` : `Gewählt: ${list}, bis ${until}`),
    clear: "Egal was",
    noLanguages: "Kein Lied sagt, in welcher Sprache es ist.",
    noArtists: "Unter diesem Namen spielt niemand.",
    failed: (reason) => `Das ließ sich nicht laden. ${reason}`,
    loading: "Einen Moment",
  },
};
