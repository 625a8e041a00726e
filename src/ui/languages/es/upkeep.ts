import type { UpkeepWords } from "../../words/upkeep-words.ts";

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
  take: {
    title: "Llevarse una copia",
    which: "Qué copia",
    download: "Descargar",
    none: "Aún no hay ninguna.",
    holds:
      "Contiene el nombre de todos, los hashes de los PIN, las frases de paso y las tarjetas, y qué sonó y cuándo. Guárdala donde nadie más la lea y bórrala cuando ya no haga falta.",
  },
  restore: {
    title: "Restaurar una copia",
    hint: "Se hace en el propio aparato, en un terminal o por SSH, porque Mien no debe estar en marcha mientras tanto. La base de datos que había se guarda.",
    clone: "Mien no es un servicio aquí: termínalo con Ctrl+C donde se inició, y luego escribe esto.",
    camera:
      "En lugar de CAMERA escribe la dirección de la cámara: ninguna página la dice, porque lleva una contraseña.",
    other: "Sin «newest», scripts/restore enumera todas las copias con sus fechas.",
    path: "Para restaurar una que te llevaste, cópiala al aparato y escribe su ruta en lugar del nombre.",
    now: (when) => `Restaurar la copia de ${when}`,
    another: (title) => `Otra se elige en «${title}».`,
    none: "Aún no hay ninguna copia que restaurar.",
    takes: (when) =>
      `La copia de ${when} ocupa el lugar de la base de datos. Mien termina y arranca de nuevo: unos segundos no suena nada. Lo que cambió desde entonces ya no estará, salvo personas, tarjetas y PIN; la base de datos de ahora se conserva. Todos vuelven a entrar.`,
    sure: "Restaurarla y arrancar Mien de nuevo",
    leave: "Dejar todo como está",
    reads: "La copia se lee de principio a fin, para estar seguros.",
    under: "Mien arranca de nuevo. Esta página lo espera y dirá qué ha pasado.",
    away: "Mien no ha vuelto; esta página sigue esperando. Según los ajustes de la copia, quizá tenga otra dirección. Si no, apaga y enciende el aparato. Su registro dice por qué: journalctl -u mien",
    done: (when) => `Mien funciona de nuevo, con la copia de ${when}.`,
    failed: "Mien funciona de nuevo, y la base de datos está como estaba: la copia no se restauró.",
    again: "Mien funciona de nuevo. No dice si la copia se restauró.",
    byHand: "Con comandos, si no se llega a esta página",
    restored: (when, backup) =>
      `La copia de ${backup} ocupó el lugar de la base de datos (${when}), como quiso un admin.`,
    notRestored: (when, backup) =>
      `Una copia${backup} debía ocupar el lugar de la base de datos (${when}) y no pudo. La base de datos está como estaba.`,
    keptBefore: (path) => `La base de datos anterior se guarda en ${path}`,
  },
  update: {
    title: "Actualización",
    version: (version) => `Esto es Mien ${version}.`,
    hint: "Mien no descarga nada de internet por su cuenta, así que no sabe si hay versiones nuevas. Lleva el archivo de la versión al aparato, por ejemplo en una memoria USB, y escribe allí:",
    after:
      "La música se detiene unos segundos. La versión nueva se vigila durante un minuto; si va peor, vuelve la anterior con sus datos.",
    clone: "En un clon también vale una etiqueta firmada: sudo scripts/update --tag TAG.",
    inClone:
      "Mien no descarga nada de internet por su cuenta, así que no sabe si hay versiones nuevas. Haz una copia, termina Mien con Ctrl+C donde se inició, y luego escribe esto.",
    unwatched:
      "Lo nuevo se compila antes de arrancar. Nadie lo vigila: si va peor, se vuelve con la versión anterior y la copia.",
    stayed: (when, from, to) => `El ${when} Mien pasó de la ${from} a la ${to}.`,
    cameBack: (when, from, to) =>
      `La actualización a la ${to} del ${when} fue mal: volvió la ${from}, con sus datos.`,
    refused: (when, from) =>
      `La actualización del ${when} no empezó: Mien sigue en la ${from}, con sus datos.`,
    because: "Lo que dijo la actualización:",
  },
  byPage: {
    hint: "Una versión son dos archivos: uno acaba en .tar.gz, y su firma se llama igual con .sig detrás. Mien no descarga ninguno de internet por su cuenta.",
    choose: "Elegir los dos archivos",
    missing: (have, missing) => `${have} está elegido. Falta todavía: ${missing}`,
    odd: (name) => `${name} no es parte de ninguna versión: sus archivos acaban en .tar.gz y en .sig.`,
    sends: (name) => `Se está enviando ${name}.`,
    stop: "Dejar de enviar",
    stopped: "No se envió hasta el final: Mien se queda como está.",
    broke: "Se cortó la conexión: elige otra vez los dos archivos.",
    here: (size) =>
      `Hay una versión aquí (${size}). Se comprueba su firma, y luego Mien termina y arranca con ella: la música se detiene unos segundos. La versión nueva se vigila durante un minuto; si va peor, vuelve la anterior con sus datos.`,
    now: "Actualizar ahora",
    checked:
      "Se comprueba la firma, y la versión nueva se coloca junto a la que está en marcha. Puede tardar unos minutos, y la música sigue.",
    under: "Hay una actualización en marcha. Esta página la espera y dirá qué ha pasado.",
    away: "Mien arranca de nuevo. Esta página lo espera y dirá qué ha pasado.",
    watched: "Mien está en marcha de nuevo, y se vigila durante un minuto.",
    long: "Tarda más de diez minutos; esta página sigue esperando. En el aparato, el registro dice por dónde va: journalctl -u mien-update",
    unsaid:
      "La actualización ha terminado, y nadie anotó qué pasó. El registro dice más: journalctl -u mien-update",
    waits: "Se ha pedido una actualización, y el servicio que la hace aún no ha empezado.",
    stuck:
      "Se ha pedido una actualización, y el servicio que la hace no empieza. En el aparato, esto dice por qué: systemctl status mien-update.path mien-update.service",
    signedOut:
      "Tu sesión ha terminado. Inicia sesión, y esta página dirá qué ha pasado con la actualización.",
    takenBack: "La actualización se retiró antes de empezar: Mien queda como está.",
    byHand: "Con comandos, si no se llega a esta página",
    noSigners:
      "También se puede desde esta página, en cuanto este aparato confíe en la clave de quien hace tus versiones: docs/install.md, «Update from the page».",
  },
};
