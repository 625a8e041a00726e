import type { AdminWords } from "../../words/admin-words.ts";

export const words: AdminWords = {
  pages: "Páginas",
  ways: {
    overview: "Resumen",
    library: "Biblioteca",
    people: "Personas",
    camera: "Cámara",
    history: "Historial",
    model: "Modelo",
    upkeep: "Mantenimiento",
    settings: "Ajustes",
  },
  toKiosk: "Al quiosco",
  signIn: "Entrar",
  signInFirst: "Esta página es para admins.",
  byPin: (name) => `${name} ha entrado con PIN o tarjeta. Para esto hace falta también la frase de acceso.`,
  givePassphrase: "Escribir la frase de acceso",
  fromAfar: "Esta página es para admins. Ábrela en el propio aparato o por HTTPS.",
  secureWay: "Ir a la página cifrada",
  loading: "Un momento",
};
