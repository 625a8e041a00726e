import type { SettingTexts } from "../../../words/setting-texts.ts";

/** What guests may do with their own phones. */
export const guests = {
  guestPage: {
    title: "Seite für Telefone der Gäste",
    help: "An: Der Bildschirm zeigt einen Code, den Telefone im selben Netz öffnen: was läuft, Lieder zum Wünschen, eine Stimme fürs Überspringen. Dazu braucht es auch „Für das Netzwerk offen“. Aus: Kein Telefon eines Gasts kann etwas tun.",
  },
  guestRequests: {
    title: "Lieder per Telefon",
    help: "Ob Gäste sich am Telefon Lieder wünschen dürfen. Was wartet, steht nur im Arbeitsspeicher: Ein Neustart vergisst es.",
  },
  guestVotes: {
    title: "Stimmen per Telefon",
    help: "Ob Telefone dafür stimmen dürfen, das laufende Lied zu überspringen.",
  },
  guestWaiting: {
    title: "Wartende Lieder pro Gast",
    help: "So viele Lieder eines Gasts warten zugleich. Gäste sind der Reihe nach dran, wie viel auch jemand wünscht, und kein Künstler wartet zweimal.",
  },
  guestHourly: {
    title: "Lieder pro Gast und Stunde",
    help: "So viele Lieder darf sich ein Gast in einer Stunde wünschen. Zurückgenommene zählen nicht.",
  },
  guestSpacing: {
    title: "Lieder zwischen zwei von Telefonen",
    help: "So viele Lieder laufen nach einem vom Telefon, bevor das nächste solche kommt: solche, die zum Raum passen, und die von Angemeldeten. 0 spielt Wünsche von Telefonen direkt nacheinander.",
  },
  guestVoteShare: {
    title: "Anteil, der ein Lied überspringt",
    help: "So viele der Telefone, die die Seite offen und im Blick haben, müssen ein anderes Lied wollen.",
  },
  guestVoteLeast: {
    title: "Mindestzahl, die ein Lied überspringt",
    help: "Weniger Telefone überspringen nie eins. Ist mehr als ein Telefon da, braucht es immer zwei.",
  },
  guestPhones: {
    title: "Telefone zugleich",
    help: "Weitere Telefone werden gebeten zu warten. Der eigene Bildschirm des Geräts hat immer seinen Platz.",
  },
  guestPhonesPerAddress: {
    title: "Telefone pro Adresse",
    help: "So viele Telefone dürfen von einer Adresse im Netz kommen, zugleich und als neue innerhalb einer Stunde. Jeder private Tab ist eins; so viele Stimmen und Wünsche kann eine Person also höchstens haben. Mehr dort erlauben, wo das Netz der Gäste alle Telefone hinter einer Adresse verbirgt.",
  },
  guestCodeAtRest: {
    title: "Code immer auf dem Bildschirm",
    help: "An: Der Code für Telefone ist auch da, wenn niemand den Bildschirm berührt.",
  },
} satisfies Partial<SettingTexts>;
