import type { NoticeWords } from "../../words/notice-words.ts";

export const words: NoticeWords = {
  title: "El aviso para la puerta",
  hint: "Cuélgalo donde se vea antes de que la cámara vea a nadie. Dice lo que hace Mien tal como está ajustado; si eso basta donde estás, solo tú y tus asesores lo pueden decir.",
  language: "Idiomas",
  languages: { both: "Inglés y alemán", en: "Inglés", de: "Alemán" },
  contact: "Quién es responsable: nombre, dirección y cómo contactar",
  contactHint: "Se queda en este navegador.",
  fillIn: "Indicar quién es responsable",
  lacking: "No figura nadie como responsable. Escríbelo aquí, o imprime con una línea para rellenar a mano.",
  printAnyway: "Imprimir con la línea vacía",
  print: "Imprimir",
  back: "Al resumen",
  photographs:
    "Ahora unas fotos sustituyen a la cámara, así que no se lee a nadie en la sala. El aviso dice lo que vale en cuanto mire una cámara.",
  law: {
    forbidden:
      "Donde está Mien, la cámara permanece apagada y no se lee ninguna cara, así que no hace falta aviso. Este se lo dice a quien pregunte.",
  },
  failed: "No se ha podido consultar lo que dice el aviso.",
};
