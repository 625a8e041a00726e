import type { Trouble } from "../../words/trouble-words.ts";
import type { Words } from "../../words/words.ts";

export const troubles: Words["troubles"] = {
  "camera-absent": { what: "No se encuentra ninguna cámara.", cure: "Conecta una; se detecta sola." },
  "camera-unplugged": { what: "La cámara ya no está.", cure: "Vuelve a conectarla; se detecta sola." },
  "camera-stuck": {
    what: "La cámara dejó de responder.",
    cure: "Se está reiniciando; si sigue así, desconéctala y conéctala.",
  },
  "camera-ended": {
    what: "La grabación de la cámara terminó.",
    cure: "Elige otra cámara en los ajustes.",
  },
  "camera-unreadable": {
    what: "La cámara no da imagen.",
    cure: "Cierra otros programas que la usen, o vuelve a conectarla.",
  },
  "model-invalid": {
    what: "No se pueden leer expresiones: los archivos del modelo no concuerdan.",
    cure: "Instala Mien de nuevo.",
  },
  "cascade-missing": {
    what: "No se pueden encontrar caras: falta el archivo del detector.",
    cure: "Ejecuta otra vez scripts/start; lo instala.",
  },
  "opencv-missing": {
    what: "No se puede usar la cámara: falta OpenCV.",
    cure: "Ejecuta otra vez scripts/start; lo instala.",
  },
  "vision-crashed": { what: "La parte que mira se ha parado.", cure: "Arranca de nuevo sola." },
  "vision-silent": { what: "La parte que mira se ha callado.", cure: "Se está reiniciando." },
  "mpv-missing": {
    what: "No hay sonido: falta el reproductor mpv.",
    cure: "Ejecuta otra vez scripts/start; lo instala.",
  },
  "mpv-gone": { what: "El reproductor se ha parado.", cure: "Arranca de nuevo con la misma canción." },
  "mpv-stalled": {
    what: "El sonido está detenido.",
    cure: "Arranca de nuevo solo; si sigue así, revisa el cable del altavoz.",
  },
  "output-missing": {
    what: "Sin tarjeta de sonido: suena en silencio.",
    cure: "Conecta un altavoz, se detecta solo; o elige otro en los ajustes.",
  },
  "output-elsewhere": {
    what: "El altavoz elegido no está: suena otro.",
    cure: "Conéctalo o enciéndelo; la música vuelve a él sola.",
  },
  "nothing-playable": {
    what: "No se puede poner ninguna canción.",
    cure: "Mira la biblioteca: puede haber archivos dañados, o ninguno cumple las reglas.",
  },
  "folder-missing": {
    what: "Falta una carpeta de música.",
    cure: "Conecta su disco; o, si está mal escrita, corrígela en los ajustes.",
    named: (name) => `Falta una carpeta de música: ${name}.`,
  },
  "library-empty": {
    what: "Aún no puede sonar música propia.",
    cure: "Añade canciones, o indica su ambiente en la biblioteca.",
  },
  "disk-full": {
    what: "El disco está lleno.",
    cure: "La música sigue; haz sitio para que se guarde el historial.",
  },
  "store-unavailable": {
    what: "No se puede escribir el historial.",
    cure: "La música sigue; revisa el disco, y que ningún otro programa tenga la base de datos.",
  },
  "database-replaced": {
    what: "La base de datos estaba dañada; la sustituyó una copia.",
    cure: "Puede faltar lo último; la dañada se conserva. Revisa el disco.",
  },
  "database-emptied": {
    what: "La base de datos estaba dañada; sin copia íntegra, la sustituyó una vacía.",
    cure: "Repasa los ajustes; la dañada se conserva. Revisa el disco.",
  },
  "database-restored": {
    what: "Una copia ocupó el lugar de la base de datos.",
    cure: "Falta lo que cambió desde entonces; la base anterior se conserva.",
  },
  "restore-failed": {
    what: "La copia no se restauró.",
    cure: "Todo sigue como estaba; la página de mantenimiento dice por qué.",
  },
  "backup-folder-missing": {
    what: "La carpeta de copias no está.",
    cure: "Conecta su memoria o su disco; o, si está mal escrita, corrígela en los ajustes.",
  },
  "backup-no-room": {
    what: "No hay sitio para las copias.",
    cure: "Haz sitio, o elige otra carpeta en los ajustes.",
  },
  "backup-failed": {
    what: "No se pudo hacer la copia.",
    cure: "Se intenta otra vez; revisa la memoria o el disco de destino.",
  },
  "disk-low": {
    what: "El disco está casi lleno.",
    cure: "Haz sitio pronto para que se guarde el historial.",
  },
  "too-hot": {
    what: "Esta máquina está demasiado caliente.",
    cure: "Dale aire; hasta entonces va más despacio.",
  },
  "https-port": {
    what: "Los administradores no pueden entrar desde fuera: el puerto de HTTPS está ocupado.",
    cure: "Libéralo o elige otro en los ajustes; se vuelve a intentar solo.",
  },
  "https-certificate": {
    what: "Los administradores no pueden entrar desde fuera: no se puede crear o leer el certificado.",
    cure: "Haz sitio o arregla los permisos de la carpeta de datos; se vuelve a intentar solo.",
  },
  "clock-unset": {
    what: "Esta máquina no sabe la hora.",
    cure: "Conéctala a la red; hasta entonces cuenta como abierto y, si tiene horario, empieza al volumen más bajo.",
  },
};

