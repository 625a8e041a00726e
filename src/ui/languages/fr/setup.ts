import type { SetupWords } from "../../words/setup-words.ts";

export const words: SetupWords = {
  title: "Configurer Mien",
  ready: "Mien est configuré",
  intro: "Une minute, et Mien sait où il se trouve et qui s’en occupe.",
  camera: {
    waits: "D’ici là, la caméra reste éteinte : c’est le lieu qui décide si elle peut regarder.",
    on: "La caméra est désormais allumée, s’il y en a une. Chacun peut l’éteindre à l’écran.",
  },
  loading: "Un instant",
  done: "Mien est déjà configuré. Les personnes ont leur propre page.",
  toPeople: "Vers les personnes",
  toKiosk: "Vers la borne",
  toLibrary: "Ajouter de la musique",
  toCamera: "Orienter la caméra et masquer le personnel",
  toNotice: "Imprimer l’affiche",
  toHours: "Heures d’ouverture",
  toPhones: "Laisser les invités demander par téléphone",
  toSettings: "Tous les réglages",
  toOverview: "Vers l’aperçu",
  stands: "Où se trouve Mien ?",
  places: {
    home: "À la maison",
    venue: "Dans un lieu public",
    workplace: "Sur un lieu de travail",
    school: "Dans une école",
  },
  law: {
    home: "L’écran peut montrer les noms des personnes qui le permettent.",
    venue:
      "Un café, une boutique, une salle d’attente : tenez votre personnel hors du champ de la caméra, ou masquez sa place, et accrochez l’affiche. Il faut dire aux gens que la caméra lit les expressions (règlement UE sur l’IA, art. 50, paragraphe 3).",
    workplace:
      "La caméra reste éteinte : déduire les émotions du personnel est interdit dans l’UE (règlement sur l’IA, art. 5, paragraphe 1, point f)). La musique suit les heures et les demandes.",
    school:
      "La caméra reste éteinte : déduire les émotions des élèves est interdit dans l’UE (règlement sur l’IA, art. 5, paragraphe 1, point f)). La musique suit les heures et les demandes.",
  },
  place: "Comment s’appelle ce lieu ?",
  placeHint: "Par exemple « Cuisine » ou « Café Luna ».",
  timeZone: "Fuseau horaire",
  languages: "Langues des écrans",
  languagesHint: {
    none: "Si aucune n’est choisie, les écrans les proposent toutes.",
    one: (name) => `Les écrans ne parlent que ${name}.`,
    several: (name) => `Les écrans commencent par ${name} ; un globe y mène aux autres.`,
  },
  admin: "Qui s’en occupe ?",
  adminHint: "Le premier admin. D’autres personnes pourront s’ajouter.",
  name: "Votre nom",
  passphrase: "Une phrase secrète, 10 caractères au moins",
  passphraseHint: "Plusieurs mots se retiennent bien. Il n’y a pas d’autre entrée : notez-la.",
  forgotten:
    "La page a été rechargée. Elle ne retient jamais la phrase secrète ni le code PIN : tapez-les à nouveau.",
  show: "Montrer ce que je tape",
  pin: "Un code PIN de 4 à 8 chiffres pour la borne (facultatif)",
  code: "Code de configuration",
  codeHint: "Il est sur l’écran de l’appareil et dans son journal.",
  go: "Configurer",
  chooseStand: "Dites d’abord où se trouve Mien.",
  lacking: {
    place: "Dites comment s’appelle ce lieu.",
    name: "Dites qui s’en occupe : il manque un nom.",
    passphrase: (least) => `La phrase secrète est trop courte : il faut ${least} caractères au moins.`,
    pin: "Un code PIN a de 4 à 8 chiffres ; il peut aussi rester vide.",
    code: "Il manque le code d’installation.",
  },

  finished: (place) => `${place} : tout est prêt.`,
  signedIn: (name) => `${name}, votre session d’admin est ouverte.`,
  notSignedIn:
    "Votre session n’est pas ouverte : cette page n’est pas chiffrée. En admin, on se connecte sur l’appareil même.",
};
