import type { MusicInWords } from "../../words/music-in-words.ts";
import { numberIn, pluralIn } from "../plural.ts";

const plural = pluralIn("fr");
const number = numberIn("fr");
const files = (count: number): string => plural(count, { one: "# fichier", other: "# fichiers" });

export const words: MusicInWords = {
  add: {
    label: "Depuis cet ordinateur",
    drop: "Déposez ici des morceaux ou des dossiers",
    files: "Choisir des fichiers",
    folder: "Choisir un dossier",
    room: (free) => `${free} libres`,
    progress: (done, of) => `${number(done)} sur ${files(of)}`,
    soFar: (progress, summary) => `${progress} : ${summary}`,
    stop: "Arrêter",
    clear: "Vider la liste",
    results: "Ce que sont devenus les fichiers",
    kept: "ajouté",
    "already-here": "déjà présent",
    "left-out": "pas de la musique",
    waiting: "en attente",
    stopped: "arrêté",
    tooLarge: (most) => `plus de ${most}`,
    kinds: {
      songs: (count) => plural(count, { one: "# morceau", other: "# morceaux" }),
      covers: (count) => plural(count, { one: "# pochette", other: "# pochettes" }),
      playlists: (count) => plural(count, { one: "# playlist", other: "# playlists" }),
    },
    added: (list) => `Ajout : ${list}`,
    here: (count) => plural(count, { one: "# déjà présent", other: "# déjà présents" }),
    failed: (count) => plural(count, { one: "# refusé", other: "# refusés" }),
    leftOut: (count) =>
      plural(count, {
        one: "# fichier n’est pas de la musique",
        other: "# fichiers ne sont pas de la musique",
      }),
    retry: "Renvoyer ce qui a été refusé",
    broke: "La connexion s’est coupée.",
    more: (count) => `et ${plural(count, { one: "# autre fichier", other: "# autres fichiers" })}`,
  },
  stick: {
    label: "Depuis une clé USB",
    none: "Aucune clé n’est branchée.",
    look: "Regarder encore",
    copy: "Copier cette clé",
    size: (used) => `${used} dessus`,
    states: {
      idle: "",
      looking: "La clé est parcourue",
      copying: "Copie en cours",
      done: "Copie terminée",
      cancelled: "Arrêté. Ce qui est copié reste.",
      "no-room": "Il n’y a pas assez de place : rien n’a été copié.",
      "drive-gone": "La clé a été retirée. Ce qui est copié reste.",
      failed: "La copie s’est terminée par une erreur.",
    },
    found: (count) => plural(count, { one: "# fichier trouvé", other: "# fichiers trouvés" }),
    progress: (done, of, bytes, ofBytes) => `${number(done)} sur ${files(of)}, ${bytes} sur ${ofBytes}`,
    here: (count) => plural(count, { one: "# déjà présent", other: "# déjà présents" }),
    failed: (count) =>
      plural(count, { one: "# fichier n’a pas pu être copié", other: "# fichiers n’ont pas pu être copiés" }),
    cancel: "Arrêter la copie",
  },
};
