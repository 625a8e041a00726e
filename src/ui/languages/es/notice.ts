import type { NoticeWords } from "../../words/notice-words.ts";

export const words: NoticeWords = {
  title: "El aviso para la puerta",
  hint: "Cuélgalo donde se vea antes de que la cámara vea a nadie. Dice lo que hace Mien tal como está ajustado; si eso basta donde estás, solo tú y tus asesores lo pueden decir.",
  language: "Idiomas",
  languages: { both: "Inglés y alemán", en: "Inglés", de: "Alemán" },
  contact: "Quién es responsable: nombre, dirección y cómo contactar",
  contactHint: "Se queda en este navegador.",
  print: "Imprimir",
  back: "Al resumen",
  law: {
    forbidden:
      "Donde está Mien, la cámara permanece apagada y no se lee ninguna cara, así que no hace falta aviso. Este se lo dice a quien pregunte.",
  },
  failed: "No se ha podido consultar lo que dice el aviso.",
};
