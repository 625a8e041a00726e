import type { OverviewWords } from "../../words/overview-words.ts";
import { pluralIn } from "../plural.ts";

const plural = pluralIn("fr");

export const words: OverviewWords = {
  title: "Aperçu",
  well: "Tout va bien.",
  trial: "Tout marche, mais en partie seulement pour un essai.",
  waits: "Tout fonctionne, mais quelque chose vous attend.",
  stands: {
    camera: {
      what: "Une suite de photos remplace la caméra.",
      cure: "Branchez une caméra et choisissez-la dans les réglages ; si Mien est lancé avec --demo, lancez-le sans.",
    },
    music: { what: "Des pièces fournies avec Mien passent.", cure: "Ajoutez votre musique." },
    silent: {
      what: "La musique passe sans enceinte : personne ne l’entend.",
      cure: "Choisissez une enceinte dans les réglages ; si Mien est lancé avec --output null, lancez-le sans.",
    },
  },
  some: (count) => plural(count, { one: "Un point à regarder.", other: "# points à regarder." }),
  health: "L’état de chaque partie",
  parts: {
    player: "Son",
    library: "Musique",
    camera: "Caméra",
    vision: "Lecture des visages",
    store: "Base de données",
    backup: "Sauvegardes",
    disk: "Place sur le disque",
    temperature: "Température",
    https: "HTTPS",
    clock: "Heure",
  },
  states: {
    ok: "bien",
    starting: "démarre",
    off: "éteint",
    degraded: "à surveiller",
    down: "en panne",
  },
  camera: {
    demo: "photos de démonstration",
    resting: "au repos pendant la fermeture",
    unasked: "attend de savoir où se trouve Mien",
  },
  toSetting: {
    speaker: "Choisir une enceinte",
    camera: "Choisir une caméra",
    folders: "Choisir les dossiers de musique",
    backups: "Choisir le dossier des sauvegardes",
    stands: "Dire où se trouve Mien",
  },
  told: {
    silent: "sans enceinte",
    noSensor: "pas de capteur ici",
    noBackups: "aucune encore faite",
    open: "ouvert",
    shut: "pas ouvert au réseau",
  },
  unasked: {
    what: "La caméra reste fermée, car personne n’a dit où se trouve Mien.",
    cure: "Dites-le dans les réglages, sous Lieu : la caméra s’ouvre alors, là où c’est permis.",
  },

  now: "Maintenant",
  nothing: "Rien ne passe en ce moment.",
  paused: "En pause",
  next: (title) => `Ensuite : ${title}`,
  faces: (count) =>
    count === 0
      ? "Aucun visage en vue."
      : plural(count, { one: "Un visage en vue.", other: "# visages en vue." }),
  here: (count) =>
    count === 0
      ? "Personne n’est là par carte ou code."
      : plural(count, {
          one: "# personne compte comme présente par carte ou code, jusqu’à ce qu’elle parte ou que la pièce reste vide.",
          other:
            "# personnes comptent comme présentes par carte ou code, jusqu’à ce qu’elles partent ou que la pièce reste vide.",
        }),

  today: "Les dernières 24 heures",
  plays: "Morceaux joués",
  picked: "Choisis par Mien",
  asked: "Demandés par les gens",
  skipped: "Passés",
  toHistory: "Tout l’historique",

  machine: "L’appareil",
  heat: "Température",
  disk: "Libre sur le disque",
  memory: "Mémoire libre",
  used: "Mémoire prise par Mien",
  up: "En marche depuis",
  backup: "Dernière sauvegarde",
  noBackup: "aucune",
  version: "Version",
  unknown: "inconnu",
  of: (part, whole) => `${part} sur ${whole}`,
  celsius: (value) => `${Math.round(value)} °C`,
  minutes: (count) => `${count} min`,
  days: (days, hours) => (days > 0 ? `${days} j ${hours} h` : `${hours} h`),

  do: "Ce qu’il y a à faire",
  links: {
    music: "Ajouter de la musique",
    camera: "Orienter la caméra",
    people: "Ajouter des personnes et des cartes",
    settings: "Horaires, volume, ambiances",
    notice: "Imprimer l’affichette pour la porte",
    upkeep: "Sauvegardes, mises à jour, journal",
  },
};
