import type { Policy } from "../../../protocol/mood.ts";
import type { Words } from "../../words/words.ts";
import { percentIn, pluralIn } from "../plural.ts";
import { choices } from "./choices.ts";
import { moods } from "./moods.ts";
import { cameraTroubles, troubles } from "./troubles.ts";
import { unmet } from "./wishes.ts";

const plural = pluralIn("es");
const percent = percentIn("es");
const faces = (count: number): string => plural(count, { one: "una cara", other: "# caras" });
const sentence = (lead: string, rest: string | null): string => `${lead}${rest ?? ""}.`;
const andSong = (song: string | null): string | null => song && `; la canción es ${song}`;
const itIs = (lead: string, song: string | null): string => (song === null ? lead : `${lead} Es ${song}.`);
const after = (more: string | null): string => (more === null ? "" : `, ${more}`);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const more = (seconds: number): string =>
  seconds < 60
    ? plural(seconds, { one: "un segundo más", other: "# segundos más" })
    : plural(Math.round(seconds / 60), { one: "un minuto más", other: "# minutos más" });
const songsIn = (language: string | null): string =>
  language === null ? "música sin letra" : `canciones en ${language}`;

/** What the music does about the mood. */
const heads: Readonly<Record<Exclude<Policy, "match">, string>> = {
  lift: "se vuelve más luminosa",
  calm: "se vuelve más tranquila",
  energise: "se vuelve más animada",
  glide: "cambia paso a paso",
};

