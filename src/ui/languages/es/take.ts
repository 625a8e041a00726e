import type { TakeWords } from "../../words/take-words.ts";
import { pluralIn } from "../plural.ts";

const plural = pluralIn("es");

export const words: TakeWords = {
  playlists: "Una lista para cada ambiente",
  playlistsHint:
    "Archivos M3U para cualquier reproductor de esta máquina, cada uno con las canciones más cercanas a su ambiente.",
  playlistsFromAfar: "Nombran las carpetas de esta máquina; por eso solo se dan en el propio aparato.",
  corrections: "Lo que la gente de aquí ha dicho",
  correctionsHint: "Un archivo CSV, para guardar o para llevar a otro Mien.",
  download: "Descargar",
  bringBack: "Volver a importar un archivo",
  broughtBack: (changed, unknown) => {
    const moved = plural(changed, { one: "Una canción movida", other: "# canciones movidas" });
    const missing = plural(unknown, { one: "una no está aquí", other: "# no están aquí" });
    return unknown > 0 ? `${moved}, ${missing}.` : `${moved}.`;
  },
  fault: (line, reason) => `Línea ${line}: ${reason}`,
  plays: "Un informe de lo que ha sonado",
  playsHint:
    "Un archivo CSV como lo piden las entidades de gestión: título, artistas, álbum, ISRC, inicio y segundos oídos.",
  from: "Desde",
  to: "Hasta",
  months: { this: "Este mes", last: "El mes pasado" },
  fileName: (name) => `Se llamará ${name}`,
  backwards: "El último día es anterior al primero.",
};
