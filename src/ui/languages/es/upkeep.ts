import type { UpkeepWords } from "../../upkeep-words.ts";

export const words: UpkeepWords = {
  title: "Mantenimiento",
  log: {
    title: "El registro",
    hint: "Las líneas más recientes desde que arrancó Mien, en inglés. Faltan nombres, títulos, rutas y direcciones (…), como en el paquete de asistencia.",
    level: "Mostrar",
    levels: { all: "todo", warn: "avisos y errores", error: "solo errores" },
    none: "No hay líneas así.",
    live: "Las líneas nuevas llegan solas.",
    kinds: { info: "nota", warn: "aviso", error: "error" },
    bundle: "Descargar el paquete de asistencia",
    bundleHint:
      "Versiones, tipo de aparato, cómo está cada parte, ajustes y registro. No debería haber nada privado; léelo antes de enviarlo.",
  },
  backups: "Copias de seguridad",
  restore: {
    title: "Restaurar una copia",
    hint: "Se hace en el propio aparato, en un terminal o por SSH, porque Mien no debe estar en marcha mientras tanto. La base de datos que había se guarda.",
    other: "Sin «newest», la segunda línea enumera todas las copias con sus fechas.",
  },
  update: {
    title: "Actualización",
    version: (version) => `Esto es Mien ${version}.`,
    hint: "Mien no descarga nada de internet por su cuenta, así que no sabe si hay versiones nuevas. Lleva el archivo de la versión al aparato, por ejemplo en una memoria USB, y escribe allí:",
    after:
      "La música se detiene unos segundos. La versión nueva se vigila durante un minuto; si va peor, vuelve la anterior con sus datos.",
    clone: "En un clon también vale una etiqueta firmada: scripts/update --tag TAG.",
  },
};
