import type { SetupWords } from "../../words/setup-words.ts";

export const words: SetupWords = {
  title: "Configurar Mien",
  ready: "Mien está configurado",
  intro: "Un minuto, y Mien sabe dónde está y quién se ocupa.",
  camera: {
    waits: "Hasta entonces la cámara queda apagada: si puede mirar depende de dónde esté Mien.",
    on: "La cámara está encendida desde ahora, si hay una. Cualquiera puede apagarla en la pantalla.",
  },
  loading: "Un momento",
  done: "Mien ya está configurado. Las personas tienen su propia página.",
  toPeople: "A las personas",
  toKiosk: "Al quiosco",
  toLibrary: "Añadir música",
  toCamera: "Orientar la cámara y tapar al personal",
  toNotice: "Imprimir el aviso",
  toHours: "Horario",
  toPhones: "Dejar que los invitados pidan con el teléfono",
  toSettings: "Todos los ajustes",
  toOverview: "Al resumen",
  stands: "¿Dónde está Mien?",
  places: {
    home: "En casa",
    venue: "En un local",
    workplace: "En un lugar de trabajo",
    school: "En una escuela",
  },
  law: {
    home: "La pantalla puede mostrar los nombres de quienes lo permiten.",
    venue:
      "Un café, una tienda, una sala de espera: deja al personal fuera de la vista de la cámara, o tapa donde está, y cuelga el aviso. Hay que decir a la gente que la cámara lee expresiones (Reglamento de IA de la UE, artículo 50, apartado 3).",
    workplace:
      "La cámara queda apagada: inferir las emociones del personal está prohibido en la UE (Reglamento de IA, artículo 5, apartado 1, letra f)). La música va por las horas y por lo que se pide.",
    school:
      "La cámara queda apagada: inferir las emociones del alumnado está prohibido en la UE (Reglamento de IA, artículo 5, apartado 1, letra f)). La música va por las horas y por lo que se pide.",
  },
  place: "¿Cómo se llama este lugar?",
  placeHint: "Como «Cocina» o «Café Luna».",
  timeZone: "Zona horaria",
  languages: "Idiomas de las pantallas",
  languagesHint: {
    none: "Si no se elige ninguno, las pantallas los ofrecen todos.",
    one: (name) => `Las pantallas hablan solo ${name}.`,
    several: (name) => `Las pantallas empiezan en ${name}; el dibujo de un globo lleva a los demás.`,
  },
  admin: "¿Quién se ocupa?",
  adminHint: "El primer admin. Luego se puede añadir a más personas.",
  name: "Tu nombre",
  passphrase: "Una frase de acceso, de 10 caracteres o más",
  passphraseHint: "Varias palabras se recuerdan bien. No hay otra entrada: apúntala.",
  forgotten:
    "La página se ha cargado de nuevo. Nunca guarda la frase de acceso ni el PIN: escríbelos otra vez.",
  show: "Mostrar lo que escribo",
  pin: "Un PIN de 4 a 8 cifras para el quiosco (puede quedar vacío)",
  code: "Código de configuración",
  codeHint: "Está en la pantalla del aparato y en su registro.",
  go: "Configurar",
  chooseStand: "Di primero dónde está Mien.",
  lacking: {
    place: "Di cómo se llama este lugar.",
    name: "Di quién se ocupa: falta un nombre.",
    passphrase: (least) => `La frase de acceso es demasiado corta: necesita ${least} caracteres o más.`,
    pin: "Un PIN tiene de 4 a 8 cifras; también puede quedar vacío.",
    code: "Falta el código de configuración.",
  },

  finished: (place) => `${place}: todo listo.`,
  signedIn: (name) => `${name}, has entrado como admin.`,
  notSignedIn: "No has entrado: esta página no está cifrada. Como admin se entra en el propio aparato.",
};
