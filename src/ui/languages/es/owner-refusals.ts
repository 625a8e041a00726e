import type { OwnerRefusalWords } from "../../words/owner-refusal-words.ts";

export const words: OwnerRefusalWords = {
  "set-up-already": "Mien ya está configurado.",
  "setup-code":
    "Desde otro aparato hace falta el código de configuración: está en el registro de Mien y en su pantalla.",
  "setup-runs": "Otra persona lo está configurando ahora mismo.",
  "setup-makes-admin": "Configura primero Mien: así se crea el primer admin y se pregunta dónde está.",
  "time-zone": "No existe la zona horaria {zone}: se escribe como Europe/Madrid.",
  "admin-passphrase": "Un admin necesita una frase de acceso.",
  "admin-passphrase-too": "Un admin necesita una frase de acceso: dala junto con el rol.",
  "passphrase-again": "Esto da acceso a alguien: hace falta tu frase de acceso una vez más.",
  "admins-make-admins": "Solo un admin nombra a otro.",
  "card-number": "Eso no es un número de tarjeta.",
  "no-card": "Esa tarjeta no existe.",
  "screen-code": "Ese no es el código de la pantalla de Mien.",
  "no-device": "No hay ningún aparato {id}: conéctalo y busca otra vez.",
  "device-refused":
    "El sistema no deja a Mien leer {name}: ejecuta sudo scripts/card-reader {id} en la carpeta de Mien.",
  "device-unreadable": "{name} no se puede leer: sácalo y vuelve a conectarlo.",
  "enough-readers": "Mien guarda {count} lectores: olvida uno que ya no se use.",
  "no-reader": "Nadie enseñó a Mien un lector así.",
  "no-picture": "La cámara no da imagen ahora mismo. El resumen dice por qué.",
  "no-setting": "No hay ningún ajuste {name}.",
  "setting-choice": "Para {name} solo hay: {choices}.",
  "no-service": "Aquí nada vuelve a iniciar Mien por sí solo: termínalo e inícialo como se inició.",
  "no-day": "Ese día no existe: los días se escriben como 2026-11-30.",
  "days-backwards": "El último día ({to}) va antes que el primero ({from}).",
  "sending-others": "Se están enviando otros: pide otra vez dentro de un momento.",
  "restore-by-hand": "Aquí nada vuelve a arrancar Mien solo: restaura la copia con scripts/restore.",
  "restore-runs":
    "Una copia está ocupando el lugar de la base de datos: espera a que Mien haya arrancado de nuevo.",
  "restore-unnamed": "La nota con la copia que había que restaurar era ilegible: elige una otra vez.",
  "restore-late": "Se pidió hace demasiado tiempo, o se cambió la hora desde entonces: pídelo otra vez.",
  "restore-cut-off": "Mien terminó mientras la copia ocupaba su lugar: pídela otra vez.",
  "backup-unfit": "{backup} no puede ocupar el lugar de la base de datos: {why}. Elige otra.",
  "no-backup": "Esta copia ya no está: elige una de las que hay.",
  "update-by-hand": "Aquí nada actualiza Mien cuando lo pide una página: usa scripts/update.",
  "update-no-signers":
    "Aquí no se confía todavía en ninguna clave que firme versiones: docs/install.md dice cómo se hace.",
  "update-runs": "Hay una actualización en marcha: espera a que termine.",
  "update-busy": "Se está enviando otra versión: espera a que llegue.",
  "update-no-release": "Aquí no hay ninguna versión: envía primero su archivo que acaba en .tar.gz.",
  "update-no-signature": "Falta la firma de la versión: envíala también.",
  "update-broke-off": "La versión no llegó entera: envíala otra vez.",
  "update-not-release": "Esto no es una versión: un archivo así acaba en .tar.gz.",
  "update-not-signature": "Esto no es la firma de una versión: un archivo así acaba en .tar.gz.sig.",
  "update-large": "Ninguna versión es tan grande: tiene 1 GB como mucho.",
  "update-large-signature": "Ninguna firma es tan grande: tiene 8 kB como mucho.",
  "update-no-room": "No hay sitio para una versión en {folder}: faltan {missing} MB.",
  "update-unwritable":
    "No se puede escribir una versión en {folder} ({why}). Mira si es una carpeta del usuario de Mien, en un disco sano.",
  "no-drive": "{path} no es una memoria ni una carpeta de una.",
  "not-uploaded": "Mien no borra nada de tus propias carpetas de música.",
  "upload-stays": "El disco no deja borrar el archivo ({why}): mira si está ahí y admite escritura.",
  "copies-another": "Se está copiando otra memoria: espera o para esa copia.",
  "copies-nothing": "No se está copiando nada.",
  "model-missing":
    "Falta el archivo models/{file}: instala Mien otra vez o, en un clon, recupéralo con git checkout models.",
  "model-damaged":
    "El archivo models/{file} está dañado o es de otra versión: instala Mien otra vez o, en un clon, recupéralo con git checkout models.",
  "model-unreadable":
    "El archivo models/{file} no se puede leer ({why}): instala Mien otra vez o, en un clon, recupéralo con git checkout models.",
  "model-says-nothing":
    "El archivo models/README.md no dice nada de «{heading}»: instala Mien otra vez o, en un clon, recupéralo con git checkout models.",
  "database-held": "Otro programa tiene ocupado {file} ({why}). Ciérralo o espera a que acabe.",
  "database-damaged":
    "{file} está dañado o no es una base SQLite ({why}). Restaura una copia o aparta el archivo: Mien hace entonces uno nuevo y vuelve a leer la música.",
  "database-unreadable":
    "{file} no se puede leer o escribir ({why}, {errno}). Mira que su disco esté sano y montado para escribir, y que su carpeta sea del usuario de Mien.",
  "file-silent":
    "{file} no responde. Vuelve a conectar su memoria, o mira qué le pasa al servidor de la carpeta compartida.",
  "store-unstartable": "La base de datos {file} no arranca ({part}: {why}). Ejecuta scripts/start.",
  "search-damaged": "El índice de búsqueda en {file} está dañado ({why}) y se hace de nuevo.",
  "backup-unread":
    "Lo que se escribió en {folder} no se puede volver a leer ({why}). Usa otra memoria u otro disco para las copias.",
  "backup-unwritable":
    "Las copias no se pueden escribir en {folder} ({why}). Mira si el usuario de Mien puede escribir ahí.",
  "backup-no-room":
    "No hay sitio para una copia en {folder}. Haz sitio o elige otra carpeta en el ajuste «Carpeta de las copias».",
  "backup-folder":
    "La carpeta de las copias {folder} no está. Conecta su memoria o disco, o elige otra en el ajuste «Carpeta de las copias».",
  "work-ended": "El trabajo con {file} acabó antes de tiempo ({work}): {why}",
};