type Kinds = Words["cameraTroubles"];

const onDisk = (the: string, holdsNone: Trouble): Kinds["file"] => ({
  "camera-absent": {
    what: `${the} para la cámara: no está.`,
    cure: "Hay que volver a ponerla o conectar su disco, o elegir otra cámara en los ajustes.",
  },
  "camera-unplugged": {
    what: `${the} para la cámara: ha desaparecido.`,
    cure: "Hay que volver a ponerla o conectar su disco; se detecta sola.",
  },
  "camera-stuck": {
    what: `${the} para la cámara: su disco no responde.`,
    cure: "Se intenta otra vez; si sigue así, revisa el disco o la carpeta de red.",
  },
  "camera-ended": {
    what: `${the} para la cámara: ha llegado al final.`,
    cure: "Elige otra cámara en los ajustes.",
  },
  "camera-unreadable": holdsNone,
});

const overNetwork: Kinds["rtsp"] = {
  "camera-absent": {
    what: "No se puede llegar a la cámara de red.",
    cure: "Mira que esté encendida y en la misma red, y su dirección en los ajustes.",
  },
  "camera-unplugged": {
    what: "La cámara de red ya no está.",
    cure: "Mira que esté encendida y en la misma red; se detecta sola.",
  },
  "camera-stuck": {
    what: "La cámara de red dejó de enviar.",
    cure: "Se intenta otra vez; si sigue así, revisa la red y la cámara.",
  },
  "camera-ended": {
    what: "La cámara de red terminó su emisión.",
    cure: "Mira que esté encendida; se detecta sola.",
  },
  "camera-unreadable": {
    what: "La cámara de red no da imagen.",
    cure: "Revisa su dirección en los ajustes, con nombre y contraseña.",
  },
};

export const cameraTroubles: Kinds = {
  images: onDisk("La carpeta de imágenes", {
    what: "La carpeta de imágenes para la cámara no tiene ninguna legible.",
    cure: "Pon imágenes en ella (jpg, png, webp, bmp), o elige otra cámara en los ajustes.",
  }),
  file: onDisk("La película", {
    what: "La película para la cámara no se puede reproducir.",
    cure: "Pruébala en un reproductor de vídeo, o elige otra cámara en los ajustes.",
  }),
  recording: onDisk("La grabación", {
    what: "La grabación para la cámara no se puede leer.",
    cure: "Graba de nuevo, o elige otra cámara en los ajustes.",
  }),
  mjpeg: overNetwork,
  rtsp: overNetwork,
};
