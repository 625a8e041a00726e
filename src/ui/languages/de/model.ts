import type { ModelWords } from "../../words/model-words.ts";
import { numberIn, percentIn } from "../plural.ts";

const number = numberIn("de");
const whole = percentIn("de");

export const words: ModelWords = {
  title: "Das Modell",
  percent: percentIn("de", 1),
  mustNot: "Wofür es nicht benutzt werden darf",
  mustNotSentences: [
    "Um über einen Menschen zu urteilen: Einstellung, Benotung, Polizei, Verkauf, Versicherung, Gesundheit, Lügenerkennung. Keine Entscheidung über irgendwen darf darauf beruhen.",
    "Bei der Arbeit oder in der Schule. Die KI-Verordnung der EU (Artikel 5) verbietet, dort Gefühle aus Gesichtern abzuleiten; anderswo verlangt sie (Artikel 50), dass man es den Leuten sagt. Häng einen Hinweis auf, wo die Kamera ist.",
    "Um jemanden wiederzuerkennen. Dafür ist es nicht trainiert, und nichts hier speichert ein Gesicht.",
    "Für eines ist es gut genug: dem nächsten Lied einen Schubs zu geben, wo eine falsche Antwort nichts kostet.",
  ],
  cannot: "Was es nicht kann",
  figures: "Woran es gemessen wurde",
  hint: (faces) =>
    `An ${number(faces)} Gesichtern, nach denen nichts daran gewählt wurde. Menschen kamen bei einer Stichprobe derselben Bilder auf 65\u00a0±\u00a05\u00a0%: Vieles, was zu 100\u00a0% fehlt, ist Rauschen in den Angaben.`,
  version: (version) => `Version ${version}.`,
  trainedOn: "Trainiert mit:",
  columns: {
    file: "Datei",
    accuracy: "Richtig",
    recall: "Mittel über Ausdrücke",
    kept: "Gelesen",
    right: "Davon richtig",
  },
  files: { int8: "int8", fp32: "fp32" },
  which:
    "Beide Dateien sind dasselbe Netz; int8 ist auf ganze Zahlen gerundet und auf den meisten Geräten schneller.",
  byExpression: "Nach Ausdruck",
  expression: "Ausdruck",
  told: "Von denen, die ihn zeigen, erkannt",
  isRight: "Von den erkannten richtig",
  less: (sure) => `Was weniger als ${whole(sure)} sicher ist, gilt als nicht gelesen.`,
  pictures: "Bilder",
  picture: {
    confusion: "Welcher Ausdruck für welchen gehalten wird",
    recall: "Wie viele von jedem Ausdruck erkannt werden",
    reliability: "Ob es so sicher ist, wie es richtig liegt",
    robustness: "Was schiefe, dunkle und kleine Gesichter kosten",
    abstention: "Wie oft es richtig liegt, je nachdem, wie viele Gesichter es liest",
    framing: "Was es kostet, wenn das Gesicht anders im Bild sitzt",
    accuracy: "Wie es trainiert wurde",
    adjustment: "Was es kostete, den schwächsten Ausdruck zu heben",
  },
};
