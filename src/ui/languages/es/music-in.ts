import type { MusicInWords } from "../../words/music-in-words.ts";
import { numberIn, pluralIn } from "../plural.ts";

const plural = pluralIn("es");
const number = numberIn("es");
const files = (count: number): string => plural(count, { one: "un archivo", other: "# archivos" });

export const words: MusicInWords = {
  add: {
    label: "Desde este ordenador",
    drop: "Suelta aquí canciones o carpetas",
    files: "Elegir archivos",
    folder: "Elegir una carpeta",
    room: (free) => `${free} libres`,
    progress: (done, of) => `${number(done)} de ${files(of)}`,
    soFar: (progress, summary) => `${progress}: ${summary}`,
    stop: "Parar",
    clear: "Vaciar la lista",
    results: "Qué ha sido de los archivos",
    kept: "añadido",
    "already-here": "ya estaba",
    "left-out": "no es música",
    waiting: "espera",
    stopped: "parado",
    tooLarge: (most) => `más de ${most}`,
    kinds: {
      songs: (count) => plural(count, { one: "# canción", other: "# canciones" }),
      covers: (count) => plural(count, { one: "# carátula", other: "# carátulas" }),
      playlists: (count) => plural(count, { one: "# lista", other: "# listas" }),
    },
    added: (list) => `Añadido: ${list}`,
    here: (count) => plural(count, { one: "# ya estaba", other: "# ya estaban" }),
    failed: (count) => plural(count, { one: "# no admitido", other: "# no admitidos" }),
    leftOut: (count) => plural(count, { one: "# archivo no es música", other: "# archivos no son música" }),
    retry: "Enviar otra vez lo no admitido",
    broke: "Se cortó la conexión.",
    more: (count) => `y ${plural(count, { one: "un archivo más", other: "# archivos más" })}`,
  },
  stick: {
    label: "Desde una memoria USB",
    none: "No hay ninguna memoria conectada.",
    look: "Mirar otra vez",
    copy: "Copiar esta memoria",
    size: (used) => `${used} dentro`,
    states: {
      idle: "",
      looking: "Revisando la memoria",
      copying: "Copiando",
      done: "Copiada",
      cancelled: "Parado. Lo copiado se queda.",
      "no-room": "No hay bastante sitio, así que no se copió nada.",
      "drive-gone": "Se sacó la memoria. Lo copiado se queda.",
      failed: "La copia terminó con un fallo.",
    },
    found: (count) => plural(count, { one: "Un archivo encontrado", other: "# archivos encontrados" }),
    progress: (done, of, bytes, ofBytes) => `${number(done)} de ${files(of)}, ${bytes} de ${ofBytes}`,
    here: (count) => plural(count, { one: "# ya estaba", other: "# ya estaban" }),
    failed: (count) =>
      plural(count, { one: "Un archivo no se pudo copiar", other: "# archivos no se pudieron copiar" }),
    cancel: "Parar la copia",
  },
};
