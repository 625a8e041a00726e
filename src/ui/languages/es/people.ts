import type { PeopleWords } from "../../words/people-words.ts";
import { pluralIn } from "../plural.ts";
import { me } from "./me.ts";

const plural = pluralIn("es");

export const words: PeopleWords = {
  title: "Personas",
  toKiosk: "Al quiosco",
  toLibrary: "A la biblioteca",
  loading: "Un momento",
  again: "Reintentar",
  close: "Cerrar",
  ownScreen: {
    tells:
      "Este navegador es la pantalla de Mien: quien entra aquí sale tras dos minutos sin tocar nada, tras cinco en páginas como esta, y antes si la cámara no ve a nadie. Para trabajar más tiempo, abre las páginas de Mien en otro navegador.",
    stop: "Dejar de ser la pantalla de Mien",
    sure: "Dejarlo y salir",
    keep: "Conservarla",
    stopped: "Este navegador ya no es la pantalla de Mien. Entra para seguir.",
  },

  notSetUp: "Mien no abre ninguna cámara hasta que se configure.",
  setUp: "Configurar Mien",
  setUpFromElsewhere: (address) => `Desde otro aparato: ${address}, con el código`,

  lacking: {
    missing: (field) => `Aún falta: ${field}`,
    unfit: (field) => `Esto aún no vale: ${field}`,
  },

  signIn: {
    open: "Entrar",
    title: { member: "Entrar", admin: "Entrar como admin" },
    why: { member: "Esto es para quien ha entrado.", admin: "Esto es para admins." },
    name: "Nombre",
    secret: "PIN o frase de acceso",
    passphrase: "Frase de acceso",
    show: "Mostrar lo que escribo",
    go: "Entrar",
    stepUp: (name) => `${name}, esto pide tu frase de acceso.`,
    somebodyElse: "Soy otra persona",
    insecure:
      "Esta página no está cifrada y aquí no se acepta la frase de acceso: entra como admin en el propio aparato.",
    byCard: "O acerca tu tarjeta al lector.",
    who: "¿Quién eres?",
    typeName: "Otro nombre",
    pin: "PIN",
    digit: (digit) => `Cifra ${digit}`,
    back: "Borrar la última cifra",
    typed: (count) => plural(count, { one: "Una cifra escrita", other: "# cifras escritas" }),
    next: "Siguiente",
    goBack: "Atrás",
    newHere: "Es mi primera vez",
    register: "Registrarme",
    choosePin: "Elige un PIN de 4 a 8 cifras",
    pinAgain: "El mismo PIN otra vez",
    pinsDiffer: "Los dos PIN no coinciden. Escríbelos otra vez.",
    wait: (time) => `Demasiados intentos. Prueba otra vez en ${time}.`,
    tryAgain: "Ya puedes probar otra vez.",
    onTile: "Mostrar mi nombre aquí, para no tener que escribirlo",
    gets: [
      "Canciones a tu gusto, por turnos: cada persona tiene el suyo.",
      "Lo que te gusta llega antes; lo que no quieres oír nunca no suena mientras estás aquí.",
    ],
    keptShort:
      "Para eso se guarda: tu nombre, lo que te gusta y pides, lo que oíste aquí. Ni tu cara ni tu ánimo.",
    keptAll: "Todo lo que se guarda",
    kept: "De ti se guarda: tu nombre y desde cuándo; lo que eliges, te gusta y no quieres oír nunca; qué canciones sonaron mientras estabas, y cuáles pediste o saltaste; dónde has entrado; PIN y tarjeta solo de una forma que nadie puede leer. Ni tu cara ni tu ánimo. Puedes ver aquí la mayor parte, llevártelo todo en un archivo y borrarlo.",
    notRegistered: (reason) => `${reason} No hace falta repetir el PIN.`,
    notTheScreen: "El registro se hace en la pantalla de Mien.",
    elsewhere: (address) => `Admins en otros aparatos: ${address}`,
    fingerprint: "La huella del certificado allí:",
    hello: (name) => `Hola, ${name}.`,
    welcome: (name) => `Te damos la bienvenida, ${name}. Desde ahora también se eligen canciones para ti.`,
    goodbye: (name) => `Adiós, ${name}.`,
    unknownCard: "Esta tarjeta aún no es de nadie aquí.",
  },

  me,

  songs: {
    like: (title) => `Me gusta «${title}»`,
    liked: "Te gusta",
    never: (title) => `Nunca «${title}» mientras yo esté`,
    neverAgain: (title) => `«${title}» ya no suena mientras estés.`,
  },

  cards: {
    hold: (seconds) => `Acerca ahora la tarjeta al lector (${seconds} s).`,
    stop: "Parar",
    outcomes: {
      taught: "La tarjeta ya se conoce.",
      taken: "Esta tarjeta ya es de alguien.",
      full: "Ya son bastantes tarjetas para una persona.",
      unknown: "Esa persona ya no está aquí.",
      failed: "No se pudo guardar la tarjeta: mira las notas de estado.",
      "too-late": "No se acercó ninguna tarjeta.",
      stopped: "Parado. No se guardó ninguna tarjeta.",
    },
    noReader: "No hay ningún lector de tarjetas conectado.",
    one: (day) => `Tarjeta del ${day}`,
    remove: "Quitar esta tarjeta",
    none: "Sin tarjetas.",
    teach: "Añadir una tarjeta",
  },

  people: {
    title: "Personas y tarjetas",
    count: (count) => plural(count, { one: "Una persona", other: "# personas" }),
    search: "Buscar a alguien",
    none: "Nadie se llama así.",
    nobody: "Todavía no se ha añadido a nadie.",
    roles: { member: "Miembro", admin: "Admin" },
    here: "aquí ahora",
    cards: (count) =>
      count === 0 ? "sin tarjeta" : plural(count, { one: "una tarjeta", other: "# tarjetas" }),
    role: "Rol",
    newPassphrase: "Frase de acceso, 10 caracteres o más",
    makeAdmin: "Hacer admin",
    pin: "PIN nuevo, de 4 a 8 cifras",
    firstPin: "PIN, de 4 a 8 cifras",
    setPin: "Poner el PIN",
    pinSet: (name) => `${name} tiene un PIN nuevo y ha salido en todas partes.`,
    roleSet: (name, role) => `${name}: ${role.toLowerCase()} desde ahora.`,
    remove: (name) => `Quitar a ${name}`,
    keep: (name) => `Dejar a ${name}`,
    makeMember: "Hacer miembro",
    removeSure: (name) => `Quitar a ${name} para siempre`,
    removed: (name) => `${name} ya no está, ni nada de lo que se guardaba.`,
    cardRemoved: "La tarjeta ya no es de nadie.",
    add: "Añadir a alguien",
    cancel: "Cancelar",
    added: (name) => `${name} ya puede entrar.`,
    name: "Nombre",
  },
};
