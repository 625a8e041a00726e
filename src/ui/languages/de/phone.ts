import type { PhoneWords } from "../../words/phone-words.ts";
import { moods } from "./moods.ts";

export const words: PhoneWords = {
  title: (place) => `Musik bei ${place}`,
  now: {
    playing: "Jetzt läuft",
    paused: "Angehalten",
    none: "Das erste Lied wird gerade ausgesucht.",
    coverOf: (title) => `Titelbild von ${title}`,
    unknownArtist: "Unbekannte Künstler",
    progress: (at, of) => `${at} von ${of}`,
  },
  closed: {
    title: "Gerade ist geschlossen",
    until: (time) => `Bis ${time}. Die Musik beginnt von selbst wieder.`,
    open: "Die Musik beginnt von selbst wieder, sobald geöffnet ist.",
  },
  vote: {
    want: "Bitte ein anderes Lied",
    wanted: "Du möchtest ein anderes Lied",
    count: (votes, needed) => `${votes} von ${needed}`,
    explain: (votes, needed) =>
      votes === 0 ? `Dafür braucht es ${needed} Handys.` : `${votes} der ${needed} Handys, die es braucht.`,
  },
  ask: {
    heading: "Such aus, was kommt",
    ask: (title) => `${title} wünschen`,
    left: (count) =>
      count === 1 ? "Ein Lied von dir darf noch warten." : `${count} Lieder von dir dürfen warten.`,
    enough: "Von dir warten so viele Lieder, wie dürfen. Das nächste, sobald eines davon gelaufen ist.",
    again: (time) => `Ab ${time} kannst du wieder ein Lied wünschen.`,
    off: "Gerade kann man sich hier keine Lieder wünschen.",
    others: "Andere Lieder",
    noOthers: "Gerade kann man keine anderen Lieder wünschen.",
    lessSo: "Passt gerade weniger gut",
    none: "Alle Lieder hier kommen bald oder liefen vor Kurzem.",
    noneFrom: (time) =>
      `Alle Lieder hier liefen vor Kurzem. Ab etwa ${time} kannst du wieder eines wünschen.`,
    waitsAt: (place) =>
      place === 1 ? "Gewünscht: als Erstes in der Liste" : `Gewünscht: Platz ${place} in der Liste`,
    asked: (title) => `${title} steht in der Liste.`,
  },
  search: {
    open: "Ein Lied suchen",
    title: "Suche",
    label: "Titel, Künstler oder Album",
    close: "Fertig",
    searching: "Suche läuft",
    none: (words) => `Hier heißt nichts „${words}“.`,
    hint: "Ein paar Buchstaben genügen.",
    browse: "Oder sieh nach, was es gibt:",
    moods,
    more: "Mehr Lieder",
    perhaps: "Vielleicht eines davon:",
    noneSuch: "So etwas gibt es hier gerade nicht.",
    found: (count) => (count === 1 ? "Ein Lied" : `${count} Lieder`),
  },
  waiting: {
    heading: "Was wartet",
    none: "Noch hat sich niemand ein Lied gewünscht. Deines wäre das erste.",
    turns: "Alle kommen reihum dran.",
    between: "Alle kommen reihum dran. Dazwischen laufen Lieder, die zum Raum passen.",
    yours: "Von dir",
    afterAnother: "Vorher kommen andere Künstler",
    place: (place) => `Platz ${place}`,
    takeBack: "Zurücknehmen",
    takeBackOf: (title) => `${title} zurücknehmen`,
    tookBack: (title) => `${title} wartet nicht mehr.`,
    forgotten:
      "Mien hat neu begonnen und weiß nicht mehr, was gewartet hat. Fehlt ein Lied von dir, wünsch es dir noch einmal.",
    gone: (title) => `${title} kann hier doch nicht laufen.`,
  },
  link: {
    connecting: "Einen Moment",
    lost: "Gerade keine Verbindung zur Musik. Neuer Versuch läuft.",
    off: "Diese Seite ist abgeschaltet",
    offDetail: "Gerade dürfen keine Handys mitmachen. Sobald sie wieder dürfen, geht es von selbst weiter.",
    crowded: "Viele Handys sind hier",
    crowdedDetail: "Gerade ist für eines mehr kein Platz. Neuer Versuch von selbst.",
    address: "Zu viele Handys",
    addressDetail:
      "Über deine Verbindung kamen in einer Stunde mehr Handys, als dürfen. Neuer Versuch von selbst.",
    unreachable: "Mien ist nicht zu erreichen",
    unreachableDetail: "Ist dieses Handy im selben WLAN wie die Musik? Neuer Versuch von selbst.",
    again: "Noch einmal",
  },
  privacy:
    "Eine zufällige Zahl unterscheidet dieses Handy einen Tag lang von anderen, seine Adresse im Netz ist eine Stunde lang bekannt: nur im Arbeitsspeicher. Dort ist auch notiert, was wartet, falls Mien neu startet. Auf eine Festplatte kommt nichts von diesem Handy.",
  refusals: {
    off: "Das ist hier abgeschaltet.",
    closed: "Gerade ist geschlossen.",
    unknown: "Das hat zu lange gedauert. Versuch es noch einmal.",
    crowded: "Viele Handys sind hier. Versuch es gleich noch einmal.",
    address: "Über deine Verbindung kamen zu viele Handys.",
    busy: "Gerade wird viel auf einmal gewünscht. Versuch es gleich noch einmal.",
    waiting: "Von dir warten so viele Lieder, wie dürfen.",
    hour: (time) => `Du hast dir gewünscht, was in einer Stunde geht. Wieder ab ${time}.`,
    full: "Die Liste ist voll. Versuch es wieder, wenn ein paar Lieder gelaufen sind.",
    "not-here": "Dieses Lied läuft hier nicht.",
    coming: "Läuft oder kommt bald",
    "artist-coming": (time) =>
      time === ""
        ? "Diese Künstler laufen oder kommen bald"
        : `Diese Künstler laufen oder kommen bald, wieder ab etwa ${time}`,
    rest: (time) => `Lief vor Kurzem, wieder ab ${time}`,
    "artist-rest": (time) => `Diese Künstler liefen vor Kurzem, wieder ab ${time}`,
    over: "Es läuft schon ein anderes Lied.",
    unreachable: "Mien ist nicht zu erreichen.",
  },
  code: {
    open: "Mit dem Handy",
    title: "Mit dem Handy aussuchen",
    how: "Halte die Kamera eines Handys auf den Code. Es muss im selben WLAN sein.",
    alt: (address) => `Code, der ${address} öffnet`,
    or: "Oder tippe",
    close: "Fertig",
    vote: (votes, needed) => `${votes} von ${needed} Handys möchten ein anderes Lied`,
    skipped: (title, votes, phones) => `${votes} von ${phones} Handys wollten ein anderes Lied als ${title}.`,
  },
};
