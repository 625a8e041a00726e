import type { SettingTexts } from "../../../words/setting-texts.ts";

/** Where Mien stands, what it sees, who is there, and what is kept. */
export const here = {
  placeName: {
    title: "Cómo se llama este lugar",
    help: "Como «Cocina» o «Café Luna». Aparece en los teléfonos de los invitados y en el cartel para la puerta.",
  },
  stands: {
    title: "Dónde está Mien",
    help: "En casa la pantalla puede mostrar las fichas de quienes lo permitieron; en otros sitios nunca aparece ningún nombre. En un lugar de trabajo o una escuela la cámara queda apagada: inferir las emociones del personal o del alumnado está prohibido en la UE (Reglamento de IA, artículo 5, apartado 1, letra f)).",
  },
  timeZone: {
    title: "Zona horaria",
    help: "Las horas la siguen. Sin elegir, vale la del aparato.",
  },
  screenLanguages: {
    title: "Idiomas de las pantallas",
    help: "Los que ofrecen las pantallas; el primero, en reposo. Si no se elige ninguno, todos los que Mien sabe.",
  },

  cameraSource: {
    title: "Cámara",
    help: "«auto» toma la primera cámara que dé imagen. O un dispositivo (/dev/v4l/by-id/…), un archivo de vídeo, una carpeta de imágenes o la dirección de una cámara: rtsp://NOMBRE:CONTRASEÑA@HOST/RUTA, o http para un flujo MJPEG.",
  },
  sensing: {
    title: "Qué se lee en las caras",
    help: "Con «Solo sonrisas», del programa que ve la imagen no sale nada más que sonrisa o no.",
  },
  cascade: {
    title: "Detector de caras",
    help: "alt2 encuentra menos caras falsas; default encuentra algunas caras más.",
  },
  minFaceShare: {
    title: "Cara más pequeña",
    help: "Como parte de la altura de la imagen. Un valor menor encuentra a gente más lejana y da más trabajo.",
  },
  minConfidence: {
    title: "Seguridad que se exige",
    help: "Las caras leídas con menos seguridad cuentan como no leídas. Vacío: el valor del modelo.",
  },
  blackout: {
    title: "Zonas de la imagen que no se leen",
    help: "Se pintan de negro antes de buscar caras, por ejemplo donde está el personal.",
  },
  observationsPerSecond: {
    title: "Miradas por segundo mientras hay caras",
    help: "Cuántas veces se leen las caras. Si no hay nadie, es una mirada por segundo.",
  },

  moodHalfLifeMs: {
    title: "Con qué rapidez sigue el ambiente",
    help: "Pasado este tiempo, la mitad de un cambio en las caras ha llegado al ambiente.",
  },
  moodDwellMs: {
    title: "Estancia mínima en un ambiente",
    help: "Un ambiente se mantiene al menos este tiempo antes de poder cambiar de nombre.",
  },
  moodHoldMs: {
    title: "Se mantiene tras la última cara",
    help: "Cuánto dura el ambiente cuando ya no se ve a nadie.",
  },
  moodFadeMs: {
    title: "Vuelta al ambiente habitual",
    help: "Cuánto tarda después la vuelta al ambiente habitual.",
  },
  usualMood: {
    title: "Ambiente habitual",
    help: "El que sigue la música cuando no se ve a nadie. Una parte del día puede tener el suyo.",
  },
  dialHoldSeconds: {
    title: "Cuánto vale el dial",
    help: "Un ambiente ajustado en el dial de la pantalla vale este tiempo desde el último toque; después vuelve a guiar la cámara. Si aún no sonó ninguna canción para él, la siguiente lo será de todos modos.",
  },
  moodHistoryDays: {
    title: "Cuánto se guardan los ambientes",
    help: "El historial guarda con cada canción el ambiente de la sala como dos números. Pasados estos días se olvidan; lo que sonó se queda.",
  },

  openToNetwork: {
    title: "Abierto a la red",
    help: "No: solo este aparato puede abrir las páginas. Sí: cualquier aparato de la misma red puede mirar; quien entra allí puede dirigir la música, y los invitados lo que su página les deje.",
  },
  hostNames: {
    title: "Nombres de este aparato",
    help: "Con los que otros aparatos abren las páginas, como mien.fritz.box. Su propio nombre, el mismo con .local y sus direcciones ya se conocen; cualquier otro se rechaza, porque un sitio web podría hacer que uno apunte aquí.",
  },
  port: { title: "Puerto", help: "Donde se sirven las páginas." },
  httpsPort: {
    title: "Puerto HTTPS",
    help: "Por donde entran los admins desde otros aparatos cuando Mien está abierto a la red: por HTTP simple no se puede. Entonces la huella de su certificado está aquí, para compararla con la que muestra un navegador. Vacío: el que sigue al otro puerto.",
  },

  walkedAwaySeconds: {
    title: "Sesión cerrada al marcharse",
    help: "Tras este tiempo sin caras y sin toques, se cierra la sesión de quien estaba en la pantalla. Con la cámara apagada bastan dos minutos sin toques.",
  },
  roomEmptyMinutes: {
    title: "La sala cuenta como vacía",
    help: "Tras este tiempo sin caras y sin toques, quienes vinieron con tarjeta o PIN se han ido, y sus turnos con ellos. Un sofá puede quedar un rato fuera de la vista de la cámara.",
  },
  cardReaders: {
    title: "Lectores de tarjetas",
    help: "Los que Mien no conoce por sí mismo. «sudo scripts/card-reader 1234:5678», en la carpeta de Mien y con los dos números que da lsusb, le deja leer uno; uno que teclea se anota luego aquí: «1234:5678 keys». Los demás están en docs/cards.md. Nunca el teclado en el que escribes: lo que se nombra aquí se lee como tarjetas.",
  },
  backupAt: {
    title: "Copia nocturna",
    help: "Cuándo se copia la base de datos, según la zona horaria elegida; una copia que faltó se hace después. Vacío: ninguna automática.",
  },
  backupFolder: {
    title: "Carpeta de las copias",
    help: "Como ruta desde /, por ejemplo en una memoria USB; guarda una por cada uno de los últimos siete días y de las últimas cuatro semanas. Vacío: una carpeta junto a la base de datos, que no sirve si se rompe su disco.",
  },
} satisfies Partial<SettingTexts>;
