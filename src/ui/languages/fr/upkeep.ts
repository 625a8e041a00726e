import type { UpkeepWords } from "../../words/upkeep-words.ts";

export const words: UpkeepWords = {
  title: "Entretien",
  log: {
    title: "Le journal",
    hint: "Les lignes les plus récentes depuis le démarrage de Mien, en anglais. Noms, titres, chemins et adresses sont omis (…), comme dans le paquet d’assistance.",
    level: "Afficher",
    levels: { all: "tout", warn: "avertissements et erreurs", error: "erreurs seules" },
    none: "Aucune ligne de ce genre.",
    live: "Les nouvelles lignes arrivent d’elles-mêmes.",
    kinds: { info: "note", warn: "avertissement", error: "erreur" },
    bundle: "Télécharger le paquet d’assistance",
    bundleHint:
      "Versions, type d’appareil, état de chaque partie, réglages et journal. Rien n’y devrait regarder personne ; lisez-le avant de l’envoyer.",
  },
  backups: "Sauvegardes",
  take: {
    title: "Emporter une sauvegarde",
    which: "Quelle sauvegarde",
    download: "Télécharger",
    none: "Il n’y en a pas encore.",
    holds:
      "Elle contient le nom de chacun, les empreintes des codes PIN, des phrases de passe et des cartes, et ce qui a été joué et quand. Gardez-la là où personne d’autre ne peut la lire, et supprimez-la quand elle ne sert plus.",
  },
  restore: {
    title: "Restaurer une sauvegarde",
    hint: "Cela se fait sur l’appareil lui-même, dans un terminal ou par SSH, car Mien ne doit pas tourner pendant ce temps. La base d’avant est conservée.",
    clone: "Mien n’est pas un service ici : arrêtez-le avec Ctrl+C là où il a été lancé, puis tapez ceci.",
    camera:
      "À la place de CAMERA, tapez l’adresse de la caméra : aucune page ne la donne, car elle contient un mot de passe.",
    other: "Sans « newest », scripts/restore liste toutes les sauvegardes avec leurs dates.",
    path: "Pour en restaurer une que vous avez emportée, copiez-la sur l’appareil et donnez son chemin à la place du nom.",
    now: (when) => `Restaurer la sauvegarde du ${when}`,
    another: (title) => `Une autre se choisit sous « ${title} ».`,
    none: "Il n’y a pas encore de sauvegarde à restaurer.",
    takes: (when) =>
      `La sauvegarde du ${when} prend la place de la base. Mien s’arrête et redémarre : rien ne joue pendant quelques secondes. Ce qui a changé depuis n’y est plus, sauf les personnes, cartes et codes PIN ; la base actuelle est conservée. Tout le monde se reconnecte.`,
    sure: "Restaurer et redémarrer Mien",
    leave: "Tout laisser comme c’est",
    reads: "La sauvegarde est lue du début à la fin, pour en être sûr.",
    under: "Mien redémarre. Cette page l’attend, et dira ce qu’il en est.",
    away: "Mien n’est pas revenu ; cette page attend toujours. Selon les réglages de la sauvegarde, il a peut-être une autre adresse. Sinon, éteignez et rallumez l’appareil. Son journal dit pourquoi : journalctl -u mien",
    done: (when) => `Mien tourne de nouveau, avec la sauvegarde du ${when}.`,
    failed: "Mien tourne de nouveau, et la base est comme avant : la sauvegarde n’a pas été restaurée.",
    again: "Mien tourne de nouveau. Il ne dit pas si la sauvegarde a été restaurée.",
    byHand: "Par des commandes, quand cette page ne répond pas",
    restored: (when, backup) =>
      `La sauvegarde du ${backup} a pris la place de la base (${when}), comme un admin le voulait.`,
    notRestored: (when, backup) =>
      `Une sauvegarde${backup} devait prendre la place de la base (${when}), et n’a pas pu. La base est comme avant.`,
    keptBefore: (path) => `La base d’avant est gardée dans ${path}`,
  },
  update: {
    title: "Mise à jour",
    version: (version) => `Version installée : Mien ${version}.`,
    hint: "Mien ne va rien chercher de lui-même sur internet, et ignore donc les versions plus récentes. Apportez le fichier de la version sur l’appareil, par exemple sur une clé, et tapez-y :",
    after:
      "La musique s’interrompt quelques secondes. La nouvelle version est surveillée une minute ; si elle fait moins bien, l’ancienne revient avec ses données.",
    clone: "Dans un clone, un tag signé convient aussi : sudo scripts/update --tag TAG.",
    inClone:
      "Mien ne va rien chercher de lui-même sur internet, et ignore donc les versions plus récentes. Faites une sauvegarde, arrêtez Mien avec Ctrl+C là où il a été lancé, puis tapez ceci.",
    unwatched:
      "Ce qui est nouveau est compilé avant le démarrage. Rien ne le surveille : si cela fait moins bien, la version d’avant, avec la sauvegarde, permet de revenir.",
    stayed: (when, from, to) => `Le ${when}, Mien est passé de ${from} à ${to}.`,
    cameBack: (when, from, to) =>
      `La mise à jour vers ${to} du ${when} s’est mal passée : ${from} est revenu, avec ses données.`,
    refused: (when, from) =>
      `La mise à jour du ${when} n’a pas commencé : Mien est toujours en ${from}, avec ses données.`,
    because: "Ce que la mise à jour en a dit :",
  },
  byPage: {
    hint: "Une version, ce sont deux fichiers : l’un finit par .tar.gz, et sa signature porte le même nom suivi de .sig. Mien ne va chercher ni l’un ni l’autre sur internet.",
    choose: "Choisir les deux fichiers",
    missing: (have, missing) => `${have} est choisi. Il manque encore : ${missing}`,
    odd: (name) =>
      `${name} ne fait partie d’aucune version : les fichiers finissent par .tar.gz et par .sig.`,
    sends: (name) => `Envoi de ${name}.`,
    stop: "Arrêter l’envoi",
    stopped: "L’envoi n’est pas allé au bout : Mien reste comme il est.",
    broke: "La connexion s’est interrompue : choisissez de nouveau les deux fichiers.",
    here: (size) =>
      `Une version est là (${size}). Sa signature est vérifiée, puis Mien s’arrête et redémarre avec elle : la musique s’interrompt quelques secondes. La nouvelle version est surveillée une minute ; si elle fait moins bien, l’ancienne revient avec ses données.`,
    now: "Mettre à jour maintenant",
    checked:
      "La signature est vérifiée, et la nouvelle version prend place à côté de celle qui tourne. Cela peut durer quelques minutes, et la musique continue.",
    under: "Une mise à jour est en cours. Cette page l’attend, et dira ce qu’il en est.",
    away: "Mien redémarre. Cette page l’attend, et dira ce qu’il en est.",
    watched: "Mien tourne de nouveau, et est surveillé une minute.",
    long: "Cela dure plus de dix minutes ; cette page attend toujours. Sur l’appareil, le journal dit où cela en est : journalctl -u mien-update",
    unsaid:
      "La mise à jour est finie, et personne n’a noté ce qu’il en est. Le journal en dit plus : journalctl -u mien-update",
    waits: "Une mise à jour est demandée, et le service qui la fait n’a pas encore commencé.",
    stuck:
      "Une mise à jour est demandée, et le service qui la fait ne commence pas. Sur l’appareil, ceci dit pourquoi : systemctl status mien-update.path mien-update.service",
    signedOut:
      "Vous n’êtes plus connecté. Connectez-vous, et cette page dira ce qu’il en est de la mise à jour.",
    takenBack: "La mise à jour a été retirée avant de commencer : Mien reste comme il est.",
    byHand: "Par des commandes, quand cette page ne répond pas",
    noSigners:
      "Cela se fait aussi depuis cette page, dès que cet appareil se fie à la clé de qui fait vos versions : docs/install.md, « Update from the page ».",
  },
};
