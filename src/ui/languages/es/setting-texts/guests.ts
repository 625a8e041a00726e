import type { SettingTexts } from "../../../words/setting-texts.ts";

/** What guests may do with their own phones. */
export const guests = {
  guestPage: {
    title: "Página para los teléfonos de invitados",
    help: "Sí: la pantalla muestra un código que abren los teléfonos de la misma red: qué suena, canciones que pedir, un voto para saltar. También hace falta «Abierto a la red». No: ningún teléfono de invitados puede hacer nada.",
  },
  guestRequests: {
    title: "Canciones por teléfono",
    help: "Si los invitados pueden pedir canciones con su teléfono. Lo que espera está en la memoria: si Mien se reinicia, lo conserva; si se reinicia el aparato, no.",
  },
  guestVotes: {
    title: "Votos por teléfono",
    help: "Si los teléfonos pueden votar para saltar la canción que suena.",
  },
  guestWaiting: {
    title: "Canciones en espera por invitado",
    help: "Cuántas canciones de un invitado esperan a la vez. Los invitados van por turnos, pida lo que pida cada uno, y ningún artista espera dos veces.",
  },
  guestHourly: {
    title: "Canciones por invitado y hora",
    help: "Cuántas canciones puede pedir un invitado en una hora. Las que retira no cuentan.",
  },
  guestSpacing: {
    title: "Canciones entre dos de los teléfonos",
    help: "Cuántas canciones suenan tras la de un teléfono, antes de la siguiente así: las que van con la sala y los turnos de quien ha entrado. Con 0, ninguna elegida por Mien pasa antes de la que alguien espera; quien ha entrado tiene igualmente su turno entre medias.",
  },
  guestVoteShare: {
    title: "Parte que salta una canción",
    help: "De los teléfonos que tienen la página abierta y a la vista, cuántos tienen que querer otra canción.",
  },
  guestVoteLeast: {
    title: "Mínimo que salta una canción",
    help: "Menos teléfonos nunca saltan una. Donde hay más de un teléfono, siempre hacen falta dos.",
  },
  guestPhones: {
    title: "Teléfonos a la vez",
    help: "A los demás se les pide que esperen. La pantalla propia del aparato siempre tiene su sitio.",
  },
  guestPhonesPerAddress: {
    title: "Teléfonos por dirección",
    help: "Cuántos teléfonos pueden venir de una dirección de la red, a la vez y como nuevos en una hora. Cada pestaña privada es uno, así que son los votos y turnos que una persona puede tener como mucho. Súbelo donde la red de invitados esconda todos los teléfonos tras una dirección.",
  },
  guestCodeAtRest: {
    title: "Código siempre en la pantalla",
    help: "Sí: el código para teléfonos está también cuando nadie toca la pantalla.",
  },
} satisfies Partial<SettingTexts>;
