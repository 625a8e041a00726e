import type { HistoryWords } from "../../words/history-words.ts";
import { pluralIn } from "../plural.ts";

const plural = pluralIn("fr");

export const words: HistoryWords = {
  title: "Historique",
  hours: "Morceaux par heure, sur la dernière semaine",
  perHour: "Morceaux par heure",
  drawing: (plays, busiest) =>
    plays === 0
      ? "Aucun morceau n’a été joué cette dernière semaine."
      : plural(plays, {
          one: `Un morceau a été joué cette dernière semaine, dans l’heure à partir de ${busiest}.`,
          other: `# morceaux ont été joués cette dernière semaine, surtout dans l’heure à partir de ${busiest}.`,
        }),
  asked: "demandés par les gens",
  picked: "choisis par Mien",
  inHour: (hour, plays, asked) =>
    `${hour} : ${plural(plays, { one: "# morceau", other: "# morceaux" })}${asked > 0 ? `, dont ${plural(asked, { one: "# demandé", other: "# demandés" })}` : ""}`,
  list: "Ce qui a été joué, et pourquoi",
  none: "Rien n’a encore été joué.",
  more: "Plus anciens",
  shown: (count) => `Affichés : ${count}`,
  notNew: "Pas à jour :",
  columns: { when: "Quand", song: "Morceau", why: "Pourquoi", end: "Fin" },
  ends: {
    finished: "jusqu’au bout",
    skipped: "passé",
    replaced: "a laissé place à un autre",
    stopped: "arrêté",
    unplayable: "impossible à jouer",
    "output-lost": "l’enceinte n’était plus là",
  },
  playing: "en cours",
  cutOff: "interrompu",
  byPerson: "Quelqu’un l’a demandé.",
  forgotten: "n’est plus conservé",
};
