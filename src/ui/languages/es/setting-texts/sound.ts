import type { SettingTexts } from "../../../words/setting-texts.ts";

/** How it sounds, when there is music, and how loud it may be. */
export const sound = {
  output: {
    title: "Altavoz",
    help: "La canción sigue en el otro. Si uno no está, Mien espera a que vuelva.",
  },
  volume: {
    title: "Volumen al empezar",
    help: "Con qué volumen empieza. Quien está en la pantalla puede cambiarlo.",
  },
  crossfadeSeconds: {
    title: "Fundido",
    help: "Este tiempo se apaga una canción mientras entra la siguiente. 0 las reproduce una tras otra sin pausa, igual que un altavoz que admite un solo sonido a la vez.",
  },
  levelling: {
    title: "Canciones al mismo volumen",
    help: "Se guía por lo que los archivos dicen de su sonoridad (ReplayGain, R128, Sound Check). Una canción floja solo se sube mientras nada se sature.",
  },
  preampDb: {
    title: "Preamplificación",
    help: "Se suma a cada canción mientras se igualan los volúmenes.",
  },
  untaggedGainDb: {
    title: "Canciones que no dicen su volumen",
    help: "A esas se les suma esto. La mayoría de la música está unos 6 dB por encima del nivel al que se llevan las demás.",
  },

  openingHours: {
    title: "Horario",
    help: "Cuándo hay música: un día puede tener varios tramos, y uno puede pasar de medianoche. Empieza y acaba sola. Mientras el aparato no sabe la hora cuenta como abierto, a volumen bajo.",
  },
  holidays: {
    title: "Festivos",
    help: "Días con horario propio, o sin él. Tienen prioridad sobre el horario.",
  },
  temporaryStop: { title: "Cerrado por ahora", help: "Tiene prioridad sobre el horario." },
  volumeRange: {
    title: "Margen de volumen",
    help: "Lo bajo y lo alto que cualquiera puede ponerlo. Una parte del día puede tener el suyo, dentro de este.",
  },
  quietHours: {
    title: "Horas tranquilas",
    help: "A estas horas el volumen nunca pasa de aquí, valga lo que valga lo demás.",
  },
  climbMinutes: {
    title: "Subida tras abrir",
    help: "Tras abrir, la música empieza bajita y llega a su volumen en este tiempo.",
  },
} satisfies Partial<SettingTexts>;
