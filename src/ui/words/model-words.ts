import { translated } from "../languages/tables.ts";

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

const mustNotSentences: readonly string[] = [
  "To judge a person: hiring, grading, policing, selling, insurance, health, lie detection. No decision about anyone may rest on it.",
  "At work or at school. The EU's AI Act (Article 5) forbids inferring the emotions of people there from their faces; elsewhere it demands (Article 50) that people are told. Put a sign where the camera is.",
  "To recognise anyone. Half of it began as a net that told people apart. It was trained on to expressions, gives nothing but them, and nothing here stores a face.",
  "It is good enough for one thing: nudging which song comes next, where a wrong answer costs nothing.",
];

const cannotSentences: readonly string[] = [
  "An expression isn't a feeling. People scowl when they think, smile when they are uneasy, and are sad with a calm face; the link is weak and differs between people and cultures (Barrett et al., 2019). The model says what a face shows at one moment.",
  'Its examples are posed, staged or picked: actors and stock photos of strong expressions. Faces at rest in a living room are subtler. Expect "neutral" and "sad" to be taken for each other.',
  "Weakest classes: see the recall column. Fear is taken for sad, surprise, neutral and angry, disgust for angry; of disgust there are only 436 training images before cleaning.",
  "Bias. Published tests of such systems found that they read Black faces as angrier than white ones with the same smile (Rhue, 2018); errors also differ with age and gender. FER-2013 has no such labels, so this set can't show how large the gap is here, and we don't claim that there is none. It holds whom an English web search of 2013 returned, and nobody counted them. Half of the model saw other people before, mostly well known ones, which may help or harm; nobody has measured it.",
  "Conditions it hasn't seen: masks, strong side light, heads turned by more than about 45°, infrared. Training adds rotation, framing errors, blur, exposure and covered parts, not these.",
];

const english = {
  title: "The model",
  percent,
  mustNot: "What it must not be used for",
  /** As its card has them. */
  mustNotSentences,
  cannot: "What it can't tell",
  cannotSentences,
  figures: "What it was measured at",
  hint: (faces: number) =>
    `On ${faces.toLocaleString("en")} faces that chose nothing of it. People who labelled a sample of the same pictures reached 65\u00a0±\u00a05\u00a0%: much of what is missing to 100\u00a0% is noise in the labels.`,
  version: (version: string) => `Version ${version}.`,
  /** Before what its contract says, which is English. */
  trainedOn: "Trained on:",
  columns: {
    file: "File",
    accuracy: "Right",
    recall: "Mean over expressions",
    kept: "Read at all",
    right: "Of these right",
  },
  files: { int8: "int8", fp32: "fp32" },
  which:
    "Both files are the same net; int8 is rounded to whole numbers, and the faster one on most machines.",
  byExpression: "By expression",
  expression: "Expression",
  told: "Of those that show it, told",
  isRight: "Of those told, right",
  less: (sure: number) => `A reading that is less than ${Math.round(sure * 100)} % sure counts as unread.`,
  pictures: "Pictures",
  /** Of the drawings, which come with the model and are in no other language. */
  drawnIn: "",
  picture: {
    confusion: "Which expression is taken for which",
    recall: "How many of each expression are told",
    reliability: "Whether it is as sure as it is right",
    robustness: "What tilted, dark and small faces cost",
    abstention: "How right it is, by how many faces it reads",
    framing: "What it costs when the face is framed otherwise",
    accuracy: "How it was trained",
    adjustment: "What it cost to raise the lowest expression",
  } as Readonly<Record<string, string>>,
};

export type ModelWords = typeof english;

/** Every word of the page about the model. */
export let modelWords: ModelWords = english;

translated<ModelWords>(
  english,
  {
    de: () => import("../languages/de/model.ts"),
    fr: () => import("../languages/fr/model.ts"),
    es: () => import("../languages/es/model.ts"),
    hi: () => import("../languages/hi/model.ts"),
    ar: () => import("../languages/ar/model.ts"),
    zh: () => import("../languages/zh/model.ts"),
  },
  (table) => {
    modelWords = table;
  },
);

/** A sentence of the model's card in the language that holds; null where only the card has it, which is English. */
export const cardSentence = (sentence: string): string | null =>
  modelWords.mustNotSentences[mustNotSentences.indexOf(sentence)] ??
  modelWords.cannotSentences[cannotSentences.indexOf(sentence)] ??
  null;
