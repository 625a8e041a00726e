import type { PlaceFacts, RoomFacts, RoomFactsWords } from "../../words/room-facts-words.ts";

const members =
  "Personne n’est obligé de s’inscrire. De ceux qui le font sont gardés : leur nom et depuis quand, ce qu’ils ont choisi, aiment et ne veulent jamais entendre, les morceaux entendus ici, demandés ou sautés, et où ils sont connectés ; code et carte seulement sous une forme que personne ne peut lire. Ils peuvent en voir l’essentiel à l’écran, tout emporter dans un fichier et tout supprimer.";
const phones =
  "On peut demander des morceaux par téléphone, sans donner de nom. Est gardé qu’un invité a demandé ou sauté un morceau, et personne ne sait lequel. Ce qu’un téléphone attend est oublié en un jour.";

const reads = ({ sensing, moodDays, phones: byPhone, home, photographs }: PlaceFacts): RoomFacts => ({
  lead: "La musique de cette salle est choisie selon l’ambiance qui semble y régner. Un système automatique l’estime d’après les visages qu’une caméra voit.",
  sections: [
    {
      title: "Ce qui se passe",
      points: [
        sensing === "smile"
          ? "Il compte les visages en vue et voit pour chacun si la personne sourit, rien d’autre."
          : "Il compte les visages en vue et estime laquelle de sept expressions chacun montre, par exemple joyeuse ou triste. Ce qu’un visage montre n’est pas ce que quelqu’un ressent, et l’estimation est souvent fausse.",
        "Il ne reconnaît personne : ni nom, ni âge, ni sexe, ni origine, et personne n’est reconnu une autre fois.",
        "Seule la musique en dépend. Aucune décision n’est prise sur qui que ce soit.",
      ],
    },
    {
      title: "Ce qui est gardé, et ce qui ne l’est jamais",
      points: [
        "Aucune image et aucun visage ne sont gardés, et rien n’en quitte cet appareil, sauf le moment décrit plus bas. Chaque image disparaît dès qu’elle est lue, en une fraction de seconde.",
        `Sont gardés ce qui a été joué et quand, et pendant ${moodDays} jours l’ambiance de la salle pour chaque morceau : deux nombres pour toute la salle, aucun pour une personne.`,
        ...(byPhone ? [phones] : []),
        members,
        "Pendant que l’on oriente la caméra, une personne peut voir brièvement son image ; l’écran le dit, et rien n’en est gardé non plus.",
      ],
    },
    ...(photographs
      ? []
      : [
          {
            title: "Si vous ne le voulez pas",
            points: [
              "Tout le monde peut fermer la caméra : toucher l’écran, puis « Fermer la caméra ». Elle se ferme aussitôt, et la musique continue sans elle.",
              home ? "Ou dites-le à quelqu’un qui habite ici." : "Ou dites-le à quelqu’un qui travaille ici.",
            ],
          },
        ]),
  ],
});

const readsNone = ({ forbidden, moodDays, phones: byPhone }: PlaceFacts): RoomFacts => ({
  lead: "La musique de cette salle suit les heures et ce que l’on demande. L’appareil peut travailler avec une caméra ; ici, elle reste éteinte.",
  sections: [
    {
      title: "Ce qui se passe",
      points: [
        "Il ne regarde personne ici : aucune image n’est prise, et aucun visage n’est lu.",
        forbidden === "school"
          ? "Dans l’UE, il est interdit de déduire des visages ce que ressentent les élèves. La caméra ne peut donc pas être allumée tant que l’appareil est réglé pour une école."
          : "Dans l’UE, il est interdit de déduire des visages ce que ressent le personnel. La caméra ne peut donc pas être allumée tant que l’appareil est réglé pour un lieu de travail.",
      ],
    },
    {
      title: "Ce qui est gardé, et ce qui ne l’est jamais",
      points: [
        `Sont gardés ce qui a été joué et quand, et pendant ${moodDays} jours l’ambiance de chaque morceau, donnée par l’heure ou par un souhait. Aucune image, aucun visage.`,
        ...(byPhone ? [phones] : []),
        members,
      ],
    },
  ],
});

const about = (facts: PlaceFacts): RoomFacts => (facts.forbidden === null ? reads(facts) : readsNone(facts));

export const words: RoomFactsWords = { about };
