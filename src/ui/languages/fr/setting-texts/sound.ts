import type { SettingTexts } from "../../../words/setting-texts.ts";

/** How it sounds, when there is music, and how loud it may be. */
export const sound = {
  output: {
    title: "Enceinte",
    help: "Le morceau continue sur l’autre. Mien attend le retour d’une enceinte absente.",
  },
  volume: {
    title: "Volume au démarrage",
    help: "Le volume du début. La personne devant l’écran peut le changer.",
  },
  crossfadeSeconds: {
    title: "Fondu enchaîné",
    help: "Pendant ce temps, un morceau s’éteint tandis que le suivant arrive. 0 les joue l’un après l’autre sans pause, comme une enceinte qui ne prend qu’un son à la fois.",
  },
  levelling: {
    title: "Même volume pour tous les morceaux",
    help: "Suit ce que les fichiers disent de leur volume (ReplayGain, R128, Sound Check). Un morceau faible n’est monté que tant que rien ne sature.",
  },
  preampDb: {
    title: "Préampli",
    help: "Ajouté à chaque morceau tant que les volumes sont égalisés.",
  },
  untaggedGainDb: {
    title: "Morceaux qui ne disent pas leur volume",
    help: "Ajouté à ceux-là à la place. La plupart des musiques sont environ 6 dB plus fortes que le niveau des autres.",
  },

  openingHours: {
    title: "Heures d’ouverture",
    help: "Quand il y a de la musique : un jour peut avoir plusieurs plages, et l’une peut passer minuit. Elle commence et finit d’elle-même. Tant que l’appareil ne sait pas l’heure, il compte comme ouvert, à faible volume.",
  },
  holidays: {
    title: "Jours fériés",
    help: "Des jours avec leurs propres horaires, ou sans. Ils priment sur les heures d’ouverture.",
  },
  temporaryStop: { title: "Fermé pour l’instant", help: "Prime sur les heures d’ouverture." },
  volumeRange: {
    title: "Plage de volume",
    help: "Jusqu’où chacun peut baisser et monter le son. Un moment de la journée peut avoir la sienne, dans celle-ci.",
  },
  quietHours: {
    title: "Heures calmes",
    help: "À ces heures, le volume ne monte jamais plus haut, quoi qu’il en soit du reste.",
  },
  climbMinutes: {
    title: "Montée après l’ouverture",
    help: "Après l’ouverture, la musique commence doucement et atteint son volume en ce temps.",
  },
} satisfies Partial<SettingTexts>;
