import type { SettingTexts } from "../../../words/setting-texts.ts";

/** Where the music heads, where it is, and which song comes next. */
export const music = {
  policy: {
    title: "Ce que la musique fait de l’ambiance",
    help: "« Aller avec la salle » joue comme est la salle, « Égayer » va vers une musique lumineuse, « Apaiser » vers une musique calme, « Animer » vers une musique vive, et « Mener pas à pas » part de la salle et avance morceau après morceau.",
  },
  policyByMood: {
    title: "De même pour chaque ambiance",
    help: "Ce qui vaut pour une ambiance en particulier.",
  },
  glideTo: {
    title: "Où mène le chemin",
    help: "Le point où arrive « Mener pas à pas ».",
  },
  glideSongs: {
    title: "Morceaux du chemin",
    help: "Combien de morceaux prend le chemin : le premier est comme la salle, le dernier est à l’arrivée.",
  },
  dayparts: {
    title: "Moments de la journée",
    help: "Des heures à part : ambiance habituelle, ce que la musique en fait, morceaux explicites ou non, leur vivacité permise, et le volume. Les heures suivent le fuseau horaire réglé ; si deux se chevauchent, la dernière de la liste l’emporte.",
  },
  musicFolders: {
    title: "Dossiers de musique",
    help: "Les dossiers de votre musique, comme chemins à partir de / ; tout ce qu’ils contiennent est lu. Sans aucun, les morceaux de démonstration jouent.",
  },
  rescanMinutes: {
    title: "Parcours des dossiers de musique",
    help: "Les changements se remarquent aussitôt là où le système les signale ; les dossiers du réseau, et ceux qui sont trop nombreux à surveiller, sont parcourus aussi souvent que cela. 0 ne le fait jamais.",
  },
  analyseSound: {
    title: "Ambiance d’après le son",
    help: "Tous les morceaux sont écoutés en arrière-plan, un à la fois, d’abord ceux dont l’ambiance est inconnue. Leur son compte quand aucun tag, liste, dossier ni personne ne nomme leur ambiance.",
  },
  uploadFolder: {
    title: "Dossier des envois",
    help: "Où va la musique envoyée par un navigateur ou copiée d’une clé, comme chemin à partir de /. Il fait de lui-même partie des dossiers de musique. Vide : un dossier à côté de la base de données.",
  },

  onMoodChange: {
    title: "Quand l’ambiance change",
    help: "Si le morceau en cours peut d’abord finir, ou si un autre qui convient arrive aussitôt.",
  },
  trackRestMinutes: {
    title: "Repos d’un morceau",
    help: "Un morceau ne repasse pas avant ce temps, sauf s’il ne reste rien d’autre qui convienne. Pour un artiste choisi par un invité, la moitié suffit.",
  },
  artistRestMinutes: {
    title: "Repos d’un artiste",
    help: "Rien d’un artiste ne repasse avant ce temps, sauf s’il ne reste rien d’autre qui convienne, et jamais deux fois de suite. Pour un artiste choisi par un invité, un quart suffit.",
  },
  shortestSongSeconds: {
    title: "Morceau le plus court",
    help: "Les plus courts sont laissés de côté, sauf s’il ne reste rien d’autre. Cela écarte jingles et sketches.",
  },
  longestSongMinutes: {
    title: "Morceau le plus long",
    help: "Les plus longs sont laissés de côté, sauf s’il ne reste rien d’autre. Vide : pas de limite.",
  },
  languages: {
    title: "Langues",
    help: "Comme fr ou en : seuls les morceaux qui en nomment une sont joués, tant qu’il y en a assez. Sans entrée, toutes les langues. Un invité peut en choisir d’autres pour un moment.",
  },
  favouriteArtists: {
    title: "Artistes favoris",
    help: "Leurs morceaux viennent avant d’autres qui conviennent autant. Un artiste choisi à l’écran par un invité compte davantage : ses morceaux jouent quelle que soit l’ambiance, dès qu’ils se sont reposés.",
  },
  preferencesHoldMinutes: {
    title: "Durée du choix d’un invité",
    help: "Les langues et artistes que quelqu’un a choisis à l’écran tiennent ce temps.",
  },
  guestBlockHours: {
    title: "Durée du refus d’un invité",
    help: "Un morceau ou un artiste dont quelqu’un à l’écran ne veut pas n’est pas joué pendant ce temps. Vide : jusqu’à ce que ce soit annulé, comme ce qui est bloqué sur la page de la bibliothèque.",
  },
  adventure: {
    title: "Aventure",
    help: "À quel point le hasard s’écarte du meilleur choix : 0 % prend toujours le meilleur, 100 % n’y regarde guère.",
  },
  allowExplicit: {
    title: "Morceaux explicites",
    help: "Si les morceaux marqués comme explicites peuvent être choisis.",
  },
  randomSeed: {
    title: "Graine du hasard",
    help: "Avec la même graine, la même bibliothèque et le même historique, les mêmes morceaux sortent. Vide : une nouvelle à chaque démarrage.",
  },
} satisfies Partial<SettingTexts>;
