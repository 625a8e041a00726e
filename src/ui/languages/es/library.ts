import type { LibraryWords } from "../../words/library-words.ts";
import { numberIn, percentIn, pluralIn } from "../plural.ts";

const plural = pluralIn("es");
const percent = percentIn("es");
const number = numberIn("es");
const songs = (count: number): string => plural(count, { one: "una canción", other: "# canciones" });
const Songs = (count: number): string => plural(count, { one: "Una canción", other: "# canciones" });

export const words: LibraryWords = {
  title: "Biblioteca",
  sections: {
    label: "Secciones",
    songs: "Canciones",
    map: "Ambientes",
    add: "Añadir",
    take: "Exportar",
  },
  signInToChange: "Puedes mirar. Para cambiar algo, entra como admin.",
  fromAfar: "Puedes mirar. Para cambiar algo, abre esta página en el propio aparato.",
  addFromAfar: "La música se añade en el propio aparato: sus carpetas y memorias no se enseñan a nadie más.",
  loading: "Un momento",
  failed: "No se pudo cargar.",
  again: "Reintentar",
  demo: "Aquí suenan las piezas de muestra de Mien. Diez canciones tuyas, o una carpeta de música en los ajustes, ocupan su lugar.",

  songs: {
    search: "Buscar título, artista, álbum o género",
    filter: "Qué canciones",
    all: "Todas las canciones",
    noMood: "Canciones sin ambiente",
    unplayable: "Canciones que no se pueden reproducir",
    from: (who) => `Ambiente según: ${who}`,
    order: "Orden",
    orders: { title: "Por título", newest: "Nuevas primero" },
    count: (total, more, partial) => {
      const found = more ? `Más de ${songs(total)}` : Songs(total);
      return partial ? `${found} por ahora: la búsqueda se prepara tras una actualización` : found;
    },
    none: "Ninguna canción coincide.",
    noneFor: (search) => `No se ha encontrado nada para «${search}».`,
    clear: "Mostrar todas las canciones",
    noneSoFar: "Ninguna canción coincide por ahora. La búsqueda se prepara tras una actualización.",
    noneYet: "Todavía no hay música. Añade alguna o indica una carpeta en los ajustes.",
    selectShown: (count, all) =>
      all ? `Seleccionar todo (${number(count)})` : `Seleccionar las primeras ${number(count)}`,
    select: (title) => `Seleccionar ${title}`,
    noMoodYet: "sin ambiente aún",
    unplayableFor: (reason) => `No se puede reproducir. ${reason}`,
    more: "Más canciones",
    missing: "El archivo no está por ahora.",
  },

  correct: {
    label: "Las canciones elegidas",
    none: "Elige una canción para ver cómo suena y quién lo dice; o varias, para decirlo tú.",
    chosen: (count) => plural(count, { one: "Una canción elegida", other: "# canciones elegidas" }),
    clear: "Deseleccionar",
    say: "Di cómo suena",
    sayMany: "Di cómo suenan",
    disc: "Señala dónde va esta música",
    takeBack: "Olvidar lo que dije",
    playNow: "Poner ahora",
    playNext: "Poner después",
    plays: {
      now: (what) => `Suena ahora: ${what}`,
      next: (what) => `Suena después: ${what}`,
    },
    playsAlready: "Ya no espera.",
    playNextMany: (count) => `Poner las ${number(count)} después`,
    tooMany: (most) => `Esperan como mucho ${number(most)} canciones a la vez.`,
    block: "No ponerla nunca",
    blockMany: (count) => `No poner nunca estas ${number(count)}`,
    allowMany: (count) =>
      plural(count, { one: "Permitir de nuevo una canción", other: "Permitir de nuevo # canciones" }),
    blockArtist: (artist) => `Nunca ${artist}`,
    done: (count, music) =>
      plural(count, { one: `Una canción pasa a «${music}».`, other: `# canciones pasan a «${music}».` }),
    takenBack: (count) => `${Songs(count)}: se retiró lo que dijiste.`,
    blocked: (what) => `Ya no suena: ${what}`,
    allowed: (what) => `Puede sonar de nuevo: ${what}`,
    undo: "Deshacer",
    undone: "Deshecho.",
    undonePartly: (held, of) =>
      `Deshecho en ${number(held)} de ${number(of)} canciones. Las otras han cambiado desde entonces.`,
  },
  files: {
    delete: (count) => plural(count, { one: "Borrar el archivo", other: "Borrar # archivos" }),
    ask: (count) =>
      plural(count, {
        one: "El archivo desaparece del disco de Mien, y nada lo trae de vuelta.",
        other: "Estos archivos desaparecen del disco de Mien, y nada los trae de vuelta.",
      }),
    sure: () => "Borrar para siempre",
    keep: (count) => plural(count, { one: "Conservarlo", other: "Conservarlos" }),
    deleted: (count) => plural(count, { one: "Una canción borrada.", other: "# canciones borradas." }),
    stay: (count, why) =>
      `${plural(count, { one: "Se queda una canción", other: "Se quedan # canciones" })}: ${why}`,
  },
  many: {
    move: (count, music) => `¿Pasar ${songs(count)} a «${music}»?`,
    takeBack: (count) => `¿Retirar lo que dijiste de ${songs(count)}?`,
    block: (count) => `¿No poner nunca más ${songs(count)}?`,
    allow: (count) => `¿Permitir de nuevo ${songs(count)}?`,
    after: "Se puede deshacer.",
    yes: (count) => `Sí, las ${number(count)}`,
    no: "No",
    last: "Tu último cambio aquí",
  },
  evidence: {
    label: "Cómo suena y quién lo dice",
    sources: {
      person: "El dueño",
      guest: "Gente en la pantalla",
      tag: "La etiqueta del archivo",
      playlist: "El nombre de una lista",
      folder: "El nombre de una carpeta",
      genre: "El género",
      sound: "El sonido",
    },
    none: "Nadie ha dicho nada aún.",
    colon: ": ",
    holds: "esto cuenta",
    confidence: (share) => `seguro al ${percent(share)}`,
    soundFailed: (reason) => `No se pudo escuchar. ${reason}`,
  },
  blocks: {
    label: "Bloqueado aquí",
    none: "No hay nada bloqueado.",
    allow: (what) => `Permitir de nuevo ${what}`,
    allowShort: "Permitir",
    until: (time) => `hasta ${time}`,
    blocked: "bloqueada",
    song: "Esta canción está bloqueada aquí.",
    artist: (artist) => `Bloqueada aquí, como todo lo de ${artist}.`,
  },
  lately: {
    label: "Lo último que se ha dicho",
    by: { guest: "en la pantalla", owner: "en esta página" },
    undo: (what) => `Deshacer: ${what}`,
  },
};
