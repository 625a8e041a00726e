import type { ModelWords } from "../../words/model-words.ts";
import { numberIn, percentIn } from "../plural.ts";

const number = numberIn("fr");
const whole = percentIn("fr");

export const words: ModelWords = {
  title: "Le modèle",
  percent: percentIn("fr", 1),
  mustNot: "Ce à quoi il ne doit pas servir",
  mustNotSentences: [
    "Juger une personne : embauche, notation, police, vente, assurance, santé, détection de mensonge. Aucune décision sur quiconque ne doit reposer sur lui.",
    "Au travail ou à l’école. Le règlement européen sur l’IA (article 5) interdit d’y déduire des émotions à partir des visages ; ailleurs il exige (article 50) que les gens soient prévenus. Mettez une affichette là où se trouve la caméra.",
    "Reconnaître quelqu’un. Une moitié était au départ un réseau qui distinguait des personnes. Elle a été entraînée aux expressions, ne donne rien d’autre, et rien ici ne conserve un visage.",
    "Il est assez bon pour une chose : influencer le choix du prochain morceau, là où une erreur ne coûte rien.",
  ],
  cannot: "Ce qu’il ne sait pas dire",
  cannotSentences: [
    "Une expression n’est pas un sentiment. On fronce les sourcils en réfléchissant, on sourit quand on est mal à l’aise, on est triste avec un visage calme ; le lien est faible et varie selon les personnes et les cultures (Barrett et al., 2019). Le modèle dit ce qu’un visage montre à un instant.",
    "Ses exemples sont posés, joués ou choisis : des acteurs et des photos d’agence aux expressions fortes. Des visages au repos dans un salon sont plus discrets. Attendez-vous à ce que « neutre » et « triste » soient confondus.",
    "Les classes les plus faibles : voyez la colonne des reconnus. La peur est prise pour la tristesse, la surprise, le neutre et la colère, le dégoût pour la colère ; du dégoût, il n’y a que 436 images d’entraînement avant nettoyage.",
    "Biais. Des essais publiés de tels systèmes ont montré qu’ils lisent les visages noirs comme plus en colère que les blancs pour un même sourire (Rhue, 2018) ; les erreurs varient aussi avec l’âge et le genre. FER-2013 n’a pas ces étiquettes : cet ensemble ne peut donc pas montrer la taille de l’écart ici, et nous ne prétendons pas qu’il n’y en a pas. Il contient ceux qu’une recherche en anglais sur le web a rendus en 2013, et personne ne les a comptés. La moitié du modèle a vu auparavant d’autres personnes, surtout connues, ce qui peut aider ou nuire ; personne ne l’a mesuré.",
    "Des conditions qu’il n’a pas vues : masques, forte lumière de côté, têtes tournées de plus de 45° environ, infrarouge. L’entraînement ajoute rotation, cadrages imprécis, flou, exposition et parties couvertes, pas celles-là.",
  ],
  figures: "Ce que donnent les mesures",
  hint: (faces) =>
    `Sur ${number(faces)} visages qui n’ont servi à aucun de ses choix. Des personnes atteignaient 65\u00a0±\u00a05\u00a0% sur un échantillon des mêmes images : une bonne part de ce qui manque pour arriver à 100\u00a0% est du bruit dans les étiquettes.`,
  version: (version) => `Version ${version}.`,
  trainedOn: "Entraîné sur :",
  columns: {
    file: "Fichier",
    accuracy: "Juste",
    recall: "Moyenne des expressions",
    kept: "Lus",
    right: "Dont justes",
  },
  files: { int8: "int8", fp32: "fp32" },
  which:
    "Les deux fichiers sont le même réseau ; int8 est arrondi à des nombres entiers, et plus rapide sur la plupart des machines.",
  byExpression: "Par expression",
  expression: "Expression",
  told: "Reconnus, parmi ceux qui la montrent",
  isRight: "Justes, parmi les reconnus",
  less: (sure) => `Une lecture sûre à moins de ${whole(sure)} compte comme non lue.`,
  pictures: "Images",
  drawnIn: "Les dessins sont légendés en anglais.",
  picture: {
    confusion: "Quelle expression est prise pour quelle autre",
    recall: "Combien de visages de chaque expression sont reconnus",
    reliability: "Si son assurance correspond à sa justesse",
    robustness: "Ce que coûtent les visages penchés, sombres et petits",
    abstention: "Sa justesse selon le nombre de visages qu’il lit",
    framing: "Ce que coûte un autre cadrage du visage",
    accuracy: "Comment il a été entraîné",
    adjustment: "Ce qu’a coûté de relever l’expression la plus faible",
  },
};
