import type { PhoneWords } from "../../words/phone-words.ts";
import { moods } from "./moods.ts";

export const words: PhoneWords = {
  title: (place) => `Música en ${place}`,
  now: {
    playing: "Suena ahora",
    paused: "En pausa",
    none: "Se está eligiendo la primera canción.",
    coverOf: (title) => `Portada de ${title}`,
    unknownArtist: "Artista desconocido",
    progress: (at, of) => `${at} de ${of}`,
  },
  closed: {
    title: "Ahora está cerrado",
    until: (time) => `Hasta: ${time}. La música vuelve sola.`,
    open: "La música vuelve sola cuando se abra.",
  },
  vote: {
    want: "Otra canción, por favor",
    wanted: "Quieres otra canción",
    count: (votes, needed) => `${votes} de ${needed}`,
    explain: (votes, needed) =>
      votes === 0
        ? `Hacen falta ${needed} teléfonos.`
        : `${votes} de los ${needed} teléfonos que hacen falta.`,
  },
  ask: {
    heading: "Elige lo que viene",
    ask: (title) => `Pedir ${title}`,
    left: (count) =>
      count === 1 ? "Puede esperar una canción más tuya." : `Pueden esperar ${count} canciones tuyas.`,
    enough: "Ya esperan tantas canciones tuyas como se puede. Otra cuando haya sonado una.",
    again: (time) => `Podrás pedir otra canción a las ${time}.`,
    off: "Ahora no se pueden pedir canciones aquí.",
    others: "Otras canciones",
    noOthers: "Ahora no se pueden pedir otras canciones.",
    lessSo: "Ahora encaja algo menos",
    none: "Todas las canciones de aquí vienen pronto o han sonado hace poco.",
    noneFrom: (time) =>
      `Todas las canciones de aquí han sonado hace poco. Podrás volver a pedir hacia las ${time}.`,
    waitsAt: (place) =>
      place === 1 ? "Pedida: la primera de la lista" : `Pedida: número ${place} de la lista`,
    asked: (title) => `${title} está en la lista.`,
  },
  search: {
    open: "Buscar una canción",
    title: "Búsqueda",
    label: "Título, artista o álbum",
    close: "Listo",
    searching: "Buscando",
    none: (words) => `Aquí nada se llama «${words}».`,
    hint: "Bastan unas letras.",
    browse: "O mira lo que hay:",
    moods,
    more: "Más canciones",
    perhaps: "Quizá una de estas:",
    noneSuch: "Ahora no hay nada así aquí.",
    found: (count) => (count === 1 ? "Una canción" : `${count} canciones`),
  },
  waiting: {
    heading: "En espera",
    none: "Nadie ha pedido una canción. La tuya sería la primera.",
    turns: "Cada persona tiene su turno.",
    between: "Cada persona tiene su turno. Entre medias suenan canciones que van con la sala.",
    yours: "Tuya",
    afterAnother: "Antes suena otro artista",
    place: (place) => `Número ${place}`,
    takeBack: "Retirar",
    takeBackOf: (title) => `Retirar ${title}`,
    tookBack: (title) => `${title} ya no espera.`,
    forgotten:
      "Mien ha empezado de nuevo y no recuerda lo que esperaba. Si falta una canción tuya, pídela otra vez.",
    gone: (title) => `Al final ${title} no puede sonar aquí.`,
  },
  link: {
    connecting: "Un momento",
    lost: "Ahora no hay conexión con la música. Intentando de nuevo.",
    off: "Esta página está desactivada",
    offDetail: "Ahora no participan los teléfonos. Vuelve sola cuando puedan.",
    crowded: "Hay muchos teléfonos",
    crowdedDetail: "Ahora no cabe uno más. Se intenta de nuevo solo.",
    address: "Demasiados teléfonos",
    addressDetail:
      "Por tu conexión vinieron en una hora más teléfonos de los que se puede. Se intenta de nuevo solo.",
    unreachable: "No se llega a Mien",
    unreachableDetail: "¿Está este teléfono en la misma wifi que la música? Se intenta de nuevo solo.",
    again: "Intentar de nuevo",
  },
  privacy:
    "Un número al azar distingue este teléfono de otros durante un día, y su dirección de red se conoce una hora: solo en la memoria. Allí se anota también lo que espera, por si Mien se reinicia. Nada de este teléfono va a un disco.",
  refusals: {
    off: "Aquí está desactivado.",
    closed: "Ahora está cerrado.",
    unknown: "Ha tardado demasiado. Inténtalo otra vez.",
    crowded: "Hay muchos teléfonos. Inténtalo en un momento.",
    address: "Por tu conexión vinieron demasiados teléfonos.",
    busy: "Se pide mucho a la vez. Inténtalo en un momento.",
    waiting: "Ya esperan tantas canciones tuyas como se puede.",
    hour: (time) => `Has pedido todo lo que se puede en una hora. De nuevo a las ${time}.`,
    full: "La lista está llena. Inténtalo cuando hayan sonado algunas.",
    "not-here": "Esta canción no suena aquí.",
    coming: "Suena, o viene pronto",
    "artist-coming": (time) =>
      time === ""
        ? "Este artista suena, o viene pronto"
        : `Este artista suena o viene pronto, de nuevo hacia las ${time}`,
    rest: (time) => `Sonó hace poco, de nuevo a las ${time}`,
    "artist-rest": (time) => `Este artista sonó hace poco, de nuevo a las ${time}`,
    over: "Ya suena otra canción.",
    unreachable: "No se llega a Mien.",
  },
  code: {
    open: "Con el teléfono",
    title: "Elegir con el teléfono",
    how: "Apunta al código con la cámara de un teléfono. Debe estar en la misma wifi.",
    alt: (address) => `Código que abre ${address}`,
    or: "O escribe",
    close: "Listo",
    vote: (votes, needed) => `${votes} de ${needed} teléfonos quieren otra canción`,
    skipped: (title, votes, phones) =>
      `${votes} de ${phones} teléfonos querían otra canción en vez de ${title}.`,
  },
};
