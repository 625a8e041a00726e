/** Every word of the page about the model. */
export const modelWords = {
  title: "The model",
  mustNot: "What it must not be used for",
  cannot: "What it can't tell",
  figures: "What it was measured at",
  hint: (faces: number) =>
    `On ${faces.toLocaleString("en")} faces that chose nothing of it. People who labelled a sample of the same pictures reached 65 ± 5 %: much of what is missing to 100 % is noise in the labels.`,
  version: (version: string) => `Version ${version}.`,
  trainedOn: (what: string) => `Trained on ${what}.`,
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
