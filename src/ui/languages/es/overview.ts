import type { OverviewWords } from "../../words/overview-words.ts";
import { pluralIn } from "../plural.ts";

const plural = pluralIn("es");

export const words: OverviewWords = {
  title: "Resumen",
  well: "Todo va bien.",
  trial: "Todo funciona, pero parte de ello solo como prueba.",
  waits: "Todo funciona, pero algo te espera.",
  stands: {
    camera: {
      what: "Una serie de fotos sustituye a la cámara.",
      cure: "Conecta una cámara y elígela en los ajustes; si Mien se inició con --demo, inícialo sin eso.",
    },
    music: { what: "Suenan piezas que trae Mien.", cure: "Añade tu propia música." },
    silent: {
      what: "La música suena sin altavoz: nadie la oye.",
      cure: "Elige un altavoz en los ajustes; si Mien se inició con --output null, inícialo sin eso.",
    },
  },
  some: (count) => plural(count, { one: "Hay algo que revisar.", other: "Hay # cosas que revisar." }),
  health: "Cómo está cada parte",
  parts: {
    player: "Sonido",
    library: "Música",
    camera: "Cámara",
    vision: "Lectura de caras",
    store: "Base de datos",
    backup: "Copias de seguridad",
    disk: "Espacio en el disco",
    temperature: "Temperatura",
    https: "HTTPS",
    clock: "Hora",
  },
  states: {
    ok: "bien",
    starting: "arrancando",
    off: "apagado",
    degraded: "con algún problema",
    down: "no funciona",
  },
  camera: {
    demo: "fotos de demostración",
    resting: "descansa mientras está cerrado",
    unasked: "espera saber dónde está Mien",
  },
  toSetting: {
    speaker: "Elegir un altavoz",
    camera: "Elegir una cámara",
    folders: "Elegir las carpetas de música",
    backups: "Elegir la carpeta de las copias",
    stands: "Decir dónde está Mien",
  },
  told: {
    silent: "sin altavoz",
    noSensor: "aquí no hay sensor",
    noBackups: "aún no se ha hecho ninguna",
    open: "abierto",
    shut: "no abierto a la red",
  },
  unasked: {
    what: "La cámara sigue cerrada porque nadie ha dicho dónde está Mien.",
    cure: "Dilo en los ajustes, en Lugar: entonces la cámara se abre, donde está permitido.",
  },

  now: "Ahora",
  nothing: "No suena nada.",
  paused: "En pausa",
  next: (title) => `Después: ${title}`,
  faces: (count) =>
    count === 0
      ? "No se ve ninguna cara."
      : plural(count, { one: "Se ve una cara.", other: "Se ven # caras." }),
  here: (count) =>
    count === 0
      ? "Nadie está aquí por tarjeta o PIN."
      : plural(count, {
          one: "# persona cuenta como presente por tarjeta o PIN, hasta que diga que se va o la sala quede vacía.",
          other:
            "# personas cuentan como presentes por tarjeta o PIN, hasta que digan que se van o la sala quede vacía.",
        }),

  today: "Las últimas 24 horas",
  plays: "Canciones que sonaron",
  picked: "Elegidas por Mien",
  asked: "Pedidas por la gente",
  skipped: "Saltadas",
  toHistory: "Todo el historial",

  machine: "El aparato",
  heat: "Temperatura",
  disk: "Libre en el disco",
  memory: "Memoria libre",
  used: "Memoria que usa Mien",
  up: "En marcha desde hace",
  backup: "Última copia",
  noBackup: "aún ninguna",
  version: "Versión",
  unknown: "no se sabe",
  of: (part, whole) => `${part} de ${whole}`,
  celsius: (value) => `${Math.round(value)} °C`,
  minutes: (count) => `${count} min`,
  days: (days, hours) => (days > 0 ? `${days} d ${hours} h` : `${hours} h`),

  do: "Qué se puede hacer",
  links: {
    music: "Añadir música",
    camera: "Orientar la cámara",
    people: "Añadir personas y tarjetas",
    settings: "Horario, volumen, ambientes",
    notice: "Imprimir el aviso para la puerta",
    upkeep: "Copias, actualizaciones, registro",
  },
};
