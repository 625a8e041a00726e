import type { Words } from "../../words/words.ts";
import { pluralIn } from "../plural.ts";

const plural = pluralIn("fr");
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const NUMBERS = ["aucun", "un", "deux", "trois", "quatre", "cinq", "six"];
const number = (count: number): string => NUMBERS[count] ?? String(count);
const others = (count: number): string => (count === 1 ? "un autre" : `${number(count)} autres`);

type Choices = Pick<Words, "whyShort" | "direction" | "picks" | "corrections" | "keys" | "wishes">;

export const choices: Choices = {
  whyShort: {
    artist: { guest: "comme souhaité", owner: "apprécié ici" },
    language: (language) => (language === null ? "instrumental" : `en ${language}`),
    though: (language, bent) => `${language}, ${bent}`,
    neverHeard: "jamais entendu ici",
    lessSo: "va un peu moins bien",
    widened: {
      mood: "autre ambiance",
      rest: "passé il y a peu",
      artist: "même artiste",
      "artist-rest": "artiste déjà passé",
      language: "autre langue",
      favourites: "autre artiste",
      length: "durée inhabituelle",
      quiet: "vif pour l’heure",
    },
  },
  direction: {
    lift: "vers plus de lumière",
    calm: "vers plus de calme",
    energise: "vers plus d’entrain",
    gliding: "pas à pas vers la suite",
    glide: (music, step, of) => `en route vers ${music} : morceau ${step} sur ${of}`,
    alone: capital,
    within: (daypart, way) => `${daypart} : ${way}`,
  },
  picks: {
    heading: (suit, besides) => {
      if (besides === 0) return suit === 1 ? "Un qui irait" : `${capital(number(suit))} qui iraient`;
      if (suit === 0) return `${capital(number(besides))} au choix`;
      return `${capital(number(suit))} qui ${suit === 1 ? "va" : "vont"} bien, ${others(besides)}`;
    },
    wished: (met, what, besides) => {
      const wanted = `${capital(number(met))} ${what}`;
      return besides === 0 ? wanted : `${wanted}${met === 0 ? " :" : ","} ${others(besides)}`;
    },
    noneOffered: (what) => `Aucun morceau ${what} n’est proposé pour l’instant.`,
    none: "Rien à choisir pour l’instant.",
    others: "D’autres",
    choose: (title, artists, why) =>
      `${[title, artists, why].filter((part) => part !== "").join(", ")}. Choisir quand le jouer.`,
    now: "Tout de suite",
    next: (place) => (place === 0 ? "Ensuite" : `En ${place + 1}e`),
    notNext: (place) => (place === 0 ? "Pas ensuite" : "Retirer"),
    playsNow: "en cours",
    byItself: "vient de lui-même",
    waits: (place) => (place === 0 ? "✓ ensuite" : `✓ en ${place + 1}e`),
    asked: (title, place) => (place === 0 ? `Passe bientôt : ${title}` : `En ${place + 1}e : ${title}`),
    playNow: (title) => `Jouer ${title} tout de suite`,
    answerFor: (answer, title) => `${answer} : ${title}`,
  },
  corrections: {
    label: "Dire ce qui ne va pas avec ce morceau",
    wrongMood: "Mauvaise ambiance",
    notThisSong: "Pas ce morceau",
    notThisArtist: "Pas cet artiste",
    moved: (title) => `Nouvelle ambiance pour « ${title} »`,
    noted: (title) => `C’est noté : ${title}`,
    blocked: (what, hours) => {
      if (hours === null) return `Ne sera plus joué : ${what}`;
      const span = hours === 24 ? "un jour" : plural(hours, { one: "une heure", other: "# heures" });
      return `Pas joué pendant ${span} : ${what}`;
    },
    undo: "Annuler",
    movedBack: (title) => `« ${title} » a retrouvé son ambiance`,
    unnoted: (title) => `Ce n’est plus noté : ${title}`,
    unblocked: (what) => `Peut repasser : ${what}`,
    comesAgain: (what) => `Annulé, passe ensuite : ${what}`,
  },
  keys: {
    label: "Raccourcis au clavier",
    on: "Activés",
    off: "Désactivés",
    which:
      "Espace : lecture et pause, N : suivant, M : muet, W : mauvaise ambiance, Z : annuler, F : aimer un morceau une fois connecté, C : caméra, D : cadran, 1 à 6 : un morceau, flèches : position et volume.",
  },
  wishes: {
    open: "Souhaits",
    back: "Les morceaux",
    label: "Qu’aimeriez-vous entendre ?",
    policy: "Que doit faire la musique ?",
    policies: {
      match: "Aller avec la salle",
      lift: "Égayer",
      calm: "Apaiser",
      energise: "Animer",
      glide: "Mener pas à pas",
    },
    any: { policy: "Comme d’habitude ici", languages: "Toutes les langues", artists: "Tous" },
    languages: "Langues",
    wordless: "Instrumental",
    artists: "Artistes",
    search: "Chercher un artiste",
    chosen: (list, until) => (until === null ? `Choisi : ${list}` : `Choisi : ${list}, jusqu’à ${until}`),
    clear: "Peu importe",
    noLanguages: "Aucune chanson ne dit dans quelle langue elle est.",
    noArtists: "Aucun artiste ne porte ce nom.",
    failed: (reason) => `Chargement impossible. ${reason}`,
    loading: "Un instant",
  },
};
