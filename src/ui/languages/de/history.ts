import type { HistoryWords } from "../../words/history-words.ts";
import { pluralIn } from "../plural.ts";

const plural = pluralIn("de");

export const words: HistoryWords = {
  title: "Verlauf",
  hours: "Lieder in jeder Stunde der letzten Woche",
  perHour: "Lieder je Stunde",
  drawing: (plays, busiest) =>
    plays === 0
      ? "In der letzten Woche lief kein Lied."
      : plural(plays, {
          one: `In der letzten Woche lief ein Lied, in der Stunde ab ${busiest}.`,
          other: `In der letzten Woche liefen # Lieder, die meisten in der Stunde ab ${busiest}.`,
        }),
  asked: "von Leuten gewünscht",
  picked: "von Mien gewählt",
  inHour: (hour, plays, asked) =>
    `${hour}: ${plural(plays, { one: "ein Lied", other: "# Lieder" })}${asked > 0 ? `, ${asked} gewünscht` : ""}`,
  list: "Was lief, und warum",
  none: "Noch wurde nichts gespielt.",
  more: "Ältere",
  shown: (count) => `Angezeigt: ${count}`,
  notNew: "Nicht auf dem neuesten Stand:",
  columns: { when: "Wann", song: "Lied", why: "Warum", end: "Ende" },
  ends: {
    finished: "bis zum Ende",
    skipped: "übersprungen",
    replaced: "von einem anderen abgelöst",
    stopped: "angehalten",
    unplayable: "nicht abspielbar",
    "output-lost": "Lautsprecher war weg",
  },
  playing: "läuft gerade",
  cutOff: "unterbrochen",
  byPerson: "Jemand hat es sich gewünscht.",
  forgotten: "nicht mehr gespeichert",
};
