import type { PeopleWords } from "../../words/people-words.ts";
import { pluralIn } from "../plural.ts";
import { me } from "./me.ts";

const plural = pluralIn("fr");

export const words: PeopleWords = {
  title: "Personnes",
  toKiosk: "Vers la borne",
  toLibrary: "Vers la bibliothèque",
  loading: "Un instant",
  again: "Réessayer",
  close: "Fermer",
  ownScreen: {
    tells:
      "Ce navigateur est l’écran de Mien : qui s’y connecte est déconnecté après deux minutes sans toucher. Pour travailler plus longtemps, ouvrez les pages de Mien dans un autre navigateur.",
    stop: "Ne plus être l’écran de Mien",
    sure: "Arrêter et se déconnecter",
    keep: "Le garder",
    stopped: "Ce navigateur n’est plus l’écran de Mien. Connectez-vous pour continuer.",
  },

  notSetUp: "Mien n’ouvre aucune caméra avant d’être configuré.",
  setUp: "Configurer Mien",
  setUpFromElsewhere: (address) => `Depuis un autre appareil : ${address}, avec le code`,

  lacking: {
    missing: (field) => `Il manque encore : ${field}`,
    unfit: (field) => `Ceci ne convient pas encore : ${field}`,
  },

  signIn: {
    open: "Connexion",
    title: { member: "Connexion", admin: "Connexion admin" },
    why: { member: "C’est pour les personnes connectées.", admin: "C’est pour les admins." },
    name: "Nom",
    secret: "Code PIN ou phrase secrète",
    passphrase: "Phrase secrète",
    show: "Montrer ce que je tape",
    go: "Se connecter",
    stepUp: (name) => `${name}, les affaires d’admin demandent aussi votre phrase secrète.`,
    somebodyElse: "Je suis quelqu’un d’autre",
    insecure:
      "Cette page n’est pas chiffrée, la phrase secrète n’y est donc pas acceptée : connectez-vous en admin sur l’appareil même.",
    byCard: "Ou tenez votre carte contre le lecteur.",
    who: "Qui êtes-vous ?",
    typeName: "Un autre nom",
    pin: "Code PIN",
    digit: (digit) => `Chiffre ${digit}`,
    back: "Effacer le dernier chiffre",
    typed: (count) => plural(count, { one: "Un chiffre tapé", other: "# chiffres tapés" }),
    next: "Suivant",
    goBack: "Retour",
    newHere: "C’est ma première fois",
    register: "S’inscrire",
    choosePin: "Choisissez un code PIN de 4 à 8 chiffres",
    pinAgain: "Le même code encore une fois",
    pinsDiffer: "Les deux codes diffèrent. Tapez-les à nouveau.",
    onTile: "Montrer mon nom ici, pour ne pas avoir à le taper",
    gets: [
      "Des morceaux à votre goût, à tour de rôle : chacun ici a son tour.",
      "Ce que vous aimez vient plus tôt ; ce que vous ne voulez jamais entendre ne passe pas en votre présence.",
    ],
    keptShort:
      "Gardés pour cela : votre nom, ce que vous aimez et demandez, ce que vous avez entendu ici. Ni visage ni humeur.",
    keptAll: "Tout ce qui est gardé",
    kept: "De vous sont gardés : votre nom et depuis quand ; ce que vous choisissez, aimez et ne voulez jamais entendre ; les morceaux passés en votre présence, et ceux que vous avez demandés ou sautés ; où vous êtes connecté ; code et carte seulement sous une forme que personne ne peut lire. Ni visage ni humeur. Vous pouvez en voir l’essentiel ici, tout emporter dans un fichier et tout supprimer.",
    notRegistered: (reason) => `${reason} Inutile de retaper le code.`,
    notTheScreen: "L’inscription se fait à l’écran de Mien.",
    elsewhere: (address) => `Admins sur d’autres appareils : ${address}`,
    fingerprint: "L’empreinte du certificat y est :",
    hello: (name) => `Bonjour, ${name}.`,
    welcome: (name) => `Bienvenue, ${name}. Désormais, des morceaux sont aussi choisis pour vous.`,
    goodbye: (name) => `Au revoir, ${name}.`,
    unknownCard: "Cette carte n’est encore à personne ici.",
  },

  me,

  songs: {
    like: (title) => `J’aime « ${title} »`,
    liked: "Vous l’aimez",
    never: (title) => `Jamais « ${title} » quand je suis là`,
    neverAgain: (title) => `« ${title} » ne passe plus tant que vous êtes là.`,
  },

  cards: {
    hold: (seconds) => `Tenez la carte contre le lecteur (${seconds} s).`,
    stop: "Arrêter",
    outcomes: {
      taught: "La carte est apprise.",
      taken: "Cette carte est déjà à quelqu’un.",
      full: "Cela fait assez de cartes pour une personne.",
      unknown: "Cette personne n’est plus ici.",
      failed: "La carte n’a pas pu être gardée : voyez les notes d’état.",
      "too-late": "Aucune carte n’a été présentée.",
      stopped: "Arrêté. Aucune carte n’a été apprise.",
    },
    noReader: "Aucun lecteur de cartes n’est branché.",
    one: (day) => `Carte apprise le ${day}`,
    remove: "Retirer cette carte",
    none: "Aucune carte.",
    teach: "Apprendre une carte",
  },

  people: {
    title: "Personnes et cartes",
    count: (count) => plural(count, { one: "Une personne", other: "# personnes" }),
    search: "Trouver quelqu’un",
    none: "Personne ne porte ce nom.",
    nobody: "Personne n’a encore été ajouté.",
    roles: { member: "Membre", admin: "Admin" },
    here: "ici maintenant",
    cards: (count) => (count === 0 ? "aucune carte" : plural(count, { one: "une carte", other: "# cartes" })),
    role: "Rôle",
    newPassphrase: "Phrase secrète, 10 caractères au moins",
    makeAdmin: "Nommer admin",
    pin: "Nouveau code PIN, 4 à 8 chiffres",
    firstPin: "Code PIN, 4 à 8 chiffres",
    setPin: "Fixer le code",
    pinSet: (name) => `${name} a un nouveau code ; ses sessions sont fermées partout.`,
    roleSet: (name, role) => `${name} : désormais ${role.toLowerCase()}.`,
    remove: (name) => `Retirer ${name}`,
    keep: (name) => `Garder ${name}`,
    makeMember: "Rendre membre",
    removeSure: (name) => `Retirer ${name} pour de bon`,
    removed: (name) => `${name} n’y est plus, ni rien de ce qui était gardé à son sujet.`,
    cardRemoved: "La carte n’est plus à personne.",
    add: "Ajouter quelqu’un",
    cancel: "Annuler",
    added: (name) => `${name} peut se connecter.`,
    name: "Nom",
  },
};
