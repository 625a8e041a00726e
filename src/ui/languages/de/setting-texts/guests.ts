import type { SettingTexts } from "../../../words/setting-texts.ts";

/** What guests may do with their own phones. */
export const guests = {
  guestPage: {
    title: "Seite für Handys der Gäste",
    help: "An: Der Bildschirm zeigt einen Code, den Handys im selben Netz öffnen: was läuft, Lieder zum Wünschen, eine Stimme fürs Überspringen. Dazu braucht es auch „Für das Netzwerk offen“. Aus: Kein Handy eines Gasts kann etwas tun.",
  },
  guestRequests: {
    title: "Lieder per Handy",
    help: "Ob Gäste sich am Handy Lieder wünschen dürfen. Was wartet, steht nur im Arbeitsspeicher: Ein Neustart von Mien behält es, einer des Geräts nicht.",
  },
  guestVotes: {
    title: "Stimmen per Handy",
    help: "Ob Handys dafür stimmen dürfen, das laufende Lied zu überspringen.",
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
    title: "Lieder zwischen zwei von Handys",
    help: "So viele Lieder laufen nach einem vom Handy, bevor das nächste solche kommt: solche, die zum Raum passen, und die von Angemeldeten. Bei 0 geht keines, das Mien ausgesucht hat, vor ein Lied, auf das jemand wartet; Angemeldete sind dazwischen trotzdem an der Reihe.",
  },
  guestVoteShare: {
    title: "Anteil, der ein Lied überspringt",
    help: "So viele der Handys, die die Seite offen und im Blick haben, müssen ein anderes Lied wollen.",
  },
  guestVoteLeast: {
    title: "Mindestzahl, die ein Lied überspringt",
    help: "Weniger Handys überspringen nie eins. Ist mehr als ein Handy da, braucht es immer zwei.",
  },
  guestPhones: {
    title: "Handys zugleich",
    help: "Weitere Handys werden gebeten zu warten. Der eigene Bildschirm des Geräts hat immer seinen Platz.",
  },
  guestPhonesPerAddress: {
    title: "Handys pro Adresse",
    help: "So viele Handys dürfen von einer Adresse im Netz kommen, zugleich und als neue innerhalb einer Stunde. Jeder private Tab ist eins; so viele Stimmen und Wünsche kann eine Person also höchstens haben. Mehr dort erlauben, wo das Netz der Gäste alle Handys hinter einer Adresse verbirgt.",
  },
  guestCodeAtRest: {
    title: "Code immer auf dem Bildschirm",
    help: "An: Der Code für Handys ist auch da, wenn niemand den Bildschirm berührt.",
  },
} satisfies Partial<SettingTexts>;
