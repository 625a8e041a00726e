import type { TakeWords } from "../../words/take-words.ts";
import { pluralIn } from "../plural.ts";

const plural = pluralIn("fr");

export const words: TakeWords = {
  playlists: "Une playlist par ambiance",
  playlistsHint:
    "Des fichiers M3U pour tout lecteur de cette machine, chacun avec les morceaux les plus proches de son ambiance.",
  playlistsFromAfar: "Elles nomment les dossiers de cette machine : prenez-les donc sur l’appareil même.",
  corrections: "Ce qui a été dit ici",
  correctionsHint: "Un fichier CSV, à garder ou à porter vers un autre Mien.",
  download: "Télécharger",
  bringBack: "Réimporter un fichier",
  broughtBack: (changed, unknown) => {
    const moved = plural(changed, { one: "# morceau déplacé", other: "# morceaux déplacés" });
    const missing = plural(unknown, { one: "# introuvable ici", other: "# introuvables ici" });
    return unknown > 0 ? `${moved}, ${missing}.` : `${moved}.`;
  },
  fault: (line, reason) => `Ligne ${line} : ${reason}`,
  plays: "Un relevé de ce qui est passé",
  playsHint:
    "Un fichier CSV comme le demandent les sociétés d’auteurs : titre, artistes, album, ISRC, début et secondes entendues.",
  from: "Du",
  to: "Au",
  months: { this: "Ce mois-ci", last: "Le mois dernier" },
  fileName: (name) => `Il s’appellera ${name}`,
  backwards: "Le dernier jour précède le premier.",
};
