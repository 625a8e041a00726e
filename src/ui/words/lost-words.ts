import { translated } from "../languages/tables.ts";

const english = {
  title: "There is nothing here",
  /** The address follows. */
  text: "Mien has no page at this address:",
  home: "To the music",
};

export type LostWords = typeof english;

/** Every word of the page that is where nothing is. */
export let lostWords: LostWords = english;

translated<LostWords>(
  english,
  {
    de: () => import("../languages/de/lost.ts"),
    fr: () => import("../languages/fr/lost.ts"),
    es: () => import("../languages/es/lost.ts"),
    hi: () => import("../languages/hi/lost.ts"),
    ar: () => import("../languages/ar/lost.ts"),
    zh: () => import("../languages/zh/lost.ts"),
  },
  (table) => {
    lostWords = table;
  },
);
