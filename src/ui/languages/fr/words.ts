import type { Policy } from "../../../protocol/mood.ts";
import type { Words } from "../../words/words.ts";
import { percentIn, pluralIn } from "../plural.ts";
import { choices } from "./choices.ts";
import { moods } from "./moods.ts";
import { cameraTroubles, troubles } from "./troubles.ts";
import { unmet } from "./wishes.ts";

const plural = pluralIn("fr");
const percent = percentIn("fr");
const faces = (count: number): string => plural(count, { one: "un visage", other: "# visages" });
const sentence = (lead: string, rest: string | null): string => `${lead}${rest ?? ""}.`;
const andSong = (song: string | null): string | null => song && ` ; ce morceau est ${song}`;
const itIs = (lead: string, song: string | null): string =>
  song === null ? lead : `${lead} Il est ${song}.`;
const after = (more: string | null): string => (more === null ? "" : `, ${more}`);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const more = (seconds: number): string =>
  seconds < 60
    ? plural(seconds, { one: "encore une seconde", other: "encore # secondes" })
    : plural(Math.round(seconds / 60), { one: "encore une minute", other: "encore # minutes" });
const songsIn = (language: string | null): string =>
  language === null ? "des morceaux sans paroles" : `des chansons en ${language}`;

/** What the music does about the mood. */
const heads: Readonly<Record<Exclude<Policy, "match">, string>> = {
  lift: "s’éclaire",
  calm: "s’apaise",
  energise: "s’anime",
  glide: "avance pas à pas",
};

