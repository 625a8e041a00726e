import { translated } from "../languages/tables.ts";

const english = {
  /** What is plugged in is looked for all the while. */
  plugIn:
    "To take all of it along as a file, plug a USB stick into Mien. It appears here; where it does not within half a minute, ask an admin.",
  save: (stick: string) => `Save all of it to “${stick}”`,
  sure: (stick: string) => `Save it to “${stick}” now`,
  hint: "Whoever has the stick can read the file. Your PIN or passphrase says that it is you.",
  saving: "It is being saved. Leave the stick in.",
  saved: (file: string, stick: string) => `Saved to “${stick}” as ${file}. You can pull the stick out now.`,
};

export type StickWords = typeof english;

/** Taking a file along from Mien's own screen. */
export let stickWords: StickWords = english;

translated<StickWords>(
  english,
  {
    de: () => import("../languages/de/stick.ts"),
    fr: () => import("../languages/fr/stick.ts"),
    es: () => import("../languages/es/stick.ts"),
    hi: () => import("../languages/hi/stick.ts"),
    ar: () => import("../languages/ar/stick.ts"),
    zh: () => import("../languages/zh/stick.ts"),
  },
  (table) => {
    stickWords = table;
  },
);
