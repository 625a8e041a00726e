import type { NoticeWords } from "../../words/notice-words.ts";

export const words: NoticeWords = {
  title: "L’affichette pour la porte",
  hint: "Accrochez-la là où on la voit avant d’être vu par la caméra. Elle dit ce que fait Mien tel qu’il est réglé ; si cela suffit chez vous, vous seul et vos conseils pouvez le dire.",
  language: "Langues",
  languages: { both: "Anglais et allemand", en: "Anglais", de: "Allemand" },
  contact: "Qui est responsable : nom, adresse et moyen de vous joindre",
  contactHint: "Cela reste dans ce navigateur.",
  fillIn: "Indiquer qui est responsable",
  lacking:
    "Personne n’est nommé comme responsable. Écrivez-le ici, ou imprimez avec une ligne à remplir à la main.",
  printAnyway: "Imprimer avec une ligne vide",
  print: "Imprimer",
  back: "Vers l’aperçu",
  photographs:
    "Des photos remplacent la caméra pour l’instant : personne dans la salle n’est lu. L’affichette dit ce qui vaut dès qu’une caméra regarde.",
  law: {
    forbidden:
      "Là où se trouve Mien, la caméra reste éteinte et aucun visage n’est lu : aucune affichette n’est nécessaire. Celle-ci le dit à qui le demande.",
  },
  failed: "Impossible d’obtenir ce que doit dire l’affichette.",
};
