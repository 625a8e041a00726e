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
    "Um jemanden wiederzuerkennen. Eine Hälfte davon war anfangs ein Netz, das Menschen auseinanderhielt. Es wurde auf Gesichtsausdrücke weitertrainiert, gibt nichts anderes aus, und nichts hier speichert ein Gesicht.",
    "Für eines ist es gut genug: dem nächsten Lied einen Schubs zu geben, wo eine falsche Antwort nichts kostet.",
  ],
  cannot: "Was es nicht sagen kann",
  cannotSentences: [
    "Ein Ausdruck ist kein Gefühl. Menschen runzeln die Stirn beim Denken, lächeln, wenn ihnen unwohl ist, und sind mit ruhigem Gesicht traurig; der Zusammenhang ist schwach und von Mensch zu Mensch und Kultur zu Kultur verschieden (Barrett et al., 2019). Das Modell sagt, was ein Gesicht in einem Augenblick zeigt.",
    "Seine Beispiele sind gestellt, gespielt oder ausgesucht: Schauspieler und Agenturbilder mit starken Ausdrücken. Ruhige Gesichter in einem Wohnzimmer zeigen weniger. „Neutral“ und „traurig“ werden oft verwechselt.",
    "Die schwächsten Klassen: siehe die Spalte „erkannt“. Angst wird für traurig, überrascht, neutral und wütend gehalten, Ekel für wütend; von Ekel gibt es vor dem Aufräumen nur 436 Bilder zum Trainieren.",
    "Verzerrung. Veröffentlichte Tests solcher Systeme fanden, dass sie Schwarze Gesichter bei gleichem Lächeln als wütender lesen als weiße (Rhue, 2018); die Fehler hängen auch von Alter und Geschlecht ab. FER-2013 hat dazu keine Angaben, darum kann dieser Datensatz nicht zeigen, wie groß der Abstand hier ist, und wir behaupten nicht, dass es keinen gibt. Er enthält, wen eine englische Websuche im Jahr 2013 fand, und niemand hat gezählt, wer das war. Die Hälfte des Modells hat vorher andere Menschen gesehen, meist bekannte, was nützen oder schaden kann; gemessen hat es niemand.",
    "Was es nie gesehen hat: Masken, starkes Seitenlicht, um mehr als etwa 45° gedrehte Köpfe, Infrarot. Das Training fügt Drehung, ungenaue Ausschnitte, Unschärfe, Belichtung und verdeckte Teile hinzu, diese nicht.",
  ],
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
  drawnIn: "Die Zeichnungen sind englisch beschriftet.",
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
