import type { PhoneWords } from "../../words/phone-words.ts";
import { moods } from "./moods.ts";

export const words: PhoneWords = {
  title: (place) => `La musique chez ${place}`,
  now: {
    playing: "En ce moment",
    paused: "En pause",
    none: "Le premier morceau est en train d’être choisi.",
    coverOf: (title) => `Pochette de ${title}`,
    unknownArtist: "Artiste inconnu",
    progress: (at, of) => `${at} sur ${of}`,
  },
  closed: {
    title: "C’est fermé en ce moment",
    until: (time) => `Jusqu’à ${time}. La musique reprend d’elle-même.`,
    open: "La musique reprend d’elle-même à l’ouverture.",
  },
  vote: {
    want: "Un autre morceau, s’il vous plaît",
    wanted: "Vous voulez un autre morceau",
    count: (votes, needed) => `${votes} sur ${needed}`,
    explain: (votes, needed) =>
      votes === 0 ? `Il faut ${needed} téléphones.` : `${votes} des ${needed} téléphones nécessaires.`,
  },
  ask: {
    heading: "Choisissez la suite",
    ask: (title) => `Demander ${title}`,
    left: (count) =>
      count === 1 ? "Encore un de vos morceaux peut attendre." : `${count} de vos morceaux peuvent attendre.`,
    enough: "Vous avez autant de morceaux en attente que permis. Un autre dès que l’un d’eux est passé.",
    again: (time) => `Vous pourrez demander un autre morceau à ${time}.`,
    off: "On ne peut pas demander de morceaux ici en ce moment.",
    others: "D’autres morceaux",
    noOthers: "Pas d’autres morceaux à demander pour le moment.",
    lessSo: "Convient un peu moins en ce moment",
    none: "Tous les morceaux d’ici arrivent bientôt ou sont passés il y a peu.",
    noneFrom: (time) =>
      `Tous les morceaux d’ici sont passés il y a peu. Vous pourrez de nouveau en demander vers ${time}.`,
    waitsAt: (place) =>
      place === 1 ? "Demandé : premier de la liste" : `Demandé : numéro ${place} de la liste`,
    asked: (title) => `${title} est dans la liste.`,
  },
  search: {
    open: "Chercher un morceau",
    title: "Recherche",
    label: "Titre, artiste ou album",
    close: "Terminé",
    searching: "Recherche en cours",
    none: (words) => `Rien ici ne s’appelle « ${words} ».`,
    hint: "Quelques lettres suffisent.",
    browse: "Ou parcourez ce qu’il y a :",
    moods,
    more: "D’autres encore",
    perhaps: "Peut-être l’un de ceux-ci :",
    noneSuch: "Il n’y a rien de tel ici en ce moment.",
    found: (count) => (count === 1 ? "Un morceau" : `${count} morceaux`),
  },
  waiting: {
    heading: "En attente",
    none: "Personne n’a demandé de morceau. Le vôtre serait le premier.",
    turns: "Chacun son tour.",
    between: "Chacun son tour. Entre deux passent des morceaux qui vont avec la salle.",
    yours: "Le vôtre",
    afterAnother: "Un autre artiste passe avant",
    place: (place) => `Numéro ${place}`,
    takeBack: "Retirer",
    takeBackOf: (title) => `Retirer ${title}`,
    tookBack: (title) => `${title} n’attend plus.`,
    forgotten:
      "Mien a redémarré et ne sait plus ce qui attendait. S’il manque un de vos morceaux, demandez-le encore une fois.",
    gone: (title) => `${title} ne peut finalement pas passer ici.`,
  },
  link: {
    connecting: "Un instant",
    lost: "Plus de connexion à la musique. Nouvel essai en cours.",
    off: "Cette page est désactivée",
    offDetail: "Les téléphones ne participent pas en ce moment. La page revient d’elle-même.",
    crowded: "Beaucoup de téléphones sont là",
    crowdedDetail: "Il n’y a plus de place pour le moment. Nouvel essai automatique.",
    address: "Trop de téléphones",
    addressDetail:
      "Plus de téléphones que permis sont venus par votre connexion en une heure. Nouvel essai automatique.",
    unreachable: "Mien est injoignable",
    unreachableDetail: "Ce téléphone est-il sur le même Wi-Fi que la musique ? Nouvel essai automatique.",
    again: "Réessayer",
  },
  privacy:
    "Un nombre au hasard distingue ce téléphone des autres pendant un jour, et son adresse réseau est connue une heure : en mémoire vive seulement. Ce qui attend y est aussi noté, pour un redémarrage de Mien. Rien de ce téléphone ne va sur un disque.",
  refusals: {
    off: "C’est désactivé ici.",
    closed: "C’est fermé en ce moment.",
    unknown: "Cela a pris trop de temps. Réessayez.",
    crowded: "Beaucoup de téléphones sont là. Réessayez dans un instant.",
    address: "Trop de téléphones sont venus par votre connexion.",
    busy: "Trop de demandes à la fois. Réessayez dans un instant.",
    waiting: "Vous avez autant de morceaux en attente que permis.",
    hour: (time) => `Vous avez demandé tout ce qu’on peut en une heure. De nouveau à ${time}.`,
    full: "La liste est pleine. Réessayez après quelques morceaux.",
    "not-here": "Ce morceau ne passe pas ici.",
    coming: "Passe, ou vient bientôt",
    "artist-coming": (time) =>
      time === ""
        ? "Cet artiste passe, ou vient bientôt"
        : `Cet artiste passe ou vient bientôt, de nouveau vers ${time}`,
    rest: (time) => `Entendu récemment, de nouveau à ${time}`,
    "artist-rest": (time) => `Artiste entendu récemment, de nouveau à ${time}`,
    over: "Un autre morceau passe déjà.",
    unreachable: "Mien est injoignable.",
  },
  code: {
    open: "Par téléphone",
    title: "Choisir par téléphone",
    how: "Visez le code avec un téléphone. Il doit être sur le même Wi-Fi.",
    alt: (address) => `Code qui ouvre ${address}`,
    or: "Ou tapez",
    close: "Terminé",
    vote: (votes, needed) => `${votes} téléphones sur ${needed} veulent un autre morceau`,
    skipped: (title, votes, phones) =>
      `${votes} téléphones sur ${phones} voulaient un autre morceau que ${title}.`,
  },
};
