import type { MoodMapWords } from "../../words/mood-map-words.ts";
import { listIn, pluralIn } from "../plural.ts";

const plural = pluralIn("fr");
const list = listIn("fr");
const hours = new Intl.NumberFormat("fr", { maximumFractionDigits: 1 });
const songs = (count: number): string => plural(count, { one: "# morceau", other: "# morceaux" });

export const words: MoodMapWords = {
  map: {
    label: "Votre musique par ambiance",
    drawing: (placed) =>
      `La carte des ambiances, avec ${songs(placed)} et une ligne autour de ce qui s’épuise`,
    stars: "Plus il y a d’étoiles, plus il y a de musique.",
    shore: "Dans cette ligne, une ambiance s’épuise en moins d’une heure.",
    unplaced: (count) => `${songs(count)} sans place sur la carte.`,
    minutes: (minutes) => `${minutes} min`,
    hours: (count) => `${hours.format(count < 10 ? count : Math.round(count))} h`,
    list: "Ce qui peut passer dans chaque ambiance",
    counted:
      "Est compté tout ce qui est assez proche d’une ambiance pour y passer ; un morceau peut donc compter pour plusieurs.",
    fillsADay: "Remplit une journée sans répétition.",
    fillsAnHour: (about, missing) =>
      `Remplit une heure. Ajoutez environ ${about} (${songs(missing)}) pour une journée.`,
    thin: (about, missing) => `S’épuise en moins d’une heure. Ajoutez environ ${about} (${songs(missing)}).`,
    aboutMinutes: (minutes) => `${minutes} minutes`,
    aboutHours: (count) =>
      count === 1 ? "une heure" : `${hours.format(count)} ${count < 2 ? "heure" : "heures"}`,
    between: " ",
    genres: (genres) =>
      genres.length === 1
        ? `Parmi vos genres, ${genres[0]} en est proche.`
        : `Parmi vos genres, ${list(genres)} en sont proches.`,
  },
  effect: {
    label: "La salle avait-elle l’air différente ?",
    intro: (days) =>
      `L’air des visages avant et pendant les morceaux des ${days} derniers jours, au-delà de ce qu’une salle fait d’elle-même. Une différence ne prouve aucune cause.`,
    policies: {
      match: "Aller avec la salle",
      lift: "Égayer",
      calm: "Apaiser",
      energise: "Animer",
      glide: "Mener pas à pas",
    },
    songs,
    intended: {
      lift: ["plus gaie", "plus sombre"],
      calm: ["plus calme", "plus vive"],
      energise: ["plus vive", "plus calme"],
      glide: ["plus près du but", "plus loin du but"],
    },
    valence: "plus gaie",
    arousal: "plus vive",
    verdicts: {
      improved: (way) => `La salle avait l’air ${way}`,
      worsened: (_, against) => `La salle avait l’air ${against}`,
      "no-effect-seen": () => "Aucun effet visible",
      "too-few": () => "Trop peu de morceaux pour le dire",
      yardstick: () => "La référence pour les autres",
    },
    spoken: (mean, low, high) => `${mean}, entre ${low} et ${high}`,
    alone: "Rien encore à quoi le comparer",
    empty:
      "Aucun morceau ne compte encore ici. Un morceau compte une fois terminé, si les visages en vue ont mené pendant qu’il passait : ni le cadran, ni l’ambiance habituelle.",
  },
};
