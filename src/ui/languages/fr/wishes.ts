import type { Words } from "../../words/words.ts";
import { pluralIn } from "../plural.ts";

type Unmet = Words["why"]["unmet"];
type Why = Parameters<Unmet["artists"]>[1];

/** A sentence holds no more names. */
const NAMED = 3;
const plural = pluralIn("fr");
const list = new Intl.ListFormat("fr", { type: "disjunction" });
const few = (names: readonly string[]): boolean => names.length > 0 && names.length <= NAMED;

export const unmet: Unmet = {
  by: (artists) => (few(artists) ? `de ${list.format(artists)}` : "des artistes choisis"),
  sung: (languages) => (few(languages) ? `en ${list.format(languages)}` : "dans les langues choisies"),
  artists: (wanted, why) => told(unmet.by(wanted), why),
  languages: (wanted, why) => told(unmet.sung(wanted), why),
  instead: (clause) => `${clause}, en voici donc un autre.`,
  alone: (clause) => `${clause}.`,
  minutes: (count) => plural(count, { one: "la dernière minute", other: "les # dernières minutes" }),
  hours: (count) => plural(count, { one: "la dernière heure", other: "les # dernières heures" }),
};

function told(what: string, { songs, because, within }: Why): string {
  const every = songs === 1 ? `Le seul morceau ${what}` : `Chaque morceau ${what}`;
  switch (because) {
    case "none":
      return `Aucun morceau ${what} ne peut être joué ici`;
    case "explicit":
      return `${every} est explicite, et cela ne passe pas en ce moment`;
    case "length":
      return `${every} est plus long ou plus court que d’habitude ici`;
    case "quiet":
      return `${every} est trop vif pour cette heure`;
    case "mood":
      return `Aucun morceau ${what} n’allait avec l’ambiance`;
    case "coming":
      return `${every} est déjà passé ou arrive bientôt`;
    case "rest":
      return within === null ? `${every} a été entendu il y a peu` : `${every} a été entendu dans ${within}`;
    case "artist-rest":
      return `Un morceau ${what} est passé il y a peu ou arrive bientôt`;
    case "several":
      return `Aucun morceau ${what} ne pouvait passer maintenant`;
  }
}
