import type { CameraWords } from "../../words/camera-words.ts";

export const words: CameraWords = {
  title: "Cámara",
  picture: "Lo que ve la cámara",
  told: "Solo tú lo ves, mientras esta página está abierta. No se guarda en ningún sitio, y el quiosco dice que alguien mira.",
  starting: "Esperando la primera imagen",
  noPicture: "No hay imagen.",
  recording: "Una grabación no tiene imágenes, solo lo que se vio.",
  off: "La cámara está cerrada: no hay nada que ver.",
  closed:
    "Mien está cerrado ahora: no se lee a nadie y la cámara descansa. Solo está abierta mientras miras aquí, y lo que ve no cambia nada.",
  forbidden: {
    workplace:
      "En un lugar de trabajo la cámara queda apagada: inferir las emociones del personal está prohibido en la UE (Reglamento de IA, artículo 5, apartado 1, letra f)).",
    school:
      "En una escuela la cámara queda apagada: inferir las emociones del alumnado está prohibido en la UE (Reglamento de IA, artículo 5, apartado 1, letra f)).",
  },
  whereSet: "Dónde está Mien se indica en los ajustes.",

  faces: {
    title: "Lo que se lee",
    none: "No se ve ninguna cara.",
    name: (number) => `Cara ${number}`,
    quality: (share) => `calidad de la imagen: ${share}`,
    unread: {
      "too-small": "Demasiado pequeña para leerla: acerca la cámara, o apúntala hacia donde está la gente.",
      blurred: "Demasiado borrosa para leerla: más luz, o una cámara bien enfocada.",
      turned: "Mira hacia otro lado.",
      unsure: "No hay seguridad suficiente.",
    },
    note: "Lo que una cara muestra no es lo que alguien siente.",
    expressions: {
      angry: "Enfado",
      disgust: "Asco",
      fear: "Miedo",
      happy: "Alegría",
      sad: "Tristeza",
      surprise: "Sorpresa",
      neutral: "Neutra",
      smiling: "Sonríe",
      notSmiling: "No sonríe",
    },
  },

  zones: {
    title: "Zonas que no se leen",
    hint: "Dibuja un recuadro en la imagen donde está el personal, o sobre un espejo o una pantalla. Ahí queda negro antes de buscar a nadie.",
    keys: "Con el teclado: las flechas mueven un recuadro, con Mayús cambian su tamaño, Supr lo quita.",
    one: (name) => `Recuadro ${name}`,
    label: (name, left, right, top, bottom) =>
      `Recuadro ${name}: de ${left} a ${right} a lo ancho, de ${top} a ${bottom} a lo alto`,
    none: "No se excluye nada.",
    add: "Añadir un recuadro",
    remove: (name) => `Quitar el recuadro ${name}`,
    undo: "Deshacer",
    full: "Hay 16 recuadros: no caben más.",
    saved: "Guardado.",
  },

  source: {
    title: "Fuente",
    devices: "Cámaras de este aparato",
    auto: "La primera que dé imagen",
    none: "No hay ninguna cámara conectada.",
  },
  reading: "Detector y umbrales",
};
