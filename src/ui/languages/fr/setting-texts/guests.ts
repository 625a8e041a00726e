import type { SettingTexts } from "../../../words/setting-texts.ts";

/** What guests may do with their own phones. */
export const guests = {
  guestPage: {
    title: "Page pour les téléphones des invités",
    help: "Oui : l’écran montre un code que les téléphones du même réseau ouvrent : ce qui passe, des morceaux à demander, un vote pour passer. Il faut aussi « Ouvert au réseau ». Non : aucun téléphone d’invité ne peut rien faire.",
  },
  guestRequests: {
    title: "Morceaux par téléphone",
    help: "Si les invités peuvent demander des morceaux sur leur téléphone. Ce qui attend reste en mémoire : un redémarrage de Mien le garde, celui de l’appareil l’oublie.",
  },
  guestVotes: {
    title: "Votes par téléphone",
    help: "Si les téléphones peuvent voter pour passer le morceau en cours.",
  },
  guestWaiting: {
    title: "Morceaux en attente par invité",
    help: "Nombre de morceaux d’un invité qui peuvent attendre à la fois. Les invités passent chacun leur tour, quoi que chacun demande, et aucun artiste n’attend deux fois.",
  },
  guestHourly: {
    title: "Morceaux par invité et par heure",
    help: "Nombre de morceaux qu’un invité peut demander en une heure. Ceux qu’il retire ne comptent pas.",
  },
  guestSpacing: {
    title: "Morceaux entre deux demandes par téléphone",
    help: "Nombre de morceaux qui passent entre celui d’un téléphone et le suivant de ce genre : ceux qui vont avec la salle, et les tours des personnes connectées. Avec 0, aucun morceau choisi par Mien ne passe avant celui que quelqu’un attend ; les personnes connectées gardent leur tour entre deux.",
  },
  guestVoteShare: {
    title: "Part qui fait passer un morceau",
    help: "Part des téléphones, parmi ceux qui ont la page ouverte et sous les yeux, qui doivent vouloir un autre morceau.",
  },
  guestVoteLeast: {
    title: "Nombre minimal pour passer un morceau",
    help: "Moins que cela n’en fait jamais passer un. S’il y en a plus d’un, il en faut toujours deux.",
  },
  guestPhones: {
    title: "Téléphones à la fois",
    help: "Les autres téléphones sont priés d’attendre. L’écran de l’appareil a toujours sa place.",
  },
  guestPhonesPerAddress: {
    title: "Téléphones par adresse",
    help: "Nombre de téléphones qui peuvent venir d’une adresse du réseau, à la fois et comme nouveaux en une heure. Chaque onglet privé en est un : c’est donc le nombre de votes et de tours qu’une personne peut avoir au plus. Augmentez-le là où le réseau des invités cache tous les téléphones derrière une adresse.",
  },
  guestCodeAtRest: {
    title: "Code toujours à l’écran",
    help: "Oui : le code pour les téléphones reste affiché même quand personne ne touche l’écran.",
  },
} satisfies Partial<SettingTexts>;
