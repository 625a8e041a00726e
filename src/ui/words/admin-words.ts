import { translated } from "../languages/tables.ts";

/** The pages for whoever looks after Mien, in the order in which they are listed. */
export const ways = [
  { way: "overview", path: "/admin" },
  { way: "library", path: "/library" },
  { way: "people", path: "/people" },
  { way: "camera", path: "/camera" },
  { way: "history", path: "/history" },
  { way: "model", path: "/model" },
  { way: "upkeep", path: "/upkeep" },
  { way: "settings", path: "/settings" },
] as const;

export type Way = (typeof ways)[number]["way"];

const names: Readonly<Record<Way, string>> = {
  overview: "Overview",
  library: "Library",
  people: "People",
  camera: "Camera",
  history: "History",
  model: "Model",
  upkeep: "Upkeep",
  settings: "Settings",
};

const english = {
  pages: "Pages",
  ways: names,
  toKiosk: "To the kiosk",
  signIn: "Sign in",
  signInFirst: "This page is for admins.",
  byPin: (name: string) => `${name} is signed in by PIN or card. For this the passphrase is needed as well.`,
  givePassphrase: "Type the passphrase",
  fromAfar: "This page is for admins. Open it on the appliance itself, or by HTTPS.",
  secureWay: "Go to the encrypted page",
  loading: "One moment",
};

export type AdminWords = typeof english;

/** What the admin's pages share. */
export let adminWords: AdminWords = english;

translated<AdminWords>(
  english,
  {
    de: () => import("../languages/de/admin.ts"),
    fr: () => import("../languages/fr/admin.ts"),
    es: () => import("../languages/es/admin.ts"),
    hi: () => import("../languages/hi/admin.ts"),
    ar: () => import("../languages/ar/admin.ts"),
    zh: () => import("../languages/zh/admin.ts"),
  },
  (table) => {
    adminWords = table;
  },
);
