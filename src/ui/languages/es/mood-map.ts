import type { MoodMapWords } from "../../words/mood-map-words.ts";
import { listIn, pluralIn } from "../plural.ts";

const plural = pluralIn("es");
const list = listIn("es");
const hours = new Intl.NumberFormat("es", { maximumFractionDigits: 1 });
const songs = (count: number): string => plural(count, { one: "una canción", other: "# canciones" });
const Songs = (count: number): string => plural(count, { one: "Una canción", other: "# canciones" });

export const words: MoodMapWords = {
  map: {
    label: "Tu música por ambiente",
    drawing: (placed) => `El mapa de ambientes con ${songs(placed)} y una línea en torno a lo que se agota`,
    stars: "Cuantas más estrellas, más música.",
    shore: "Dentro de esta línea un ambiente se agota en menos de una hora.",
    unplaced: (count) => `${Songs(count)} sin sitio en el mapa.`,
    minutes: (minutes) => `${minutes} min`,
    hours: (count) => `${hours.format(count < 10 ? count : Math.round(count))} h`,
    list: "Lo que puede sonar en cada ambiente",
    counted:
      "Cuenta toda la música lo bastante cercana a un ambiente para sonar en él, así que una canción puede contar para varios.",
    fillsADay: "Llena un día sin repetir.",
    fillsAnHour: (about, missing) =>
      `Llena una hora. Para llenar un día falta más o menos esto: ${about} (${songs(missing)}).`,
    thin: (about, missing) =>
      `Se agota en menos de una hora. Falta más o menos esto: ${about} (${songs(missing)}).`,
    aboutMinutes: (minutes) => `${minutes} minutos`,
    aboutHours: (count) => (count === 1 ? "una hora" : `${hours.format(count)} horas`),
    between: " ",
    genres: (genres) =>
      genres.length === 1
        ? `De tus géneros, ${genres[0]} queda cerca.`
        : `De tus géneros, ${list(genres)} quedan cerca.`,
  },
  effect: {
    label: "¿Se veía distinta la sala?",
    intro: (days) =>
      `Cómo se veían las caras antes y durante las canciones en los últimos ${days} días, más allá de lo que una sala hace por sí sola. Una diferencia no prueba una causa.`,
    policies: {
      match: "Ir con la sala",
      lift: "Alegrar",
      calm: "Calmar",
      energise: "Animar",
      glide: "Guiar paso a paso",
    },
    songs: Songs,
    intended: {
      lift: ["más alegre", "más apagada"],
      calm: ["más tranquila", "más animada"],
      energise: ["más animada", "más tranquila"],
      glide: ["más cerca de la meta", "más lejos de la meta"],
    },
    valence: "más alegre",
    arousal: "más animada",
    verdicts: {
      improved: (way) => `La sala se veía ${way}`,
      worsened: (_, against) => `La sala se veía ${against}`,
      "no-effect-seen": () => "Sin efecto visible",
      "too-few": () => "Muy pocas canciones para saberlo",
      yardstick: () => "La referencia para los demás",
    },
    spoken: (mean, low, high) => `${mean}, entre ${low} y ${high}`,
    alone: "Aún no hay con qué compararlo",
    empty:
      "Aún no cuenta aquí ninguna canción. Cuenta una cuando ha terminado y mientras sonaba guiaban las caras a la vista: ni el disco ni el ambiente de siempre.",
  },
};
