import type { OwnerRefusal } from "../../protocol/refusals.ts";
import { alsoByCode } from "../facts/refused.ts";
import { translated } from "../languages/tables.ts";

export type OwnerRefusalWords = Readonly<Record<OwnerRefusal, string>>;

let words: OwnerRefusalWords | null = null;

translated<OwnerRefusalWords | null>(
  null,
  {
    de: () => import("../languages/de/owner-refusals.ts"),
    fr: () => import("../languages/fr/owner-refusals.ts"),
    es: () => import("../languages/es/owner-refusals.ts"),
    hi: () => import("../languages/hi/owner-refusals.ts"),
    ar: () => import("../languages/ar/owner-refusals.ts"),
    zh: () => import("../languages/zh/owner-refusals.ts"),
  },
  (table) => {
    words = table;
  },
);

// What only owners meet is fetched by their pages alone.
alsoByCode(() => words);
