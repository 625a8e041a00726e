import type { SettingTexts } from "../../../words/setting-texts.ts";

/** Where Mien stands, what it sees, who is there, and what is kept. */
export const here = {
  placeName: {
    title: "Le nom de ce lieu",
    help: "Par exemple « Cuisine » ou « Café Luna ». Il figure sur les téléphones des invités et sur l’affichette pour la porte.",
  },
  stands: {
    title: "Où se trouve Mien",
    help: "À la maison, l’écran peut montrer les vignettes des personnes qui l’ont permis ; ailleurs, aucun nom n’est jamais affiché. Sur un lieu de travail ou dans une école, la caméra reste éteinte : déduire les émotions du personnel ou des élèves est interdit dans l’UE (règlement sur l’IA, art. 5, paragraphe 1, point f)).",
  },
  timeZone: {
    title: "Fuseau horaire",
    help: "Les heures le suivent. Sans choix, c’est celui de l’appareil.",
  },
  screenLanguages: {
    title: "Langues des écrans",
    help: "Celles que les écrans proposent, la première au repos. Si aucune n’est choisie, toutes celles que Mien connaît.",
  },

  cameraSource: {
    title: "Caméra",
    help: "« auto » prend la première caméra qui donne une image. Ou bien un périphérique (/dev/v4l/by-id/…), un fichier vidéo, un dossier d’images, ou l’adresse d’une caméra : rtsp://NOM:MOTDEPASSE@HÔTE/CHEMIN, ou http pour un flux MJPEG.",
  },
  sensing: {
    title: "Ce qui est lu sur les visages",
    help: "Avec « Sourires seulement », rien d’autre que sourire ou non ne sort du programme qui voit l’image.",
  },
  cascade: {
    title: "Détecteur de visages",
    help: "alt2 trouve moins de faux visages ; default trouve quelques visages de plus.",
  },
  minFaceShare: {
    title: "Plus petit visage",
    help: "En part de la hauteur de l’image. Une valeur plus petite trouve des gens plus éloignés et demande plus de calcul.",
  },
  minConfidence: {
    title: "Certitude exigée",
    help: "Les visages lus avec moins de certitude comptent comme non lus. Vide : la valeur du modèle.",
  },
  blackout: {
    title: "Zones de l’image qui ne sont pas lues",
    help: "Noircies avant toute recherche de visages, par exemple là où se tient le personnel.",
  },
  observationsPerSecond: {
    title: "Regards par seconde quand il y a des visages",
    help: "Combien de fois les visages sont lus. Quand personne n’est là, c’est un regard par seconde.",
  },

  moodHalfLifeMs: {
    title: "Vitesse à laquelle l’ambiance suit",
    help: "Après ce temps, la moitié d’un changement sur les visages est passée dans l’ambiance.",
  },
  moodDwellMs: {
    title: "Séjour le plus court dans une ambiance",
    help: "Une ambiance est gardée au moins ce temps avant de pouvoir changer de nom.",
  },
  moodHoldMs: {
    title: "Gardée après le dernier visage",
    help: "Combien de temps l’ambiance reste quand plus personne n’est en vue.",
  },
  moodFadeMs: {
    title: "Retour à l’ambiance habituelle",
    help: "Combien de temps dure ensuite le retour à l’ambiance habituelle.",
  },
  usualMood: {
    title: "Ambiance habituelle",
    help: "Ce que suit la musique quand personne n’est en vue. Un moment de la journée peut avoir la sienne.",
  },
  dialHoldSeconds: {
    title: "Durée du réglage au cadran",
    help: "Une ambiance réglée sur le cadran de l’écran vaut ce temps après le dernier contact ; puis la caméra guide de nouveau. Si aucun morceau n’a encore été joué pour elle, le suivant le sera tout de même.",
  },
  moodHistoryDays: {
    title: "Durée de conservation des ambiances",
    help: "L’historique garde pour chaque morceau l’ambiance de la salle en deux nombres. Après ce nombre de jours ils sont oubliés ; ce qui a été joué reste.",
  },

  openToNetwork: {
    title: "Ouvert au réseau",
    help: "Non : seul cet appareil peut ouvrir les pages. Oui : tout appareil du même réseau peut regarder ; qui s’y connecte peut diriger la musique, et les invités ce que leur page leur permet.",
  },
  hostNames: {
    title: "Noms de cet appareil",
    help: "Sous lesquels d’autres appareils ouvrent les pages, comme mien.fritz.box. Son propre nom, le même avec .local et ses adresses sont déjà connus ; tout autre nom est refusé, car un site web pourrait en faire pointer un ici.",
  },
  port: { title: "Port", help: "Où les pages sont servies." },
  httpsPort: {
    title: "Port HTTPS",
    help: "Par où les admins entrent depuis d’autres appareils, quand Mien est ouvert au réseau : en simple HTTP, ce n’est pas possible. L’empreinte de son certificat se trouve alors ici, à comparer avec celle que montre un navigateur. Vide : celui qui suit l’autre port.",
  },

  walkedAwaySeconds: {
    title: "Déconnexion en partant",
    help: "Après ce temps sans visage ni contact, la personne connectée à l’écran y est déconnectée. Si la caméra est éteinte, deux minutes sans contact suffisent.",
  },
  roomEmptyMinutes: {
    title: "La salle compte comme vide",
    help: "Après ce temps sans visage ni contact, toutes les personnes venues par carte ou code sont parties, et leurs tours avec elles. Un canapé peut être un moment hors de vue de la caméra.",
  },
  cardReaders: {
    title: "Lecteurs de cartes",
    help: "Les lecteurs que Mien ne connaît pas de lui-même. « sudo scripts/card-reader 1234:5678 », dans le dossier de Mien et avec les deux numéros que donne lsusb, lui permet d’en lire un ; un lecteur qui tape se note ensuite ici : « 1234:5678 keys ». Les autres sont dans docs/cards.md. Jamais le clavier sur lequel vous écrivez : ce qui est nommé ici est lu comme des cartes.",
  },
  backupAt: {
    title: "Sauvegarde de nuit",
    help: "Quand la base de données est copiée, selon le fuseau horaire réglé ; une sauvegarde manquée est rattrapée. Vide : aucune sauvegarde automatique.",
  },
  backupFolder: {
    title: "Dossier des sauvegardes",
    help: "Un chemin à partir de /, par exemple sur une clé ; il garde une sauvegarde pour chacun des sept derniers jours et des quatre dernières semaines. Vide : un dossier à côté de la base, qui ne sert à rien si son disque tombe en panne.",
  },
} satisfies Partial<SettingTexts>;
