import type { Words } from "../../words/words.ts";
import { pluralIn } from "../plural.ts";

const plural = pluralIn("es");
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const NUMBERS = ["ninguna", "una", "dos", "tres", "cuatro", "cinco", "seis"];
const number = (count: number): string => NUMBERS[count] ?? String(count);
const others = (count: number): string => (count === 1 ? "otra" : `otras ${number(count)}`);

type Choices = Pick<Words, "whyShort" | "direction" | "picks" | "corrections" | "keys" | "wishes">;

export const choices: Choices = {
  whyShort: {
    artist: { guest: "como se pidió", owner: "gusta aquí" },
    language: (language) => (language === null ? "instrumental" : `en ${language}`),
    though: (language, bent) => `${language}, ${bent}`,
    neverHeard: "nunca sonó aquí",
    lessSo: "encaja algo menos",
    widened: {
      mood: "otro ambiente",
      rest: "sonó hace poco",
      artist: "mismo artista",
      "artist-rest": "artista reciente",
      language: "otro idioma",
      favourites: "otro artista",
      length: "duración inusual",
      quiet: "animada para la hora",
    },
  },
  direction: {
    lift: "cada vez más luminosa",
    calm: "cada vez más tranquila",
    energise: "cada vez más animada",
    gliding: "avanza paso a paso",
    glide: (music, step, of) => `camino a ${music}: canción ${step} de ${of}`,
    alone: capital,
    within: (daypart, way) => `${daypart}: ${way}`,
  },
  picks: {
    heading: (suit, besides) => {
      if (besides === 0) return suit === 1 ? "Una que encajaría" : `${capital(number(suit))} que encajarían`;
      if (suit === 0) return `${capital(number(besides))} para elegir`;
      return `${capital(number(suit))} que ${suit === 1 ? "encaja" : "encajan"}, ${others(besides)}`;
    },
    wished: (met, what, besides) => {
      const wanted = `${capital(number(met))} ${what}`;
      return besides === 0 ? wanted : `${wanted}${met === 0 ? ":" : ","} ${others(besides)}`;
    },
    noneOffered: (what) => `Ahora no hay ninguna canción ${what} para elegir.`,
    none: "Ahora no hay nada que elegir.",
    others: "Otras canciones",
    choose: (title, artists, why) =>
      `${[title, artists, why].filter((part) => part !== "").join(", ")}. Elegir cuándo suena.`,
    now: "Ahora",
    next: (place) => (place === 0 ? "Después" : `La ${place + 1}.ª`),
    notNext: (place) => (place === 0 ? "No después" : "Retirar"),
    playsNow: "suena ahora",
    byItself: "viene por sí sola",
    waits: (place) => (place === 0 ? "✓ después" : `✓ la ${place + 1}.ª`),
    asked: (title, place) => (place === 0 ? `Suena pronto: ${title}` : `La ${place + 1}.ª: ${title}`),
    playNow: (title) => `Poner ${title} ahora`,
    answerFor: (answer, title) => `${answer}: ${title}`,
  },
  corrections: {
    label: "Decir qué falla en esta canción",
    wrongMood: "Otro ambiente",
    notThisSong: "Esta canción no",
    notThisArtist: "Este artista no",
    moved: (title) => `Nuevo ambiente para «${title}»`,
    noted: (title) => `Anotado: ${title}`,
    blocked: (what, hours) => {
      if (hours === null) return `No vuelve a sonar: ${what}`;
      const span = hours === 24 ? "un día" : plural(hours, { one: "una hora", other: "# horas" });
      return `No suena durante ${span}: ${what}`;
    },
    undo: "Deshacer",
    movedBack: (title) => `«${title}» tiene otra vez su ambiente`,
    unnoted: (title) => `Ya no está anotado: ${title}`,
    unblocked: (what) => `Puede volver a sonar: ${what}`,
    comesAgain: (what) => `Deshecho, suena después: ${what}`,
  },
  keys: {
    label: "Atajos de teclado",
    on: "Sí",
    off: "No",
    which:
      "Espacio: reproducir y pausar; N: siguiente; M: silencio; W: otro ambiente; Z: deshacer; F: me gusta, con sesión iniciada; C: cámara; D: dial; 1 a 6: una canción; flechas: posición y volumen.",
  },
  wishes: {
    open: "Deseos",
    back: "Las canciones",
    label: "¿Qué te gustaría oír?",
    policy: "¿Qué debe hacer la música?",
    policies: {
      match: "Ir con la sala",
      lift: "Alegrar",
      calm: "Calmar",
      energise: "Animar",
      glide: "Guiar paso a paso",
    },
    any: { policy: "Como siempre aquí", languages: "Cualquier idioma", artists: "Todos" },
    languages: "Idiomas",
    wordless: "Instrumental",
    artists: "Artistas",
    search: "Buscar un artista",
    chosen: (list, until) => (until === null ? `Elegido: ${list}` : `Elegido: ${list}, hasta ${until}`),
    clear: "Lo que sea",
    noLanguages: "Ninguna canción dice en qué idioma está.",
    noArtists: "Ningún artista se llama así.",
    failed: (reason) => `No se pudo cargar. ${reason}`,
    loading: "Un momento",
  },
};
