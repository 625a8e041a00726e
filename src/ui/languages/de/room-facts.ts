import type { PlaceFacts, RoomFacts, RoomFactsWords } from "../../words/room-facts-words.ts";

const members =
  "Niemand muss sich registrieren. Von denen, die es tun, speichert Mien: Name und seit wann, was sie wählten, mögen und nie hören wollen, welche Lieder sie hier hörten, sich wünschten oder übersprangen, wo sie angemeldet sind; PIN und Karte nur so, dass niemand sie lesen kann. Das meiste davon können sie am Bildschirm ansehen, alles als Datei mitnehmen und löschen.";
const phones =
  "Lieder kann man sich am eigenen Handy wünschen, ohne Namen. Gespeichert wird, dass ein Gast sich ein Lied wünschte oder übersprang, und niemand weiß, welcher. Worauf ein Handy wartet, ist nach einem Tag vergessen.";

const reads = ({ sensing, moodDays, phones: byPhone, home, photographs }: PlaceFacts): RoomFacts => ({
  lead: "Die Musik in diesem Raum richtet sich danach, wie die Stimmung im Raum zu sein scheint. Ein automatisches System schätzt sie nach den Gesichtern, die eine Kamera sieht.",
  sections: [
    {
      title: "Was geschieht",
      points: [
        sensing === "smile"
          ? "Es zählt Gesichter und erkennt an jedem, ob jemand lächelt, sonst nichts."
          : "Es zählt Gesichter und schätzt, welchen von sieben Ausdrücken jedes zeigt, etwa fröhlich oder traurig. Was ein Gesicht zeigt, ist nicht, was jemand fühlt, und die Schätzung ist oft falsch.",
        "Es erkennt niemanden: keinen Namen, kein Alter, kein Geschlecht, keine Herkunft, und niemand wird wiedererkannt.",
        "Daraus folgt nur die Musik. Keine Entscheidung über irgendjemanden.",
      ],
    },
    {
      title: "Was gespeichert wird und was nie",
      points: [
        "Kein Bild und kein Gesicht wird gespeichert, und keines verlässt dieses Gerät, außer für den unten beschriebenen Moment. Jedes Bild ist fort, sobald es gelesen ist, nach Bruchteilen einer Sekunde.",
        `Gespeichert wird, was wann gespielt wurde, und ${moodDays} Tage lang die Stimmung des Raumes zu jedem Lied: zwei Zahlen für den ganzen Raum, keine für eine Person.`,
        ...(byPhone ? [phones] : []),
        members,
        "Solange die Kamera ausgerichtet wird, kann eine Person kurz ihr Bild sehen; der Bildschirm sagt es, und auch davon wird nichts gespeichert.",
      ],
    },
    ...(photographs
      ? []
      : [
          {
            title: "Wer das nicht möchte",
            points: [
              "Jeder darf die Kamera schließen: den Bildschirm berühren, dann „Kamera zu“. Sie ist sofort zu, und die Musik spielt ohne sie weiter.",
              home
                ? "Oder jemandem Bescheid sagen, der hier wohnt."
                : "Oder jemandem Bescheid sagen, der hier arbeitet.",
            ],
          },
        ]),
  ],
});

const readsNone = ({ forbidden, moodDays, phones: byPhone }: PlaceFacts): RoomFacts => ({
  lead: "Die Musik in diesem Raum richtet sich nach der Uhrzeit und danach, was sich jemand wünscht. Das Musikgerät kann mit einer Kamera arbeiten, und hier bleibt sie aus.",
  sections: [
    {
      title: "Was geschieht",
      points: [
        "Es sieht hier niemanden: Von niemandem wird ein Bild aufgenommen oder das Gesicht gelesen.",
        forbidden === "school"
          ? "In der EU darf niemand aus Gesichtern schließen, wie Lernende sich fühlen. Darum lässt sich die Kamera nicht einschalten, solange das Gerät für eine Schule eingerichtet ist."
          : "In der EU darf niemand aus Gesichtern schließen, wie sich Beschäftigte fühlen. Darum lässt sich die Kamera nicht einschalten, solange das Gerät für einen Arbeitsplatz eingerichtet ist.",
      ],
    },
    {
      title: "Was gespeichert wird und was nie",
      points: [
        `Gespeichert wird, was wann gespielt wurde, und ${moodDays} Tage lang die Stimmung zu jedem Lied, wie die Uhrzeit oder ein Wunsch sie vorgab. Kein Bild und kein Gesicht.`,
        ...(byPhone ? [phones] : []),
        members,
      ],
    },
  ],
});

export const factsInGerman = (facts: PlaceFacts): RoomFacts =>
  facts.forbidden === null ? reads(facts) : readsNone(facts);

export const words: RoomFactsWords = { about: factsInGerman };
