import type { SettingTexts } from "../../../words/setting-texts.ts";

/** Where the music heads, where it is, and which song comes next. */
export const music = {
  policy: {
    title: "Qué hace la música con el ambiente",
    help: "«Ir con la sala» suena como está la sala, «Alegrar» va hacia música luminosa, «Calmar» hacia tranquila, «Animar» hacia animada, y «Guiar paso a paso» empieza como está la sala y avanza canción a canción.",
  },
  policyByMood: {
    title: "Lo mismo por ambientes",
    help: "Cuál de ellas vale para un ambiente concreto.",
  },
  glideTo: {
    title: "Adónde lleva el camino",
    help: "El punto al que llega «Guiar paso a paso».",
  },
  glideSongs: {
    title: "Canciones del camino",
    help: "Cuántas canciones dura el camino: la primera es como la sala, la última está en el destino.",
  },
  dayparts: {
    title: "Partes del día",
    help: "Horas con su propia manera: ambiente habitual, qué hace la música con él, canciones explícitas o no, lo animadas que pueden ser, y el volumen. Las horas siguen la zona horaria elegida; si dos se cruzan, vale la última de la lista.",
  },
  musicFolders: {
    title: "Carpetas de música",
    help: "Carpetas con tu música, como rutas desde /; se lee todo lo que contienen. Sin ninguna suenan las piezas de demostración.",
  },
  rescanMinutes: {
    title: "Repaso de las carpetas de música",
    help: "Los cambios se notan enseguida donde el sistema avisa; las carpetas de la red, y las que son demasiadas para vigilarlas, se repasan cada tanto tiempo. 0 no lo hace nunca.",
  },
  analyseSound: {
    title: "Ambiente por el sonido",
    help: "Todas las canciones se escuchan en segundo plano, una a una, primero las de ambiente desconocido. Su sonido cuenta cuando ninguna etiqueta, lista, carpeta o persona les da un ambiente.",
  },
  uploadFolder: {
    title: "Carpeta para lo subido",
    help: "Adónde va la música que envía un navegador o se copia de una memoria USB, como ruta desde /. Forma parte por sí misma de las carpetas de música. Vacío: una carpeta junto a la base de datos.",
  },

  onMoodChange: {
    title: "Cuando cambia el ambiente",
    help: "Si la canción que suena puede acabar primero, o entra enseguida una que encaje.",
  },
  trackRestMinutes: {
    title: "Descanso de una canción",
    help: "Una canción no vuelve a sonar en este tiempo, salvo que no quede otra cosa que encaje. Si un invitado eligió al artista, basta la mitad.",
  },
  artistRestMinutes: {
    title: "Descanso de un artista",
    help: "Nada de un artista vuelve a sonar en este tiempo, salvo que no quede otra cosa que encaje, y nunca dos veces seguidas. Si un invitado lo eligió, basta un cuarto.",
  },
  shortestSongSeconds: {
    title: "Canción más corta",
    help: "Las más cortas se dejan fuera, salvo que no quede otra cosa. Así no suenan cuñas ni sketches.",
  },
  longestSongMinutes: {
    title: "Canción más larga",
    help: "Las más largas se dejan fuera, salvo que no quede otra cosa. Vacío: sin límite.",
  },
  languages: {
    title: "Idiomas",
    help: "Como es o en: solo suenan canciones que nombran uno de ellos, mientras haya bastantes. Sin ninguno, todos los idiomas. Un invitado puede elegir otros por un rato.",
  },
  favouriteArtists: {
    title: "Artistas favoritos",
    help: "Sus canciones llegan antes que otras que encajan igual. Un artista que un invitado elige en la pantalla cuenta más: sus canciones suenan con cualquier ambiente, en cuanto han descansado.",
  },
  preferencesHoldMinutes: {
    title: "Cuánto vale lo que elige un invitado",
    help: "Los idiomas y artistas que alguien eligió en la pantalla valen este tiempo.",
  },
  guestBlockHours: {
    title: "Cuánto vale el no de un invitado",
    help: "Una canción o un artista que alguien en la pantalla no quiere no suena durante este tiempo. Vacío: hasta que se retire, como lo bloqueado en la página de la biblioteca.",
  },
  adventure: {
    title: "Aventura",
    help: "Cuánto se aparta el azar de lo que mejor encaja: 0 % toma siempre lo mejor, 100 % apenas se fija.",
  },
  allowExplicit: {
    title: "Canciones explícitas",
    help: "Si se pueden elegir canciones marcadas como explícitas.",
  },
  randomSeed: {
    title: "Semilla del azar",
    help: "Con la misma semilla, biblioteca e historial salen las mismas canciones. Vacío: una nueva en cada inicio.",
  },
} satisfies Partial<SettingTexts>;
