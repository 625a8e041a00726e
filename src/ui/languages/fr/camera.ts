import type { CameraWords } from "../../words/camera-words.ts";

export const words: CameraWords = {
  title: "Caméra",
  picture: "Ce que voit la caméra",
  told: "Vous seul le voyez, tant que cette page est ouverte. Rien n’est enregistré, et la borne dit que quelqu’un regarde.",
  starting: "En attente de la première image",
  noPicture: "Il n’y a pas d’image.",
  recording: "Un enregistrement n’a pas d’images, seulement ce qui a été vu.",
  off: "La caméra est fermée : il n’y a rien à voir.",
  closed:
    "Mien est fermé en ce moment : personne n’est observé et la caméra se repose. Elle n’est ouverte que pendant que vous regardez ici, et ce qu’elle voit ne change rien.",
  forbidden: {
    workplace:
      "Sur un lieu de travail, la caméra reste éteinte : déduire les émotions du personnel est interdit dans l’UE (règlement sur l’IA, art. 5, paragraphe 1, point f)).",
    school:
      "Dans une école, la caméra reste éteinte : déduire les émotions des élèves est interdit dans l’UE (règlement sur l’IA, art. 5, paragraphe 1, point f)).",
  },
  whereSet: "L’endroit où se trouve Mien se choisit dans les réglages.",

  faces: {
    title: "Ce qui est lu",
    none: "Aucun visage en vue.",
    name: (number) => `Visage ${number}`,
    quality: (share) => `qualité de l’image : ${share}`,
    unread: {
      "too-small":
        "Trop petit pour être lu : rapprochez la caméra, ou tournez-la vers l’endroit où les gens se tiennent.",
      blurred: "Trop flou pour être lu : plus de lumière, ou une caméra mise au point.",
      turned: "Tourné d’un autre côté.",
      unsure: "Pas assez sûr pour le dire.",
    },
    note: "Ce qu’un visage montre n’est pas ce que quelqu’un ressent.",
    expressions: {
      angry: "Colère",
      disgust: "Dégoût",
      fear: "Peur",
      happy: "Joie",
      sad: "Tristesse",
      surprise: "Surprise",
      neutral: "Neutre",
      smiling: "Sourire",
      notSmiling: "Pas de sourire",
    },
  },

  zones: {
    title: "Zones qui ne sont pas lues",
    hint: "Tracez un cadre sur l’image là où se tient le personnel, ou sur un miroir ou un écran. Cette zone est noircie avant toute recherche de visages.",
    keys: "Au clavier : les flèches déplacent un cadre, avec Maj elles changent sa taille, Suppr l’enlève.",
    one: (name) => `Cadre ${name}`,
    label: (name, left, right, top, bottom) =>
      `Cadre ${name} : de ${left} à ${right} en largeur, de ${top} à ${bottom} en hauteur`,
    none: "Rien n’est exclu.",
    add: "Ajouter un cadre",
    remove: (name) => `Enlever le cadre ${name}`,
    undo: "Annuler",
    full: "Il y a 16 cadres : c’est le maximum.",
    saved: "Enregistré.",
  },

  source: {
    title: "Source",
    devices: "Caméras de cet appareil",
    auto: "La première qui donne une image",
    none: "Aucune caméra n’est branchée.",
  },
  reading: "Détecteur et seuils",
};