export const words: Words = {
  language: "fr",
  comma: ", ",

  now: {
    playing: "À l’écoute",
    paused: "En pause",
    loading: "Dans un instant",
    recovering: "Le son s’est coupé, il revient",
    announced: (title, artists) =>
      artists === "" ? `À l’écoute : ${title}` : `À l’écoute : ${title}, de ${artists}`,
    titled: (paused, title) => `${paused ? "En pause" : "À l’écoute"} : ${title}`,
    next: "Ensuite : ",
    unknownArtist: "Artiste inconnu",
    coverOf: (title) => `Pochette de ${title}`,
    why: "Pourquoi ce morceau",
  },
  idle: {
    starting: { title: "Un instant", text: "Le premier morceau est en cours de choix." },
    paused: { title: "En pause", text: "Touchez l’écran pour reprendre." },
    closed: { title: "Fermé pour l’instant", text: "La musique revient d’elle-même à l’ouverture." },
    "nothing-playable": {
      title: "Rien à jouer",
      text: "Mien continue de chercher un morceau qui puisse être joué.",
    },
  },
  closedUntil: (time) => ({ title: `Fermé jusqu’à ${time}`, text: "La musique revient d’elle-même." }),
  follows: {
    faces: "d’après les visages",
    held: "d’après les derniers visages vus",
    fading: "retour vers l’ambiance habituelle",
    daypart: "l’ambiance habituelle",
    manual: "réglé sur le cadran",
    asked: "à la demande",
  },

  here: {
    named: (names, others) =>
      others === 0
        ? `Ici : ${names}`
        : `Ici : ${names} et ${plural(others, { one: "une autre personne", other: "# autres" })}`,
    counted: (others) =>
      plural(others, {
        one: "Une personne est là par carte ou code",
        other: "# personnes sont là par carte ou code",
      }),
    brief: (count) => plural(count, { one: "Une personne connectée", other: "# personnes connectées" }),
  },

  looks: {
    nobody: "Personne en vue",
    unread: (count) => capital(`${faces(count)}, difficile à lire`),
    mixed: (count) => `Expressions variées, ${faces(count)}`,
    one: (face) => `Un visage, ${face}`,
    all: (face, count) => `Expression : ${face}, ${faces(count)}`,
    mostly: (face, count) => `Surtout : ${face}, ${faces(count)}`,
    notLooking: "Ne regarde pas",
    opening: "Va regarder",
    unknown: "Pas de nouvelles",
  },
  expressions: new Map([
    ["angry", { now: "sourcils froncés", was: "fronçaient les sourcils" }],
    ["disgust", { now: "grimace", was: "grimaçaient" }],
    ["fear", { now: "yeux écarquillés", was: "écarquillaient les yeux" }],
    ["happy", { now: "sourire", was: "souriaient" }],
    ["neutral", { now: "air neutre", was: "avaient l’air neutre" }],
    ["sad", { now: "air triste", was: "avaient l’air triste" }],
    ["surprise", { now: "air surpris", was: "avaient l’air surpris" }],
    ["smiling", { now: "sourire", was: "souriaient" }],
    ["notSmiling", { now: "sans sourire", was: "ne souriaient pas" }],
  ]),
  otherExpression: { now: "autre expression", was: "avaient une autre expression" },

  music: moods,
  why: {
    matched: (look, song) => sentence(`Parce que ${look}`, andSong(song)),
    steered: (look, policy, song) => itIs(`${capital(look)}, et la musique ${heads[policy]}.`, song),
    all: (did) => `tous les visages ${did}`,
    mostly: (did) => `la plupart des visages ${did}`,
    mixed: "les visages ici étaient variés",
    nobody: ", alors que personne n’était en vue",
    unread: ", alors qu’aucun visage n’était lisible",
    lately: (song) => itIs("En accord avec les visages vus ici ces derniers temps.", song),
    held: (unseen, song) => itIs(sentence("Comme avant", unseen), song),
    fading: (song) => itIs("Sur le chemin du retour à l’ambiance habituelle.", song),
    usual: (unseen, song) => itIs(sentence("Comme d’habitude ici", unseen), song),
    change: (song) => itIs("Un petit changement qui va encore avec la salle.", song),
    dial: (song) => itIs("Comme réglé sur le cadran.", song),
    dialNear: (song) => itIs("Proche de ce qui a été réglé sur le cadran.", song),
    dialSteered: (policy, song) => itIs(`À partir du réglage du cadran, la musique ${heads[policy]}.`, song),
    widened: {
      mood: (song) => itIs("Au moment du choix, rien de mieux adapté n’était libre.", song),
      rest: (song) => itIs("Entendu il y a peu : au moment du choix, rien d’adapté n’était reposé.", song),
      artist: (song) => itIs("Le même artiste encore : rien d’autre ne restait.", song),
      "artist-rest": (song) =>
        itIs("Artiste entendu il y a peu : au moment du choix, aucun autre n’était libre.", song),
      language: (song) => itIs("Aucune chanson dans les langues choisies n’allait.", song),
      favourites: (song) => itIs("Aucun morceau des artistes choisis n’allait.", song),
      length: (song) => itIs("Une durée inhabituelle ici : rien d’autre ne restait.", song),
      quiet: (song) => itIs("Un peu vif pour cette heure : rien de plus calme ne restait.", song),
    },
    unmet,
    though: {
      mood: "même s’il ne va pas avec l’ambiance",
      rest: "même s’il a été entendu il y a peu",
      artist: "même si l’artiste passait juste avant",
      "artist-rest": "même si l’artiste est passé il y a peu",
      length: "même si sa durée est inhabituelle ici",
      quiet: "même s’il est un peu vif pour cette heure",
    },
    turn: (name) => (name === null ? "Pour quelqu’un ici" : `Pour ${name}`),
    likes: {
      song: () => "ce morceau",
      artist: (artist) => artist,
      language: (language) =>
        language === null ? "les morceaux sans paroles" : `les chansons en ${language}`,
    },
    turnFor: (turn, likes, rest) =>
      likes === null ? `${turn}. ${rest ?? ""}`.trim() : sentence(`${turn}, qui aime ${likes}`, rest),
    andSong,
    preferred: {
      artist: (artist, by, though, song) =>
        sentence(
          by === "guest" ? `Parce que quelqu’un ici a choisi ${artist}` : `Parce qu’ici on aime ${artist}`,
          though === null ? andSong(song) : `, ${though}`,
        ),
      language: (language, by, though, song) =>
        sentence(
          by === "guest"
            ? `Parce que quelqu’un ici a choisi ${songsIn(language)}`
            : `Parce qu’ici on aime écouter ${songsIn(language)}`,
          though === null ? andSong(song) : `, ${though}`,
        ),
    },
    asked: "Parce que quelqu’un l’a demandé.",
    planned: "Parce que c’était prévu à cette heure.",
  },

  ...choices,

  camera: {
    looking: "La caméra regarde. Aucune image n’est gardée.",
    photographs: "Des photos de démonstration sont lues : aucune caméra ne regarde.",
    watched: "Un admin regarde par la caméra pour l’orienter. Aucune image n’est gardée.",
    looksForSmiles: "La caméra ne cherche que les sourires. Aucune image n’est gardée.",
    resting: "C’est fermé, la caméra se repose : personne n’est observé.",
    closed: "La caméra est fermée. Aucune image n’est gardée.",
    opening: "La caméra s’ouvre. Aucune image n’est gardée.",
    closing: "La caméra se ferme.",
    down: "La caméra ne répond pas. Aucune image n’est gardée.",
    forbidden: "La caméra reste éteinte : au travail et à l’école, il est interdit de lire les visages.",
    unknown: "Pas de nouvelles de la caméra tant que la connexion manque.",
    close: "Fermer la caméra",
    open: "Ouvrir la caméra",
    lightOn: "Voyant de la caméra : elle regarde",
    lightOff: "Voyant de la caméra : elle ne regarde pas",
    about: "Ce qui est capté et gardé",
  },

  languages: { label: "Langue", now: "Cette page est maintenant en français." },

  keyboard: {
    label: "Clavier",
    shift: "Majuscules",
    accents: "Lettres accentuées",
    plain: "Lettres sans accent",
    back: "Effacer",
    enter: "Entrée",
    space: "Espace",
    language: "Autre langue",
    close: "Terminé",
    candidates: "Caractères au choix",
    more: "Plus de caractères",
  },

  controls: {
    label: "Lecteur",
    play: "Lecture",
    pause: "Pause",
    skip: "Passer ce morceau",
    volume: "Volume",
    bounds: ({ floor, ceiling, because }) => {
      const range =
        floor > 0 && ceiling < 1
          ? `de ${percent(floor)} à ${percent(ceiling)}`
          : floor > 0
            ? `au moins ${percent(floor)}`
            : `au plus ${percent(ceiling)}`;
      return {
        settings: `Réglé ici : ${range}.`,
        daypart: `À cette heure du jour : ${range}.`,
        "quiet-hours": `Heures calmes : ${range}.`,
        clock: `Tant que l’heure est inconnue : ${range}.`,
        none: "",
      }[because ?? "none"];
    },
    percent,
    position: "Position dans le morceau",
    positionOf: (at, total) => `${at} sur ${total}`,
    open: "Toucher pour choisir",
    close: "Terminé",
  },
  watch: {
    only: "Cette page montre ce qui passe. On choisit à l’écran de Mien.",
    byPhone: "Choisir avec un téléphone",
    usedLink:
      "Ce lien a déjà servi : il fait d’un navigateur l’écran de Mien, une seule fois. Redémarrez Mien, et il en donne un nouveau.",
  },
  dial: {
    label: "Comment la musique doit être",
    hint: "Faites glisser le point pour dire comment elle doit être.",
    unset: "rien de choisi",
    at: (song, { valence, arousal }) =>
      `${song} : luminosité ${percent(valence)}, vivacité ${percent(arousal)}`,
    up: "vif",
    right: "lumineux",
    down: "calme",
    left: "sombre",
    set: (song, seconds) =>
      seconds === null ? `Demandé : ${song}.` : `Demandé : ${song}, pendant ${more(seconds)}.`,
    setFor: (seconds) => capital(more(seconds)),
    letCameraLead: "Suivre la caméra",
    letUsualLead: "Revenir à l’habituel",
  },

  troubles,
  cameraTroubles,
  otherTrouble: { what: "Quelque chose ne va pas.", cure: "Mien continue d’essayer tout seul." },
  notes: {
    label: "Ce qui ne va pas",
    more: (count) => `${count} de plus`,
    whatToDo: "Que faire",
    forOwner: "La personne qui s’occupe de Mien a quelque chose à faire.",
  },
  progress: {
    scan: (done, of, left) => `Lecture de votre musique : ${done} fichiers sur ${of}${after(left)}`,
    covers: (done, of, left) => `Pochettes : ${done} sur ${of}${after(left)}`,
    analysis: (done, of, left) => `Écoute des ambiances : ${done} morceaux sur ${of}${after(left)}`,
    seconds: "moins d’une minute",
    minutes: (count) =>
      plural(count, { one: "encore une minute environ", other: "encore # minutes environ" }),
    hours: (count) => plural(count, { one: "encore une heure environ", other: "encore # heures environ" }),
    days: (count) => plural(count, { one: "encore un jour environ", other: "encore # jours environ" }),
  },
  demo: {
    label: "Remarques",
    camera: "photos de démo",
    music: "musique de démo",
    silent: "joue sans son",
    muted: "son coupé",
  },

  connection: {
    connecting: "Connexion à Mien",
    lost: "La connexion à Mien est perdue. Nouvel essai.",
    lostDetail: "Ce que vous voyez date d’avant.",
    open: "Connecté",
    unreachable: "Mien est injoignable.",
    refused: (status) => `Mien a refusé (${status}).`,
    again: "Réessayer",
  },
  rejected: (reason) => `Cela n’a pas marché. ${reason}`,
};
