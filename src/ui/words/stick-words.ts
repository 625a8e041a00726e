import { translated } from "../languages/tables.ts";

const english = {
  /** What is plugged in is looked for all the while. */
  plugIn:
    "To take all of it along as a file, plug a USB stick into Mien. It appears here; where it does not within half a minute, ask an admin.",
  save: (stick: string) => `Save all of it to “${stick}”`,
  sure: (stick: string) => `Save it to “${stick}” now`,
  hint: "Whoever has the stick can read the file. Your PIN or passphrase says that it is you.",
  saving: "Your PIN or passphrase is checked, then all of it is saved. Leave the stick in.",
  gone: "This stick is not there any more: plug it in again.",
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
