import type { HistoryWords } from "../../words/history-words.ts";
import { pluralIn } from "../plural.ts";

const plural = pluralIn("es");

export const words: HistoryWords = {
  title: "Historial",
  hours: "Canciones por hora en la última semana",
  perHour: "Canciones por hora",
  drawing: (plays, busiest) =>
    plays === 0
      ? "En la última semana no sonó ninguna canción."
      : plural(plays, {
          one: `En la última semana sonó una canción, en la hora que empieza el ${busiest}.`,
          other: `En la última semana sonaron # canciones, sobre todo en la hora que empieza el ${busiest}.`,
        }),
  asked: "pedidas por la gente",
  picked: "elegidas por Mien",
  inHour: (hour, plays, asked) =>
    `${hour}: ${plural(plays, { one: "una canción", other: "# canciones" })}${asked > 0 ? `, ${plural(asked, { one: "# pedida", other: "# pedidas" })}` : ""}`,
  list: "Qué sonó y por qué",
  none: "Todavía no ha sonado nada.",
  more: "Anteriores",
  shown: (count) => `Se muestran: ${count}`,
  notNew: "No está al día:",
  columns: { when: "Cuándo", song: "Canción", why: "Por qué", end: "Final" },
  ends: {
    finished: "hasta el final",
    skipped: "saltada",
    replaced: "dejó paso a otra",
    stopped: "detenida",
    unplayable: "no se pudo reproducir",
    "output-lost": "se desconectó el altavoz",
  },
  playing: "suena ahora",
  cutOff: "interrumpida",
  byPerson: "Alguien la pidió.",
  forgotten: "ya no se guarda",
};
