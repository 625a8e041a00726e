import type { Words } from "../../words/words.ts";
import { pluralIn } from "../plural.ts";

type Unmet = Words["why"]["unmet"];
type Why = Parameters<Unmet["artists"]>[1];

/** A sentence holds no more names. */
const NAMED = 3;
const plural = pluralIn("de");
const list = new Intl.ListFormat("de", { type: "disjunction" });
const few = (names: readonly string[]): boolean => names.length > 0 && names.length <= NAMED;

export const unmet: Unmet = {
  by: (artists) => (few(artists) ? `von ${list.format(artists)}` : "von den Gewählten"),
  sung: (languages) => (few(languages) ? `auf ${list.format(languages)}` : "in den gewählten Sprachen"),
  artists: (wanted, why) => told(unmet.by(wanted), why),
  languages: (wanted, why) => told(unmet.sung(wanted), why),
  instead: (clause) => `${clause}, darum ein anderes.`,
  alone: (clause) => `${clause}.`,
  minutes: (count) => plural(count, { one: "in der letzten Minute", other: "in den letzten # Minuten" }),
  hours: (count) => plural(count, { one: "in der letzten Stunde", other: "in den letzten # Stunden" }),
};

function told(what: string, { songs, because, within }: Why): string {
  const every = songs === 1 ? `Das einzige Lied ${what}` : `Jedes Lied ${what}`;
  switch (because) {
    case "none":
      return `Kein Lied ${what} lässt sich hier spielen`;
    case "explicit":
      return `${every} ist explizit, und Explizites läuft jetzt nicht`;
    case "length":
      return `${every} ist länger oder kürzer als hier üblich`;
    case "quiet":
      return `${every} ist für diese Stunde zu lebhaft`;
    case "mood":
      return `Kein Lied ${what} passte zur Stimmung`;
    case "coming":
      return `${every} lief schon oder kommt bald`;
    case "rest":
      return within === null ? `${every} lief vor Kurzem` : `${every} lief ${within} schon`;
    case "artist-rest":
      return `Ein Lied ${what} lief vor Kurzem oder kommt bald`;
    case "several":
      return `Kein Lied ${what} ging gerade`;
  }
}