export const words: Words = {
  language: "es",
  comma: ", ",

  now: {
    playing: "Suena ahora",
    paused: "En pausa",
    loading: "Enseguida",
    recovering: "El sonido se cortó y ya vuelve",
    announced: (title, artists) =>
      artists === "" ? `Suena ahora: ${title}` : `Suena ahora: ${title}, de ${artists}`,
    titled: (paused, title) => `${paused ? "En pausa" : "Suena ahora"}: ${title}`,
    next: "Después: ",
    unknownArtist: "Artista desconocido",
    coverOf: (title) => `Portada de ${title}`,
    why: "Por qué esta canción",
  },
  idle: {
    starting: { title: "Un momento", text: "Se está eligiendo la primera canción." },
    paused: { title: "En pausa", text: "Toca la pantalla para seguir." },
    closed: { title: "Cerrado por ahora", text: "La música vuelve sola al abrir." },
    "nothing-playable": {
      title: "Nada que reproducir",
      text: "Mien sigue buscando una canción que se pueda reproducir.",
    },
  },
  closedUntil: (time) => ({ title: `Cerrado hasta: ${time}`, text: "La música vuelve sola." }),
  follows: {
    faces: "según las caras",
    held: "según las últimas caras vistas",
    fading: "volviendo al ambiente habitual",
    daypart: "el ambiente habitual",
    manual: "según el dial",
    asked: "a petición",
  },

  here: {
    named: (names, others) =>
      others === 0
        ? `Aquí: ${names}`
        : `Aquí: ${names} y ${plural(others, { one: "otra persona", other: "# más" })}`,
    counted: (others) =>
      plural(others, {
        one: "Una persona está aquí con tarjeta o PIN",
        other: "# personas están aquí con tarjeta o PIN",
      }),
    brief: (count) => plural(count, { one: "Ha entrado una persona", other: "Han entrado # personas" }),
  },

  looks: {
    nobody: "Nadie a la vista",
    unread: (count) => capital(`${faces(count)}, difícil de leer`),
    mixed: (count) => `Expresiones variadas, ${faces(count)}`,
    one: (face) => `Una cara, ${face}`,
    all: (face, count) => `Todas ${face}, ${faces(count)}`,
    mostly: (face, count) => `Casi todas ${face}, ${faces(count)}`,
    notLooking: "No mira",
    opening: "A punto de mirar",
    unknown: "Sin noticias por ahora",
  },
  expressions: new Map([
    ["angry", { now: "con el ceño fruncido", was: "fruncían el ceño" }],
    ["disgust", { now: "con una mueca", was: "hacían muecas" }],
    ["fear", { now: "con los ojos muy abiertos", was: "tenían los ojos muy abiertos" }],
    ["happy", { now: "con sonrisa", was: "sonreían" }],
    ["neutral", { now: "con gesto neutro", was: "tenían gesto neutro" }],
    ["sad", { now: "con gesto triste", was: "parecían tristes" }],
    ["surprise", { now: "con sorpresa", was: "parecían sorprendidas" }],
    ["smiling", { now: "con sonrisa", was: "sonreían" }],
    ["notSmiling", { now: "sin sonrisa", was: "no sonreían" }],
  ]),
  otherExpression: { now: "con otra expresión", was: "tenían otra expresión" },

  music: moods,
  why: {
    matched: (look, song) => sentence(`Porque ${look}`, andSong(song)),
    steered: (look, policy, song) => itIs(`${capital(look)}, y la música ${heads[policy]}.`, song),
    all: (did) => `todas las caras ${did}`,
    mostly: (did) => `casi todas las caras ${did}`,
    mixed: "las caras aquí eran variadas",
    nobody: ", mientras no había nadie a la vista",
    unread: ", mientras ninguna cara se podía leer",
    lately: (song) => itIs("Acorde con las caras de hace poco.", song),
    held: (unseen, song) => itIs(sentence("Como antes", unseen), song),
    fading: (song) => itIs("De vuelta al ambiente habitual.", song),
    usual: (unseen, song) => itIs(sentence("Como de costumbre aquí", unseen), song),
    change: (song) => itIs("Un pequeño cambio que aún va con la sala.", song),
    dial: (song) => itIs("Como se puso en el dial.", song),
    dialNear: (song) => itIs("Cerca de lo que se puso en el dial.", song),
    dialSteered: (policy, song) => itIs(`Desde lo que se puso en el dial, la música ${heads[policy]}.`, song),
    widened: {
      mood: (song) => itIs("Al elegirla, no había nada libre que encajara mejor.", song),
      rest: (song) => itIs("Sonó hace poco: al elegirla, nada adecuado había descansado.", song),
      artist: (song) => itIs("El mismo artista otra vez: no quedaba nada de otros.", song),
      "artist-rest": (song) => itIs("Este artista sonó hace poco: al elegirla, no había otro libre.", song),
      language: (song) => itIs("Ninguna canción en los idiomas elegidos encajaba.", song),
      favourites: (song) => itIs("Ninguna canción de los artistas elegidos encajaba.", song),
      length: (song) => itIs("Una duración poco usual aquí: no quedaba otra cosa.", song),
      quiet: (song) => itIs("Algo animada para esta hora: no quedaba nada más tranquilo.", song),
    },
    unmet,
    though: {
      mood: "aunque no va con el ambiente",
      rest: "aunque sonó hace poco",
      artist: "aunque el artista sonó justo antes",
      "artist-rest": "aunque el artista sonó hace poco",
      length: "aunque su duración es poco usual aquí",
      quiet: "aunque es algo animada para esta hora",
    },
    turn: (name) => (name === null ? "Para alguien de aquí" : `Para ${name}`),
    likes: {
      song: () => "esta canción",
      artist: (artist) => artist,
      language: songsIn,
    },
    turnFor: (turn, likes, rest) =>
      likes === null ? `${turn}. ${rest ?? ""}`.trim() : sentence(`${turn}, por su gusto por ${likes}`, rest),
    andSong,
    preferred: {
      artist: (artist, by, though, song) =>
        sentence(
          by === "guest" ? `Porque alguien aquí eligió ${artist}` : `Porque aquí gusta ${artist}`,
          though === null ? andSong(song) : `, ${though}`,
        ),
      language: (language, by, though, song) =>
        sentence(
          by === "guest"
            ? `Porque alguien aquí eligió ${songsIn(language)}`
            : `Porque aquí se prefiere escuchar ${songsIn(language)}`,
          though === null ? andSong(song) : `, ${though}`,
        ),
    },
    asked: "Porque alguien la pidió.",
    planned: "Porque estaba prevista para esta hora.",
  },

  ...choices,

  camera: {
    looking: "La cámara mira. No se guarda ninguna imagen.",
    photographs: "Se leen fotos de demostración: ninguna cámara mira.",
    watched: "Un admin mira por la cámara para orientarla. No se guarda ninguna imagen.",
    looksForSmiles: "La cámara solo busca sonrisas. No se guarda ninguna imagen.",
    resting: "Está cerrado y la cámara descansa: no se lee a nadie.",
    closed: "La cámara está cerrada. No se guarda ninguna imagen.",
    opening: "La cámara se abre. No se guarda ninguna imagen.",
    closing: "La cámara se cierra.",
    down: "La cámara no responde. No se guarda ninguna imagen.",
    forbidden: "La cámara queda apagada: en el trabajo y en la escuela no se pueden leer los rostros.",
    unknown: "Sin noticias de la cámara mientras falta la conexión.",
    close: "Cerrar cámara",
    open: "Abrir cámara",
    lightOn: "Luz de la cámara: mira",
    lightOff: "Luz de la cámara: no mira",
    about: "Qué se capta y se guarda",
  },

  languages: { label: "Idioma", now: "Esta página está ahora en español." },

  keyboard: {
    label: "Teclado",
    shift: "Mayúsculas",
    accents: "Letras con acento",
    plain: "Letras sin acento",
    back: "Borrar",
    enter: "Intro",
    space: "Espacio",
    language: "Otro idioma",
    close: "Listo",
    candidates: "Caracteres para elegir",
    more: "Más caracteres",
  },

  controls: {
    label: "Reproductor",
    play: "Reproducir",
    pause: "Pausa",
    skip: "Saltar esta canción",
    volume: "Volumen",
    bounds: ({ floor, ceiling, because }) => {
      const range =
        floor > 0 && ceiling < 1
          ? `del ${percent(floor)} al ${percent(ceiling)}`
          : floor > 0
            ? `al menos ${percent(floor)}`
            : `como mucho ${percent(ceiling)}`;
      return {
        settings: `Aquí está fijado: ${range}.`,
        daypart: `A esta hora del día: ${range}.`,
        "quiet-hours": `Horas de silencio: ${range}.`,
        clock: `Hasta saber la hora: ${range}.`,
        none: "",
      }[because ?? "none"];
    },
    percent,
    position: "Posición en la canción",
    positionOf: (at, total) => `${at} de ${total}`,
    open: "Toca para elegir",
    close: "Listo",
  },
  watch: {
    only: "Esta página muestra lo que suena. Se elige en la pantalla de Mien.",
    byPhone: "Elegir con el teléfono",
    usedLink:
      "Este enlace ya se usó: convierte un navegador en la pantalla de Mien, una sola vez. Reinicia Mien y dará uno nuevo.",
  },
  dial: {
    label: "Cómo debe ser la música",
    hint: "Arrastra el punto para decir cómo debe ser.",
    unset: "nada elegido",
    at: (song, { valence, arousal }) =>
      `${song}: luminosidad ${percent(valence)}, viveza ${percent(arousal)}`,
    up: "animada",
    right: "luminosa",
    down: "tranquila",
    left: "oscura",
    set: (song, seconds) =>
      seconds === null ? `Pedido: ${song}.` : `Pedido: ${song}, durante ${more(seconds)}.`,
    setFor: (seconds) => capital(more(seconds)),
    letCameraLead: "Que guíe la cámara",
    letUsualLead: "Volver a lo habitual",
  },

  troubles,
  cameraTroubles,
  otherTrouble: { what: "Algo no va bien.", cure: "Mien sigue intentándolo por su cuenta." },
  notes: {
    label: "Lo que no va bien",
    more: (count) => `${count} más`,
    whatToDo: "Qué hacer",
    forOwner: "Quien se ocupa de Mien tiene algo que hacer.",
  },
  progress: {
    scan: (done, of, left) => `Leyendo tu música: ${done} de ${of} archivos${after(left)}`,
    covers: (done, of, left) => `Portadas: ${done} de ${of}${after(left)}`,
    analysis: (done, of, left) => `Escuchando ambientes: ${done} de ${of} canciones${after(left)}`,
    seconds: "menos de un minuto",
    minutes: (count) => plural(count, { one: "queda cerca de un minuto", other: "quedan unos # minutos" }),
    hours: (count) => plural(count, { one: "queda cerca de una hora", other: "quedan unas # horas" }),
    days: (count) => plural(count, { one: "queda cerca de un día", other: "quedan unos # días" }),
  },
  demo: {
    label: "Notas",
    camera: "fotos de demo",
    music: "música de demo",
    silent: "funciona sin sonido",
    muted: "silenciado",
  },

  connection: {
    connecting: "Conectando con Mien",
    lost: "Se perdió la conexión con Mien. Nuevo intento.",
    lostDetail: "Lo que ves es como estaba antes.",
    open: "Conectado",
    unreachable: "No se puede llegar a Mien.",
    refused: (status) => `Mien lo rechazó (${status}).`,
    again: "Reintentar",
  },
  rejected: (reason) => `No ha funcionado. ${reason}`,
};
