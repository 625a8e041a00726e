import type { Words } from "../../words/words.ts";
import { pluralIn } from "../plural.ts";

type Unmet = Words["why"]["unmet"];
type Why = Parameters<Unmet["artists"]>[1];

/** A sentence holds no more names. */
const NAMED = 3;
const plural = pluralIn("es");
const list = new Intl.ListFormat("es", { type: "disjunction" });
const few = (names: readonly string[]): boolean => names.length > 0 && names.length <= NAMED;

export const unmet: Unmet = {
  by: (artists) => (few(artists) ? `de ${list.format(artists)}` : "de los artistas elegidos"),
  sung: (languages) => (few(languages) ? `en ${list.format(languages)}` : "en los idiomas elegidos"),
  artists: (wanted, why) => told(unmet.by(wanted), why),
  languages: (wanted, why) => told(unmet.sung(wanted), why),
  instead: (clause) => `${clause}, así que aquí va otra.`,
  alone: (clause) => `${clause}.`,
  minutes: (count) => plural(count, { one: "el último minuto", other: "los últimos # minutos" }),
  hours: (count) => plural(count, { one: "la última hora", other: "las últimas # horas" }),
};

function told(what: string, { songs, because, within }: Why): string {
  const every = songs === 1 ? `La única canción ${what}` : `Cada canción ${what}`;
  switch (because) {
    case "none":
      return `Ninguna canción ${what} se puede poner aquí`;
    case "explicit":
      return `${every} es explícita, y eso no suena ahora`;
    case "length":
      return `${every} es más larga o más corta que las de aquí`;
    case "quiet":
      return `${every} es demasiado animada para esta hora`;
    case "mood":
      return `Ninguna canción ${what} iba con el ambiente`;
    case "coming":
      return `${every} ya sonó o viene pronto`;
    case "rest":
      return within === null ? `${every} sonó hace poco` : `${every} sonó en ${within}`;
    case "artist-rest":
      return `Una canción ${what} sonó hace poco o viene pronto`;
    case "several":
      return `Ninguna canción ${what} podía sonar ahora`;
  }
}
