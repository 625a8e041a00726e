import type { PeopleWords } from "../../words/people-words.ts";

export const me: PeopleWords["me"] = {
  title: "Moi",
  signOut: "Se déconnecter",
  leave: "Je m’en vais",
  somebodyElse: "Quelqu’un d’autre se connecte",
  staying: (name) => `${name}, vos tours continuent. Quelqu’un d’autre peut se connecter.`,
  signOutEverywhere: "Se déconnecter partout",
  parts: "À mon sujet",
  tabs: { likes: "Goûts", songs: "Morceaux", history: "Historique", account: "Compte" },
  here: "Vous êtes là : des morceaux sont choisis pour vous à tour de rôle. Présentez votre carte, ou partez ici, et cela s’arrête. Cela s’arrête aussi quand personne n’est en vue depuis un moment, et après quatre heures.",
  notHere:
    "Vous n’êtes pas dans la salle : tenez-y votre carte contre le lecteur, ou connectez-vous à l’écran de Mien, et des morceaux seront choisis pour vous aussi.",
  out: "J’ai quitté la salle",
  isOut: "Vous n’êtes plus dans la salle. Aucun morceau n’est choisi pour vous.",
  named: (name) => `Dire « Pour ${name} » quand un morceau est choisi pour moi, et ce que j’y aime`,
  namedHint: "Quiconque regarde les pages de Mien le voit, tant que vous êtes là.",
  signedOut: "Votre session est fermée.",
  toAdmin: "Continuer en admin",
  people: "Personnes et cartes",
  likes: "Ce que j’aime entendre",
  likesHint:
    "Quand vous êtes là et que c’est votre tour, la musique suit cela. Un souhait fait à l’écran passe avant.",
  favourites: "Morceaux que j’aime",
  blocked: "Morceaux que je ne veux jamais entendre",
  none: {
    favourite: "Aucun encore : touchez le cœur d’un morceau. Il vient plus tôt quand c’est votre tour.",
    blocked: "Aucun encore. Un tel morceau ne passe pas quand vous êtes là, quel que soit le tour.",
  },
  history: "Ce que j’ai entendu ici",
  historyHint:
    "Ce qui passait quand vous étiez là, et quand ; jamais votre visage. Ce que vous avez demandé ou sauté est dans le fichier, sous « Compte », et s’oublie avec.",
  noHistory: "Rien encore.",
  earlier: "Morceaux plus anciens",
  forgetHistory: "Oublier mon historique",
  forgetHistorySure: "L’oublier pour de bon",
  keepHistory: "Le garder",
  historyForgotten: "Votre historique est oublié.",
  remove: (title) => `Enlever « ${title} »`,
  removeShort: "Enlever",
  gone: "Un morceau qui n’est plus ici",
  onTile: "Montrer mon nom sur la borne, à la maison",
  secrets: "Code PIN",
  now: "L’actuel",
  passphraseNow: "Phrase secrète actuelle",
  newPassphrase: "Nouvelle phrase secrète, 10 caractères au moins",
  passphraseChanged: "La phrase secrète est changée. Tous les autres navigateurs sont déconnectés.",
  change: "Changer",
  changed: "C’est changé. Tous les autres navigateurs sont déconnectés.",
  card: "Une carte à moi",
  cardHint: "Une carte vous connecte au lecteur de la borne.",
  teach: "Apprendre ma carte",
  mine: "Ce qui est gardé à mon sujet",
  export: "Tout télécharger",
  exportElsewhere: (address) =>
    address === null
      ? "Pour tout emporter dans un fichier, connectez-vous sur votre téléphone ou un ordinateur, si un admin a ouvert Mien au réseau."
      : `Pour tout emporter dans un fichier, ouvrez ${address} sur votre téléphone ou un ordinateur et connectez-vous.`,
  forget: "Me supprimer",
  forgetHint:
    "Nom, code, cartes, souhaits et historique disparaissent pour de bon. D’anciennes sauvegardes les gardent jusqu’à leur remplacement, quatre semaines au plus. Votre code ou votre phrase secrète dit que c’est vous.",
  forgetSure: "Me supprimer pour de bon",
  forgotten:
    "C’est supprimé. Seules d’anciennes sauvegardes peuvent encore en garder trace, quatre semaines au plus.",
  keep: "Me garder",
};
