import { translated } from "../languages/tables.ts";

const english = {
  goesBack:
    "Nobody has touched this page for a while: in a moment the screen shows what plays. Touch it to stay.",
};

export type OwnScreenWords = typeof english;

/** What a page other than the kiosk's says on Mien's own screen. */
export let ownScreenWords: OwnScreenWords = english;

translated<OwnScreenWords>(
  english,
  {
    de: () => import("../languages/de/own-screen.ts"),
    fr: () => import("../languages/fr/own-screen.ts"),
    es: () => import("../languages/es/own-screen.ts"),
    hi: () => import("../languages/hi/own-screen.ts"),
    ar: () => import("../languages/ar/own-screen.ts"),
    zh: () => import("../languages/zh/own-screen.ts"),
  },
  (table) => {
    ownScreenWords = table;
  },
);
