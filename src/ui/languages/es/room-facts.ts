import type { PlaceFacts, RoomFacts, RoomFactsWords } from "../../words/room-facts-words.ts";

const members =
  "Nadie tiene que registrarse. De quien lo hace se guarda: su nombre y desde cuándo, lo que eligió, lo que le gusta y lo que no quiere oír nunca, qué canciones oyó aquí, pidió o saltó, y dónde ha entrado; PIN y tarjeta solo de una forma que nadie puede leer. Puede ver la mayor parte en la pantalla, llevárselo todo en un archivo y borrarlo.";
const phones =
  "Se pueden pedir canciones por móvil, sin dar un nombre. Se guarda que algún invitado pidió o saltó una canción, y nadie sabe cuál. Lo que espera un móvil se olvida en un día.";

const reads = ({ sensing, moodDays, phones: byPhone, home, photographs }: PlaceFacts): RoomFacts => ({
  lead: "La música de esta sala se elige según el ambiente que parece haber. Un sistema automático lo estima por las caras que ve una cámara.",
  sections: [
    {
      title: "Qué hace",
      points: [
        sensing === "smile"
          ? "Cuenta las caras a la vista y ve en cada una si alguien sonríe, nada más."
          : "Cuenta las caras a la vista y estima cuál de siete expresiones muestra cada una, por ejemplo alegre o triste. Lo que muestra una cara no es lo que alguien siente, y la estimación falla a menudo.",
        "No reconoce a nadie: ni nombre, ni edad, ni sexo, ni origen, y a nadie se le vuelve a reconocer.",
        "De ello solo depende la música. No se decide nada sobre nadie.",
      ],
    },
    {
      title: "Qué se guarda y qué nunca",
      points: [
        "No se guarda ninguna imagen ni ninguna cara, y ninguna sale de este aparato salvo en el momento que se describe más abajo. Cada imagen desaparece en cuanto se lee, en una fracción de segundo.",
        `Se guarda qué sonó y cuándo, y durante ${moodDays} días el ambiente de la sala con cada canción: dos números para toda la sala, ninguno para una persona.`,
        ...(byPhone ? [phones] : []),
        members,
        "Mientras se orienta la cámara, una persona puede ver su imagen un momento; la pantalla lo dice, y de eso tampoco se guarda nada.",
      ],
    },
    ...(photographs
      ? []
      : [
          {
            title: "Si no lo quieres",
            points: [
              "Cualquiera puede cerrar la cámara: toca la pantalla y luego «Cerrar cámara». Se cierra en el acto, y la música sigue sin ella.",
              home ? "O díselo a alguien que viva aquí." : "O díselo a alguien que trabaje aquí.",
            ],
          },
        ]),
  ],
});

const readsNone = ({ forbidden, moodDays, phones: byPhone }: PlaceFacts): RoomFacts => ({
  lead: "La música de esta sala sigue las horas y lo que se pide. El aparato puede funcionar con una cámara; aquí queda apagada.",
  sections: [
    {
      title: "Qué hace",
      points: [
        "Aquí no mira a nadie: no se toma ninguna imagen ni se lee ninguna cara.",
        forbidden === "school"
          ? "En la UE nadie puede deducir de las caras cómo se siente el alumnado. Por eso la cámara no se puede encender mientras el aparato esté configurado para una escuela."
          : "En la UE nadie puede deducir de las caras cómo se siente el personal. Por eso la cámara no se puede encender mientras el aparato esté configurado para un lugar de trabajo.",
      ],
    },
    {
      title: "Qué se guarda y qué nunca",
      points: [
        `Se guarda qué sonó y cuándo, y durante ${moodDays} días el ambiente de cada canción, el que dio la hora o el deseo de alguien. Ninguna imagen y ninguna cara.`,
        ...(byPhone ? [phones] : []),
        members,
      ],
    },
  ],
});

const about = (facts: PlaceFacts): RoomFacts => (facts.forbidden === null ? reads(facts) : readsNone(facts));

export const words: RoomFactsWords = { about };
